package app.naru.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.ui.PatientRobot;
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
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Another language while the window is shown, and what each says and has room for. */
@ExtendWith(ApplicationExtension.class)
final class LanguageInWindowTest {

    private final PatientRobot robot = new PatientRobot();
    private ShownWindow shown;

    @Start
    void start(Stage stage) throws IOException {
        shown = new ShownWindow(stage);
    }

    @AfterEach
    void stop() throws IOException {
        shown.close();
    }

    @Test
    void anotherLanguageKeepsThePage() {
        robot.clickOn("#page-second");
        shown.choose("languageKo");

        assertThat(robot.lookup("#second").tryQuery()).isPresent();
    }

    @Test
    void changesTheLanguageWhileItRuns() {
        shown.choose("languageKo");

        assertThat(robot.lookup("#emptyOpen").queryAs(Button.class).getText()).isEqualTo("서버 열기");
        await().until(() ->
                shown.world.settings.preferences().language().equals(Optional.of("ko")));
        shown.choose("languageEn");
        assertThat(robot.lookup("#emptyOpen").queryAs(Button.class).getText())
                .isEqualTo("Open a server");
    }

    @Test
    void anotherLanguageLeavesTheKeyboardWhereItIs() {
        robot.clickOn("#page-second");
        robot.interact(() -> robot.lookup("#inSecond").query().requestFocus());

        shown.choose("languageKo");

        assertThat(robot.lookup("#inSecond").query().isFocused()).isTrue();
    }

    @Test
    void anotherLanguageLeavesNothingOfTheOneBefore() throws Exception {
        shown.addSite();
        shown.awaitList();
        WeakReference<Node> before =
                new WeakReference<>(robot.lookup("#detailPlace #linkCard").query());

        shown.choose("languageKo");

        await().until(() -> {
            System.gc();
            return before.refersTo(null);
        });
    }

    @Test
    void everyControlHasANameInBothLanguages() throws Exception {
        shown.addSite();
        shown.awaitList();
        for (String language : List.of("languageKo", "languageEn")) {
            shown.choose(language);
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
    void noButtonIsCutOffInTheSmallestWindow() throws Exception {
        shown.addSite();
        shown.awaitList();
        robot.interact(() -> {
            shown.stage.setWidth(shown.stage.getMinWidth());
            shown.stage.setHeight(shown.stage.getMinHeight());
        });
        for (String language : List.of("languageKo", "languageEn")) {
            shown.choose(language);
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
