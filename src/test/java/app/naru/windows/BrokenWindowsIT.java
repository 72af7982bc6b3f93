package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Target;
import app.naru.settings.SavedForward;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Broken ways to a server on a Windows Java: what {@code naru check} says, and that its fix helps.
 * Each test has a port of its own; Wine and the servers are started once.
 */
final class BrokenWindowsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where the server is; others come to another port, as Wine does not tell whose one is. */
    private static final String SERVER = "8000";

    private static final int OCCUPIED = 9002;

    private static @Nullable WineNamespace namespace;
    private static Wine wine;

    @TempDir private static Path shared;
    @TempDir private Path folder;

    private int outputs;

    @BeforeAll
    static void setUp() throws Exception {
        wine = Wine.lab();
        namespace = WineNamespace.create(wine);
        Files.writeString(shared.resolve("index.html"), "the page of a real server");
        serve("127.0.0.1", SERVER);
    }

    private static void serve(String address, String port) throws Exception {
        namespace.start(
                shared.resolve(address + "-" + port + ".txt"),
                "python3",
                "-m",
                "http.server",
                "-b",
                address,
                "-d",
                shared.toString(),
                port);
        await().atMost(PATIENCE)
                .until(() -> namespace.run("ss", "-Hltn").contains(address + ":" + port));
    }

    @AfterAll
    static void tearDown() throws Exception {
        if (namespace != null) {
            namespace.end();
        }
        wine.importHive(Wine.hive("open-firewall.reg"));
    }

    @BeforeEach
    void nothingIsOpen() {
        wine.with("NARU_HOME", Wine.windowsPath(folder.resolve("naru")));
    }

    /** What Windows writes when somebody answers its question about Naru with Cancel. */
    private static String blocksOf(Path program) {
        String path = Wine.windowsPath(program).replace("\\", "\\\\");
        return """

        [HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\
        \\FirewallPolicy\\FirewallRules]
        "TCP Query User{C7351DFF-C214-482C-83AB-2C48537B62E8}%1$s"="v2.33|Action=Block\
        |Active=TRUE|Dir=In|Protocol=6|Profile=Public|App=%1$s|Name=Java|Desc=Java|Defer=User|"
        """
                .formatted(path);
    }

    @Test
    void aPortProxyLoopAndABlockOfWindowsAreNamedAndGoneOnceAgreedTo() throws Exception {
        wine.importHive(
                Wine.hive("open-firewall.reg")
                        + blocksOf(wine.runtime().resolve("bin").resolve("java.exe"))
                        + Wine.hive("portproxy-loop.reg"));
        keep(9000);

        JsonNode broken = check("Shop", "portproxy-in-the-way");
        assertThat(broken.get("text").asText())
                .contains("0.0.0.0:9000")
                .isEqualTo(sentence(broken, "relay"));
        JsonNode block = finding(broken, "block-rule");
        assertThat(block.get("hop").asText()).isEqualTo("firewall");
        assertThat(block.get("sureness").asText()).isEqualTo("certain");
        assertThat(block.get("text").asText()).contains("\"Java\"");
        assertThat(kinds(block)).containsExactly("change");
        assertThat(kinds(finding(broken, "portproxy-in-the-way"))).containsExactly("change");

        open("9000", "--remove-blocks", "--remove-portproxy");
        awaitReachable("9000");
        assertThat(fetch("9000")).isEqualTo("the page of a real server");
    }

    @Test
    void aPolicyThatVoidsRulesIsNamedAndNothingIsTriedAgainstIt() throws Exception {
        wine.importHive(Wine.hive("firewall.reg"));
        Path log = folder.resolve("netsh.log");
        wine.with("NARU_NETSH_LOG", Wine.windowsPath(log));
        try {
            open("9001");
        } finally {
            wine.without("NARU_NETSH_LOG");
        }

        JsonNode broken = check("9001", "policy-ignores-rules");
        assertThat(broken.get("text").asText()).isEqualTo(sentence(broken, "firewall"));
        assertThat(kinds(finding(broken, "policy-ignores-rules"))).containsExactly("by-hand");
        assertThat(Files.readString(log)).doesNotContain("add rule");
    }

    @Test
    void anOccupiedPortIsNamedAndTheOneThatIsOfferedWorks() throws Exception {
        wine.importHive(Wine.hive("open-firewall.reg"));
        serve(WineNamespace.ADDRESS, Integer.toString(OCCUPIED));
        keep(OCCUPIED);

        JsonNode broken = check("Shop", "port-taken");
        assertThat(broken.get("text").asText())
                .startsWith("Port " + OCCUPIED + " is taken by ")
                .isEqualTo(sentence(broken, "server"));
        JsonNode fix = finding(broken, "port-taken").get("fixes").get(0);
        assertThat(fix.get("kind").asText()).isEqualTo("open");
        String other = fix.get("forward").get("ports").asText();
        assertThat(other).isNotEqualTo(Integer.toString(OCCUPIED));

        open(other);
        awaitReachable(other);
        assertThat(fetch(other)).isEqualTo("the page of a real server");
    }

    /** Has the user keep a forward of that port, switched off. */
    private void keep(int port) throws Exception {
        Forward forward =
                new Forward(
                        "0badcafe",
                        new ForwardName("Shop"),
                        Protocol.TCP,
                        PortRange.of(port),
                        new Listen.LanAddresses(),
                        new Target.ThisPc(Port.parse(SERVER)),
                        new Audience.ThisNetwork(),
                        new Lifetime.UntilStopped(),
                        Set.of(NetworkProfile.PUBLIC),
                        "");
        new Settings(new SettingsFolder(folder.resolve("naru")), Clock.systemUTC())
                .put(new SavedForward(forward, false, Optional.empty()));
    }

    private static JsonNode finding(JsonNode report, String cause) {
        for (JsonNode each : report.get("findings")) {
            if (each.get("cause").asText().equals(cause)) {
                return each;
            }
        }
        throw new AssertionError("no " + cause + " in " + report);
    }

    private static List<String> kinds(JsonNode finding) {
        return finding.get("fixes").findValuesAsText("kind");
    }

    /** Returns what the first finding at that hop says. */
    private static String sentence(JsonNode report, String hop) {
        for (JsonNode each : report.get("findings")) {
            if (each.get("hop").asText().equals(hop) && each.get("inTheWay").asBoolean()) {
                return each.get("text").asText();
            }
        }
        throw new AssertionError("nothing at " + hop + " in " + report);
    }

    private static String fetch(String port) throws Exception {
        return namespace.run(
                "curl", "-sS", "-m", "20", "http://" + WineNamespace.ADDRESS + ":" + port + "/");
    }

    /** Opens it and waits until it is. */
    private void open(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("open", "--to", SERVER, "--profiles", "public"));
        command.addAll(List.of(arguments));
        command.add("--json");
        Path output = output();
        Process naru = namespace.naru(wine, output, command.toArray(String[]::new));
        await().atMost(PATIENCE)
                .until(() ->
                        !naru.isAlive() || Files.readString(output).contains("\"event\":\"open\""));
        assertThat(Files.readString(output)).contains("\"event\":\"open\"");
    }

    private String naru(String... arguments) throws Exception {
        Path output = output();
        Process naru = namespace.naru(wine, output, arguments);
        await().atMost(PATIENCE).until(() -> !naru.isAlive());
        return Files.readString(output);
    }

    private JsonNode check(String what, String cause) {
        return checkUntil(what, report -> report.path("cause").asText("none").equals(cause));
    }

    private void awaitReachable(String what) {
        checkUntil(what, report -> report.path("verdict").asText().equals("reachable"));
    }

    /** A machine that is busy with other tests answers late: it is looked at again then. */
    private JsonNode checkUntil(String what, Predicate<JsonNode> seen) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> JSON.readTree(report(naru("--lang", "en", "check", what, "--json"))),
                        seen);
    }

    private static String report(String output) {
        return output.lines()
                .filter(line -> line.startsWith("{"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(output));
    }

    private Path output() {
        outputs++;
        return folder.resolve("output-" + outputs + ".txt");
    }
}
