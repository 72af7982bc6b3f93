package app.naru.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import app.naru.forward.Forward;
import app.naru.path.ForwardStatus.State;
import app.naru.server.SampleServer;
import app.naru.settings.Preferences;
import app.naru.survey.Situation.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The check of a forward in its window, from what it finds to the fix and back. */
@ExtendWith(ApplicationExtension.class)
final class CheckInWindowTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private SampleServer server;
    private World world;
    private NaruWindow window;
    private Forward forward;

    @Start
    void start(Stage stage) throws IOException {
        server = SampleServer.start(0, visitor -> "<h1>it works</h1>");
        world =
                new World(
                        Files.createTempDirectory("naru-check"), OperatingSystem.LINUX, List.of());
        world.settings.preferences(Preferences.DEFAULT.withLanguage(Optional.of("en")));
        forward = World.forward("aaaaaaa1", "Site", World.freePort(), server.port().toString());
        world.with(forward);
        window = new NaruWindow(stage, world.parts(), () -> {});
        window.start(true);
    }

    @AfterEach
    void stop(FxRobot robot) throws IOException {
        robot.interact(window::end);
        world.close();
        server.close();
    }

    private static boolean shows(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    /** While a look is under way, the same button ends it. */
    private static void press(FxRobot robot, String button) {
        await().atMost(LIMIT).until(() -> shows(robot, button) && !shows(robot, "#checkProgress"));
        robot.interact(robot.lookup(button).queryAs(Button.class)::fire);
    }

    private static List<String> texts(FxRobot robot, String query) {
        return robot.lookup(query).queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    @Test
    void theFixThatIsOfferedIsDoneAndUndoneByClicks(FxRobot robot) {
        press(robot, "#check");
        await().atMost(LIMIT).until(() -> shows(robot, "#fix"));
        assertThat(shows(robot, "#undoFix")).isFalse();

        press(robot, "#fix");
        await().atMost(LIMIT).until(() -> shows(robot, "#undoFix"));
        assertThat(world.forwards.status(forward).state()).isEqualTo(State.OPEN);
        assertThat(texts(robot, "#checkResult .label")).contains("Done: Open it with Naru");
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(texts(robot, "#checkAnswer"))
                                .containsExactly("It works: others reach the server."));

        press(robot, "#undoFix");
        await().atMost(LIMIT).until(() -> shows(robot, "#fix") && !shows(robot, "#undoFix"));
        assertThat(world.forwards.status(forward).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aWayThatStopsWorkingIsToldAtTheTopOnce(FxRobot robot) {
        world.openAsSoonAsItCan(forward);
        // What is looked at is what the window shows: the way that is open.
        await().atMost(LIMIT).until(() -> shows(robot, "#moreChecks"));
        press(robot, "#check");
        await().atMost(LIMIT).until(() -> shows(robot, "#checkAnswer"));
        assertThat(shows(robot, ".notices .notice")).isFalse();
        assertThat(texts(robot, "#checkLog .label"))
                .as("its sentence stands above")
                .singleElement(STRING)
                .startsWith("Checked at");

        server.close();
        press(robot, "#check");
        await().atMost(LIMIT).until(() -> shows(robot, "#problemPlace"));
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(texts(robot, "#checkLog .label"))
                                .hasSizeGreaterThan(1)
                                .last(STRING)
                                .contains("It works"));
        press(robot, "#check");
        await().atMost(LIMIT).until(() -> shows(robot, ".notices .notice"));
        press(robot, "#check");
        await().atMost(LIMIT).until(() -> !shows(robot, "#checkProgress"));

        assertThat(texts(robot, ".notices .notice .label"))
                .containsExactly(
                        "Site: Nothing listens at port "
                                + server.port()
                                + " of this PC: the server is not running.");
        assertThat(robot.lookup(".notices .notice").queryAll()).hasSize(1);
    }
}
