package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job on a Windows Java, within a network namespace that no packet leaves: the program's
 * own command line opens a server of Linux's, and Linux's curl gets its page through the relay.
 */
final class OpenUnderWineIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir private Path folder;
    private Wine wine;
    private WineNamespace namespace;

    @BeforeEach
    void setUp() throws Exception {
        wine = Wine.lab();
        // With the policy no rule of this PC's would count, and none would be made.
        wine.importHive(
                Wine.hive("firewall.reg")
                        + "\n"
                        + Wine.hive("no-policy.reg")
                        + "\n"
                        + Wine.hive("services.reg"));
        namespace = WineNamespace.create(wine);
    }

    @AfterEach
    void tearDown() throws Exception {
        namespace.end();
        wine.importHive(Wine.hive("no-services.reg"));
    }

    @Test
    void opensAServerOfThisPcAndClosesItAgain() throws Exception {
        Files.writeString(folder.resolve("index.html"), "the page of a real server");
        namespace.start(
                folder.resolve("python.txt"),
                "python3",
                "-m",
                "http.server",
                "-b",
                "127.0.0.1",
                "-d",
                folder.toString(),
                "8000");
        Path log = folder.resolve("netsh.log");
        wine.with("NARU_NETSH_LOG", Wine.windowsPath(log));
        Path output = folder.resolve("open.txt");
        namespace.naru(wine, output, "open", "8000", "--name", "verify", "--json");

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Files.readString(output).contains("\"event\":\"open\""));
        assertThat(Files.readString(output)).contains("http://" + WineNamespace.ADDRESS + ":8000/");
        assertThat(
                        namespace.run(
                                "curl",
                                "-sS",
                                "-m",
                                "20",
                                "http://" + WineNamespace.ADDRESS + ":8000/"))
                .isEqualTo("the page of a real server");
        assertThat(stored()).contains("|LPort=8000|RA4=LocalSubnet|RA6=LocalSubnet|");
        assertThat(Files.readString(log).lines())
                .filteredOn(line -> !line.contains("excludedportrange"))
                .singleElement()
                .asString()
                .contains(" advfirewall firewall add rule \"name=Naru - verify ");

        Path closing = folder.resolve("close.txt");
        Process close = namespace.naru(wine, closing, "close", "verify");
        Awaitility.await().atMost(PATIENCE).until(() -> !close.isAlive());
        assertThat(close.exitValue()).as(Files.readString(closing)).isZero();
        Awaitility.await().atMost(PATIENCE).until(() -> !stored().contains("Name=Naru - verify"));
        assertThat(stored()).contains("Name=Someone else's 8000|");
        assertThat(namespace.run("ss", "-Hltn", "src", WineNamespace.ADDRESS)).isEmpty();
    }

    @Test
    void theSurveyTellsAdaptersListenersAndServices() throws Exception {
        Path output = folder.resolve("survey.txt");
        Process survey = namespace.naru(wine, output, "survey", "--json");
        Awaitility.await().atMost(PATIENCE).until(() -> !survey.isAlive());
        assertThat(Files.readString(output))
                .contains(
                        "\"system\":\"windows\"",
                        "\"servers\":{\"known\":true",
                        "\"network\":{\"known\":true")
                .contains("\"internalAddress\":\"" + WineNamespace.ADDRESS + "\"")
                .contains(
                        "\"services\":{\"known\":true",
                        "\"BFE\":\"stopped\"",
                        "\"iphlpsvc\":\"disabled\"",
                        "\"netprofm\":\"missing\"")
                .contains("\"excludedPorts\":{\"known\":true")
                // Wine has no Security Center
                .contains("\"otherFirewalls\":{\"known\":false");
    }

    private String stored() throws Exception {
        return namespace.wine(
                wine,
                List.of(
                        "run",
                        "reg",
                        "query",
                        "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters"
                                + "\\FirewallPolicy\\FirewallRules"));
    }
}
