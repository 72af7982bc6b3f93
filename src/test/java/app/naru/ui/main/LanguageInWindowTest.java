package app.naru.ui.main;

import static app.naru.ui.main.ShownWindow.choose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Another language while the window is shown, and what each says and has room for. */
@ExtendWith(ApplicationExtension.class)
final class LanguageInWindowTest {

    private ShownWindow shown;

    @Start
    void start(Stage stage) throws IOException {
        shown = new ShownWindow(stage);
    }

    @AfterEach
    void stop(FxRobot robot) throws IOException {
        shown.close(robot);
    }

    @Test
    void anotherLanguageKeepsThePage(FxRobot robot) {
        robot.clickOn("#page-second");
        choose(robot, "languageKo");

        assertThat(robot.lookup("#second").tryQuery()).isPresent();
    }

    @Test
    void changesTheLanguageWhileItRuns(FxRobot robot) {
        choose(robot, "languageKo");

        assertThat(robot.lookup("#emptyOpen").queryAs(Button.class).getText()).isEqualTo("서버 열기");
        await().until(() ->
                shown.world.settings.preferences().language().equals(Optional.of("ko")));
        choose(robot, "languageEn");
        assertThat(robot.lookup("#emptyOpen").queryAs(Button.class).getText())
                .isEqualTo("Open a server");
    }

    @Test
    void anotherLanguageLeavesTheKeyboardWhereItIs(FxRobot robot) {
        robot.clickOn("#page-second");
        robot.interact(() -> robot.lookup("#inSecond").query().requestFocus());

        choose(robot, "languageKo");

        assertThat(robot.lookup("#inSecond").query().isFocused()).isTrue();
    }

    @Test
    void anotherLanguageLeavesNothingOfTheOneBefore(FxRobot robot) throws Exception {
        shown.addSite();
        shown.awaitList(robot);
        WeakReference<Node> before =
                new WeakReference<>(robot.lookup("#detailPlace #linkCard").query());

        choose(robot, "languageKo");

        await().until(() -> {
            System.gc();
            return before.refersTo(null);
        });
    }

    @Test
    void everyControlHasANameInBothLanguages(FxRobot robot) throws Exception {
        shown.addSite();
        shown.awaitList(robot);
        for (String language : List.of("languageKo", "languageEn")) {
            choose(robot, language);
            for (Node node : robot.lookup((Node each) -> each instanceof ButtonBase).queryAll()) {
                ButtonBase button = (ButtonBase) node;
                String name =
                        Optional.ofNullable(button.getText())
                                .filter(text -> !text.isEmpty())
                                .or(() -> Optional.ofNullable(button.getAccessibleText()))
                                .orElse("");
                if (button.isFocusTraversable()) {
                    assertThat(name).as("name of %s", button).isNotBlank();
                }
            }
            assertThat(robot.lookup("#onOff").query().getAccessibleText()).isNotBlank();
        }
    }

    @Test
    void noButtonIsCutOffInTheSmallestWindow(FxRobot robot) throws Exception {
        shown.addSite();
        shown.awaitList(robot);
        robot.interact(() -> {
            shown.stage.setWidth(shown.stage.getMinWidth());
            shown.stage.setHeight(shown.stage.getMinHeight());
        });
        for (String language : List.of("languageKo", "languageEn")) {
            choose(robot, language);
            robot.interact(() -> shown.stage.getScene().getRoot().layout());
            for (Button button :
                    robot.lookup((Node each) -> each instanceof Button).queryAllAs(Button.class)) {
                if (button.isVisible() && button.getWidth() > 0) {
                    assertThat(button.getWidth())
                            .as("width of %s", button)
                            .isGreaterThanOrEqualTo(Math.floor(button.prefWidth(-1)));
                }
            }
        }
    }
}
