package app.naru;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Target;
import app.naru.server.SampleServer;
import app.naru.settings.SavedForward;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built program in a real window with a real tray: an X server, fluxbox, and real keys. */
final class WindowIT {

    private static final String HERE = "127.0.0.5";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path folder;

    private final List<Process> started = new ArrayList<>();
    private Screen screen;
    private SampleServer server;
    private int port;

    @BeforeEach
    void setUp() throws Exception {
        screen = Screen.open();
        screen.manageWindows(folder);
        server = SampleServer.start(0, visitor -> "it works");
        port = FreePorts.one();
        Settings settings = new Settings(new SettingsFolder(home()), Clock.systemUTC());
        settings.put(new SavedForward(forward(), true, Optional.empty()));
    }

    @AfterEach
    void tearDown() throws Exception {
        for (Process process : started.reversed()) {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
        if (server != null) {
            server.close();
        }
        if (screen != null) {
            screen.close();
        }
    }

    @Test
    void liesInTheTrayIsShownBySecondStartAndRemembersItsForwards() throws Exception {
        Process naru = start(program());
        awaitWindow(1);
        await().atMost(PATIENCE).until(() -> fetch().equals("it works"));

        closeTheWindow(2);
        screen.key("Return");
        awaitWindow(0);
        assertThat(naru.isAlive()).isTrue();
        assertThat(fetch()).isEqualTo("it works");

        Process second = start(program());
        assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isZero();
        awaitWindow(1);

        closeTheWindow(0);
        naru.destroy();
        naru.waitFor();
        assertThat(fetch()).isEmpty();
        start(program(), "tray");
        await().atMost(PATIENCE).until(() -> fetch().equals("it works"));
        assertThat(windows()).isZero();
        start(program());
        awaitWindow(1);
    }

    /** Closes it as a person does, again if the keys came to nothing, until so many are there. */
    private void closeTheWindow(int windowsThen) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(3))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    if (windows() != windowsThen) {
                        screen.activate("^Naru$");
                        screen.key("alt+F4");
                    }
                    return windows() == windowsThen;
                });
    }

    private void awaitWindow(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(windows()).isEqualTo(count));
    }

    private int windows() throws Exception {
        return screen.windows("^Naru$");
    }

    private String fetch() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://" + HERE + ":" + port + "/");
            return client.send(
                            HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException closed) {
            return "";
        }
    }

    private Forward forward() {
        return new Forward(
                "0badcafe",
                new ForwardName("Sample"),
                Protocol.TCP,
                PortRange.of(port),
                Listen.parse(HERE),
                new Target.ThisPc(server.port()),
                Audience.parse("127.0.0.0/8"),
                new Lifetime.UntilStopped(),
                Set.of(NetworkProfile.PRIVATE),
                "");
    }

    private Path home() {
        return folder.resolve("naru");
    }

    private static String program() {
        return Path.of(System.getProperty("naru.program", "target/naru"))
                .resolve("bin")
                .resolve("naru")
                .toAbsolutePath()
                .toString();
    }

    private Process start(String... command) throws IOException {
        Process process =
                in(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        started.add(process);
        return process;
    }

    private ProcessBuilder in(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", screen.display());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("NARU_HOME", home().toString());
        return builder;
    }
}
