package app.naru.ui.main;

import static org.awaitility.Awaitility.await;

import app.naru.server.SampleServer;
import app.naru.settings.Preferences;
import app.naru.survey.Situation.OperatingSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** A window in which nothing happens costs nothing: it is neither laid out nor drawn again. */
@ExtendWith(ApplicationExtension.class)
final class RestingWindowTest {

    /** The forwards are read every second. */
    private static final Duration A_FEW_READINGS = Duration.ofSeconds(3);

    @TempDir private Path folder;

    @Test
    void drawsNothingWhileNothingChanges() throws Exception {
        int port = World.freePort();
        try (SampleServer server = SampleServer.start(0, visitor -> "<h1>it works</h1>");
                World world = new World(folder, OperatingSystem.LINUX, List.of())) {
            world.settings.preferences(Preferences.DEFAULT.withLanguage(Optional.of("en")));
            world.with(World.forward("aaaaaaa1", "Site", port, server.port().toString()));
            world.with(World.forward("aaaaaaa2", "Closed", World.freePort(), "8000"));
            Stage stage = Fx.get(Stage::new);
            AtomicLong drawn = new AtomicLong(System.nanoTime());
            NaruWindow window =
                    Fx.get(() -> {
                        NaruWindow made = new NaruWindow(stage, world.parts(List.of()), () -> {});
                        made.start(true);
                        // JavaFX has a pulse only when something is to be laid out or drawn.
                        stage.getScene()
                                .addPostLayoutPulseListener(() -> drawn.set(System.nanoTime()));
                        return made;
                    });
            world.openAsSoonAsItCan(world.settings.forwards().getFirst().forward());
            await().until(() -> Fx.get(() -> stage.getScene().lookup("#checkPane #check") != null));

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> System.nanoTime() - drawn.get() > A_FEW_READINGS.toNanos());
            Fx.run(window::end);
        }
    }
}
