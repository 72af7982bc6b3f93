package app.naru.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.ui.BackgroundTasks;
import app.naru.ui.CutOff;
import app.naru.ui.Desk;
import app.naru.ui.PatientRobot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Reads Learn with mouse and keyboard. */
@ExtendWith(ApplicationExtension.class)
final class LearnPageTest {

    private static final double WIDTH = 780;
    private static final double HEIGHT = 620;

    private final PatientRobot robot = new PatientRobot();
    private Desk desk;
    private Stage stage;
    private Parent root;

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        Path folder = Files.createTempDirectory("naru-learn");
        desk =
                new Desk(
                        folder,
                        BackgroundTasks.onToolkit(failure -> {
                            throw new IllegalStateException(failure);
                        }));
        root = desk.show(stage, LearnPage.page(), Locale.ENGLISH, WIDTH, HEIGHT);
    }

    @AfterEach
    void stop() {
        robot.interact(stage::hide);
        desk.close();
    }

    private String title() {
        return robot.lookup("#title").queryAs(Label.class).getText();
    }

    @Test
    void aSearchNarrowsTheListAndAClickOpensThePage() {
        robot.type("#search", "carrier whitelist");
        assertThat(robot.lookup("#topics").query().isVisible()).isFalse();
        assertThat(robot.lookup("#nothing").query().isVisible()).isTrue();

        robot.type("#search", "whitelist");
        ListView<?> topics = robot.lookup("#topics").queryAs(ListView.class);
        assertThat(topics.getItems()).hasSize(1);
        robot.clickOn("Minecraft");
        assertThat(title()).isEqualTo("Minecraft");
    }

    @Test
    void thePagesAreTurnedWithTheButtonsBelow() {
        assertThat(robot.lookup("#previous").query().isVisible()).isFalse();
        robot.clickOn("#next");

        assertThat(title()).isEqualTo("What port forwarding is");
        assertThat(robot.lookup("#previous").queryAs(Button.class).getText())
                .isEqualTo("← A server and its port");
        robot.clickOn("#previous");
        assertThat(title()).isEqualTo("A server and its port");
    }

    @Test
    void theKeyboardWalksTheList() {
        robot.focus("#search").type(KeyCode.TAB).type(KeyCode.DOWN);

        assertThat(title()).isEqualTo("What port forwarding is");
    }

    @Test
    void aCommandIsCopiedAndSaysSo() {
        robot.interact(() ->
                robot.lookup("#topics")
                        .queryListView()
                        .getSelectionModel()
                        .select(Topic.RDP.ordinal()));
        robot.interact(() ->
                robot.lookup("#topics")
                        .queryListView()
                        .getSelectionModel()
                        .select(Topic.VITE.ordinal()));
        WaitForAsyncUtils.waitForFxEvents();
        Button copy =
                robot.lookup("Copy").queryAllAs(Button.class).stream().findFirst().orElseThrow();
        robot.interact(() -> {
            copy.fire();
            assertThat(copy.getText()).as("for a moment").isEqualTo("Copied");
        });

        assertThat(desk.copied).containsExactly("npm run dev");
        await().until(() -> copy.getText().equals("Copy"));
    }

    @Test
    void thisPcsAddressComesIntoThePageWhenItIsKnown() {
        await().until(() ->
                PatientRobot.seen(() ->
                        robot.lookup(".learn-text").queryAllAs(Labeled.class).stream()
                                .map(Labeled::getText)
                                .anyMatch(text -> text.contains("Naru waits at " + Desk.LAN))));
        assertThat(robot.lookup(".drawing-at").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains(Desk.LAN);
    }

    @Test
    void nothingIsCutOffInEitherLanguage() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            robot.interact(
                    () -> root = desk.show(stage, LearnPage.page(), language, WIDTH, HEIGHT));
            for (Topic topic : Topic.values()) {
                robot.interact(() ->
                        robot.lookup("#topics")
                                .queryListView()
                                .getSelectionModel()
                                .select(topic.ordinal()));
                WaitForAsyncUtils.waitForFxEvents();
                robot.interact(() -> CutOff.assertNone(root));
            }
        }
    }
}
