package app.naru.cli;

import static app.naru.cli.Checked.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Wi-Fi that keeps its devices from each other, as those for guests do: the bridge of the lab's
 * router does the same to its ports. The phone is a real second device.
 */
@Timeout(180)
final class BrokenWifiIT {

    private static final String PAGE = "the very page";

    @TempDir Path home;
    @TempDir Path folder;
    private @Nullable Lab lab;
    private @Nullable Checked probe;
    private @Nullable Started server;
    private @Nullable Started phone;

    @BeforeEach
    void setUp() throws Exception {
        lab = Lab.up();
        // By its name alone Linux tells this one from a cable.
        run("lan", "ip", "link", "set", "eth0", "down");
        run("lan", "ip", "link", "set", "eth0", "name", "wlan0");
        run("lan", "ip", "link", "set", "wlan0", "up");
        run("lan", "ip", "route", "add", "default", "via", "192.168.77.1");
        Files.writeString(folder.resolve("index.html"), PAGE);
        server = Started.files(folder, "127.0.0.1", 8000);
        await().atMost(Duration.ofSeconds(60)).until(() -> !Lab.listening(8000).isEmpty());
        probe = Checked.inLan(home);
    }

    @AfterEach
    void tearDown() throws Exception {
        if (phone != null) {
            phone.close();
        }
        if (probe != null) {
            probe.close();
        }
        if (server != null) {
            server.close();
        }
        if (lab != null) {
            lab.down();
        }
    }

    private static void run(String namespace, String... command) throws Exception {
        Process process =
                new ProcessBuilder(Lab.in(namespace, List.of(command))).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }

    private static void isolate(String how) throws Exception {
        for (String port : List.of("port1", "port2")) {
            run("router", "bridge", "link", "set", "dev", port, "isolated", how);
        }
    }

    private Checked probe() {
        return Objects.requireNonNull(probe);
    }

    /** Opens the link again and again until the page comes. */
    private void phoneTries() throws Exception {
        phone =
                Started.in(
                        "lan2",
                        "sh",
                        "-c",
                        "until curl -sf -m 2 http://" + Lab.PC + ":8000/; do sleep 0.2; done");
    }

    @Test
    void aDeviceThatIsAwaitedInVainShowsItAndOneThatComesProvesTheWay() throws Exception {
        isolate("on");
        probe().open("8000 8000 lan");
        assertThat(probe().ask("check").get("verdict").asText()).isEqualTo("reachable");
        phoneTries();

        JsonNode report = probe().finds("device 3000", "wifi-isolates");
        assertThat(answer(report).get("hop").asText()).isEqualTo("local-network");
        assertThat(answer(report).get("sureness").asText()).isEqualTo("likely");
        assertThat(report.get("text").asText())
                .isEqualTo(
                        "The Wi-Fi of wlan0 most likely keeps its devices from each other, as guest"
                                + " networks do.");
        assertThat(report.get("verdict").asText()).isEqualTo("not-reachable");

        isolate("off");
        JsonNode works = probe().ask("device 60000");
        assertThat(works.get("verdict").asText()).as(works.toString()).isEqualTo("reachable");
        assertThat(works.toString()).contains("A device of the same network got through");
        assertThat(Lab.fetch(8000)).isEqualTo(PAGE);
    }
}
