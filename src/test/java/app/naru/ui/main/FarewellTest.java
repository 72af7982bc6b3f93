package app.naru.ui.main;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.FreePorts;
import app.naru.forward.Forward;
import app.naru.path.ForwardStatus.State;
import app.naru.settings.Preferences;
import app.naru.survey.Situation.OperatingSystem;
import atlantafx.base.controls.ToggleSwitch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** A card whose forward is closed while someone is being served. */
@ExtendWith(ApplicationExtension.class)
final class FarewellTest {

    @TempDir private Path folder;

    @Test
    void tellsWhoIsStillServedAndNeedNotWaitForThem(FxRobot robot) throws Exception {
        int port = FreePorts.one();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                World world = new World(folder, OperatingSystem.LINUX, List.of());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            world.settings.preferences(Preferences.DEFAULT.withLanguage(Optional.of("en")));
            String target = String.valueOf(server.getLocalPort());
            Forward site = World.forward("aaaaaaa1", "Site", port, target);
            world.with(site);
            Stage stage = Fx.get(Stage::new);
            NaruWindow window =
                    Fx.get(() -> {
                        NaruWindow made = new NaruWindow(stage, world.parts(List.of()), () -> {});
                        made.start(true);
                        return made;
                    });
            world.openAsSoonAsItCan(site);
            Future<?> visit = threads.submit(() -> serve(new Socket(World.HERE, port), server));
            await().until(() -> visible(stage, "#detailPlace"));
            assertThat(visible(stage, "#farewellPlace")).isFalse();
            await().until(() -> world.saved.list().getFirst().traffic().orElseThrow().open() == 1);
            await().until(() ->
                    Fx.get(() -> ((ToggleSwitch) stage.getScene().lookup("#onOff")).isSelected()));

            Fx.run(() -> ((ToggleSwitch) stage.getScene().lookup("#onOff")).setSelected(false));

            await().until(() -> visible(stage, "#farewellPlace"));
            assertThat(
                            robot.from(stage.getScene().getRoot())
                                    .lookup("#farewell")
                                    .queryLabeled()
                                    .getText())
                    .startsWith("1 connection is still being served");
            assertThat(visit).isNotDone();
            Fx.run(() -> ((Button) stage.getScene().lookup("#endVisits")).fire());

            await().until(() -> world.saved.list().getFirst().state() == State.CLOSED);
            await().until(() -> !visible(stage, "#farewellPlace"));
            assertThat(visit).failsWithin(Duration.ofMinutes(1));
            Fx.run(window::end);
        }
    }

    private static boolean visible(Stage stage, String id) {
        return Fx.get(() ->
                Optional.ofNullable(stage.getScene().lookup(id))
                        .filter(Node::isVisible)
                        .isPresent());
    }

    /** Something passes all the time. */
    private static boolean serve(Socket visitor, ServerSocket server) throws IOException {
        try (visitor;
                Socket served = server.accept()) {
            while (true) {
                served.getOutputStream().write("more".getBytes(US_ASCII));
                assertThat(visitor.getInputStream().readNBytes(4)).hasSize(4);
            }
        }
    }
}
