package app.naru.cli;

import static app.naru.cli.Checked.answer;
import static app.naru.cli.Checked.copy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A "WSL" that stops and moves: a network namespace with an address of its own, which plays the
 * virtual machine; the file that the probe reads plays the registry.
 */
@Timeout(180)
final class BrokenWslIT {

    private static final String BEFORE = "172.28.180.2";
    private static final String AFTER = "172.28.187.9";

    @TempDir Path home;
    private @Nullable Lab lab;
    private @Nullable Checked probe;
    private @Nullable Started server;

    @BeforeEach
    void setUp() throws Exception {
        lab = Lab.up();
        here("ip", "netns", "add", Lab.name("wsl"));
        ip(
                "link",
                "add",
                "eth-wsl",
                "type",
                "veth",
                "peer",
                "name",
                "eth0",
                "netns",
                Lab.name("wsl"));
        ip("addr", "add", "172.28.176.1/20", "dev", "eth-wsl");
        ip("link", "set", "eth-wsl", "up");
        inWsl("ip", "link", "set", "lo", "up");
        inWsl("ip", "link", "set", "eth0", "up");
        inWsl("ip", "addr", "add", BEFORE + "/20", "dev", "eth0");
        registry(BEFORE);
        probe = Checked.inLan(home);
    }

    @AfterEach
    void tearDown() throws Exception {
        if (server != null) {
            server.close();
        }
        if (probe != null) {
            probe.close();
        }
        if (lab != null) {
            here("ip", "netns", "del", Lab.name("wsl"));
            lab.down();
        }
    }

    private static void here(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static void ip(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        run("lan", command.toArray(String[]::new));
    }

    private static void inWsl(String... command) throws Exception {
        run("wsl", command);
    }

    private static void run(String namespace, String... command) throws Exception {
        here(Lab.in(namespace, List.of(command)).toArray(String[]::new));
    }

    private void registry(String address) throws Exception {
        Files.writeString(home.resolve("wsl"), address);
    }

    private void serve(String address) throws Exception {
        Path site = home.resolve("site");
        Files.createDirectories(site);
        Files.writeString(site.resolve("index.html"), "the very page");
        server =
                Started.in(
                        "wsl",
                        "/usr/bin/python3",
                        "-m",
                        "http.server",
                        "--directory",
                        site.toString(),
                        "--bind",
                        address,
                        "8000");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !Lab.output("wsl", "ss", "-Hltn", "sport = :8000").isEmpty());
    }

    private Checked probe() {
        return Objects.requireNonNull(probe);
    }

    private static @Nullable JsonNode find(JsonNode report, String cause) {
        for (JsonNode finding : report.get("findings")) {
            if (finding.get("cause").asText().equals(cause)) {
                return finding;
            }
        }
        return null;
    }

    @Test
    void aWslThatStopsIsNamedAndOneThatMovedIsFollowed() throws Exception {
        serve("0.0.0.0");
        probe().open("8000 wsl:8000 lan");
        probe().findsItWorks();
        // Windows' own way through localhost does not exist here.
        assertThat(find(probe().ask("check"), "wsl-localhost-broken")).isNotNull();
        assertThat(Lab.fetch(8000)).isEqualTo("the very page");

        registry("");
        inWsl("ip", "addr", "flush", "dev", "eth0");
        JsonNode stopped = probe().finds("wsl-not-running");
        assertThat(answer(stopped).get("hop").asText()).isEqualTo("wsl");
        assertThat(stopped.get("text").asText())
                .isEqualTo("Ubuntu is not running, and neither is the server in it.");
        assertThat(copy(stopped)).isEqualTo("wsl.exe -d Ubuntu");
        assertThat(answer(stopped).at("/fixes/0/change/command").asText())
                .isEqualTo("wsl.exe -d Ubuntu -e cat");

        inWsl("ip", "addr", "add", AFTER + "/20", "dev", "eth0");
        registry(AFTER);
        probe().ask("survey");
        probe().findsItWorks();
        assertThat(Lab.fetch(8000)).isEqualTo("the very page");
    }

    @Test
    void anotherAddressThanTheLastTimeIsToldAndFollowed() throws Exception {
        serve("0.0.0.0");
        probe().open("8000 wsl:8000 lan");
        probe().findsItWorks();

        inWsl("ip", "addr", "flush", "dev", "eth0");
        inWsl("ip", "addr", "add", AFTER + "/20", "dev", "eth0");
        registry(AFTER);
        probe().ask("survey");
        JsonNode report = probe().ask("check");
        JsonNode moved = Objects.requireNonNull(find(report, "wsl-address-changed"));
        assertThat(moved.get("hop").asText()).isEqualTo("wsl");
        assertThat(moved.get("inTheWay").asBoolean()).isFalse();
        assertThat(moved.get("text").asText())
                .isEqualTo("WSL has got another address: 172.28.187.9 instead of 172.28.180.2.");
        probe().findsItWorks();
        assertThat(Lab.fetch(8000)).isEqualTo("the very page");
    }
}
