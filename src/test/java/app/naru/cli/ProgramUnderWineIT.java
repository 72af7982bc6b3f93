package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built program on a genuine Windows Java: its survey, and the main job with a stand-in netsh,
 * a server of Linux's and another device's curl.
 */
final class ProgramUnderWineIT {

    private static final String SCRIPT =
            Path.of("lab", "wine", "wine.sh").toAbsolutePath().toString();
    private static final String RULES =
            "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy"
                    + "\\FirewallRules";
    private static final int MISSING = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Lab lab;

    /** Its registry and its processes are in the namespace, so it is this test's alone. */
    @TempDir private static Path prefix;

    @TempDir private Path home;
    @TempDir private static Path site;
    private @Nullable Started server;

    @BeforeAll
    static void setUp() throws Exception {
        lab = Lab.up();
        try (Started setup = wine(prefix, "setup")) {
            int code = setup.exitCode();
            assumeTrue(code != MISSING, setup.err());
            assertThat(code).as(setup.err()).isZero();
        }
        Files.writeString(site.resolve("index.html"), "served by Linux");
    }

    @AfterAll
    static void tearDown() throws Exception {
        if (lab != null) {
            lab.down();
        }
    }

    @BeforeEach
    void start() throws Exception {
        Path keys = home.resolve("firewall.reg");
        String text = Files.readString(Path.of("lab", "wine", "hives", "firewall.reg"));
        Files.writeString(
                keys,
                "\ufeffWindows Registry Editor Version 5.00\r\n\r\n" + text.replace("\n", "\r\n"),
                StandardCharsets.UTF_16LE);
        try (Started hive = wine(home, "reg", "import", windows(keys))) {
            assertThat(hive.exitCode()).as(hive.out() + hive.err()).isZero();
        }
        server =
                Started.inLan(
                        "/usr/bin/python3",
                        "-u",
                        "-m",
                        "http.server",
                        "--bind",
                        "127.0.0.1",
                        "-d",
                        site.toString(),
                        "8000");
        server.awaitOut("Serving HTTP");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void surveysAdaptersGatewayAndListeners() throws Exception {
        try (Started naru = naru("survey", "--json")) {
            assertThat(naru.exitCode()).as(naru.err()).isZero();
            JsonNode survey = JSON.readTree(naru.out());

            assertThat(survey.path("system").asText()).isEqualTo("windows");
            assertThat(survey.path("internalAddress").asText()).isEqualTo(Lab.PC);
            assertThat(survey.path("network").path("value").findValuesAsText("address"))
                    .contains("127.0.0.1", Lab.PC, "192.168.77.1");
            assertThat(survey.path("servers").path("known").asBoolean()).isTrue();
            assertThat(survey.path("wsl").path("value").path("installed").isBoolean()).isTrue();
        }
    }

    @Test
    void opensAServerOfThisPcToAnotherDeviceAndClosesItAgain() throws Exception {
        Path log = home.resolve("netsh.log");
        List<String> before = rules();

        try (Started naru = naru("open", "8000", "--name", "한글 & 100% (^)", "--for", "20s")) {
            naru.awaitOut("http://" + Lab.PC + ":8000/");

            assertThat(Lab.fetch(8000)).isEqualTo("served by Linux");
            assertThat(rules())
                    .containsAll(before)
                    .hasSize(before.size() + 1)
                    .anySatisfy(rule ->
                            assertThat(rule)
                                    .contains("|Dir=In|", "|LPort=8000|", "java.exe|")
                                    .contains("|RA4=LocalSubnet|"));
            assertThat(naru.exitCode()).as(naru.out() + naru.err()).isZero();
        }

        assertThat(Lab.fetch(8000)).isEmpty();
        assertThat(rules()).isEqualTo(before);
        assertThat(Files.readString(log))
                .contains("add rule \"name=Naru - 한글 & 100% (^) [", "dir=in", "localport=8000")
                .contains("delete rule \"name=Naru - 한글 & 100% (^) [");
    }

    private Started naru(String... arguments) throws Exception {
        String lib = windows(Started.naru().getParent().resolveSibling("lib"));
        List<String> command = new ArrayList<>(List.of("java", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        command.addAll(List.of("-cp", lib + "\\*;" + lib + "\\windows\\*", "app.naru.Main"));
        command.addAll(List.of("--lang", "en"));
        command.addAll(List.of(arguments));
        return wine(home, command.toArray(String[]::new));
    }

    private List<String> rules() throws Exception {
        try (Started query = wine(home, "run", "reg", "query", RULES)) {
            assertThat(query.exitCode()).as(query.err()).isZero();
            return query.out().lines().filter(line -> line.contains("|Action=")).sorted().toList();
        }
    }

    private static Started wine(Path home, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("env", "NARU_WINE_PREFIX=" + prefix));
        command.add("NARU_NETSH_LOG=" + windows(home.resolve("netsh.log")));
        command.add(SCRIPT);
        command.addAll(List.of(arguments));
        return Started.start(Path.of(windows(home)), Lab.in("lan", command));
    }

    private static String windows(Path path) {
        return "Z:" + path.toAbsolutePath().toString().replace('/', '\\');
    }
}
