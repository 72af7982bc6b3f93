package app.naru.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.FreePorts;
import app.naru.server.SampleServer;
import app.naru.settings.Preferences;
import app.naru.survey.Situation.OperatingSystem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The window stays alive while this PC is looked at, a way is checked and a relay is busy. */
@ExtendWith(ApplicationExtension.class)
final class ResponsiveWindowTest {

    private static final Duration LONGEST = Duration.ofMillis(50);
    private static final int CONNECTIONS_A_SECOND = 200;
    private static final int SECONDS = 8;

    @TempDir private Path folder;

    private final AtomicInteger connections = new AtomicInteger();

    @Test
    void neverMakesItsThreadWait(FxRobot robot) throws Exception {
        int port = FreePorts.one();
        try (SampleServer server = SampleServer.start(0, visitor -> "<h1>it works</h1>");
                World world = new World(folder, OperatingSystem.LINUX, List.of())) {
            world.settings.preferences(Preferences.DEFAULT.withLanguage(Optional.of("en")));
            world.with(World.forward("aaaaaaa1", "Site", port, server.port().toString()));
            Stage stage = Fx.get(Stage::new);
            NaruWindow window =
                    Fx.get(() -> {
                        NaruWindow made = new NaruWindow(stage, world.parts(List.of()), () -> {});
                        made.start(true);
                        return made;
                    });
            world.openAsSoonAsItCan(world.settings.forwards().getFirst().forward());
            await().until(() -> Fx.get(() -> stage.getScene().lookup("#checkPane #check") != null));
            busy(robot, stage, port, 2);
            Watchdog watchdog = new Watchdog(LONGEST);
            try (watchdog) {
                busy(robot, stage, port, SECONDS);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d connections; asked %d times: median %d us, 99 %% %d us, longest %d us%n",
                    connections.get(),
                    watchdog.asked(),
                    watchdog.within(0.5).toNanos() / 1_000,
                    watchdog.within(0.99).toNanos() / 1_000,
                    watchdog.within(1).toNanos() / 1_000);
            assertThat(watchdog.asked()).isGreaterThan(100);
            assertThat(watchdog.faults()).isEmpty();
            assertThat(world.saved.list().getFirst().traffic().orElseThrow().accepted())
                    .isGreaterThan(CONNECTIONS_A_SECOND * SECONDS / 4);
            Fx.run(window::end);
        }
    }

    /** Visits, looks and checks for so long. */
    private void busy(FxRobot robot, Stage stage, int port, int seconds)
            throws InterruptedException {
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
                ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            clock.scheduleAtFixedRate(
                    () -> visitors.execute(() -> visit(port)),
                    0,
                    1_000_000 / CONNECTIONS_A_SECOND,
                    TimeUnit.MICROSECONDS);
            clock.scheduleAtFixedRate(() -> lookAndCheck(robot, stage), 0, 1, TimeUnit.SECONDS);
            clock.awaitTermination(seconds, TimeUnit.SECONDS);
            clock.shutdownNow();
        }
    }

    private static void lookAndCheck(FxRobot robot, Stage stage) {
        robot.type(KeyCode.F5);
        Fx.run(() -> ((ButtonBase) stage.getScene().lookup("#checkPane #check")).fire());
    }

    private void visit(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(World.HERE, port), 5_000);
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(
                            "GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
            connections.incrementAndGet();
        } catch (IOException tooMany) {
            // A busy machine refuses some; how many came is looked at in the end.
        }
    }
}
