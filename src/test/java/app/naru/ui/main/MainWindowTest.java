package app.naru.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.ui.PatientRobot;
import app.naru.ui.WizardOpener;
import java.io.IOException;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Clicks and keys of the main window, from page to page and to its end. */
@ExtendWith(ApplicationExtension.class)
final class MainWindowTest {

    private static final PseudoClass BY_KEYBOARD = PseudoClass.getPseudoClass("by-keyboard");

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
    void aStartToTheTrayShowsTheWindowWhereThereIsNone() {
        robot.interact(() -> {
            Stage other = new Stage();
            NaruWindow inTray = new NaruWindow(other, shown.world.parts(), other::hide);
            inTray.start(false);
            assertThat(other.isShowing()).isTrue();
            inTray.end();
        });
    }

    @Test
    void anEmptyWindowInvites() {
        robot.clickOn("#emptyOpen").clickOn("#emptySample");

        assertThat(shown.world.wizardStarts)
                .containsExactly(new WizardOpener.Start.New(), new WizardOpener.Start.Sample());
    }

    @Test
    void theKeyboardOpensTheWizard() {
        robot.push(KeyCode.CONTROL, KeyCode.N);

        assertThat(shown.world.wizardStarts).containsExactly(new WizardOpener.Start.New());
    }

    @Test
    void theKeyboardOpensPages() {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(robot.lookup("#second").tryQuery()).isPresent();
        assertThat(robot.lookup("#page-second").queryAs(ToggleButton.class))
                .matches(ToggleButton::isSelected)
                .matches(Node::isFocused)
                .matches(each -> each.getPseudoClassStates().contains(BY_KEYBOARD));

        robot.push(KeyCode.F6);
        assertThat(robot.lookup("#inSecond").query().isFocused()).isTrue();
        assertThat(robot.lookup("#page-second").query().getPseudoClassStates())
                .doesNotContain(BY_KEYBOARD);
        robot.push(KeyCode.F6);
        assertThat(robot.lookup("#page-second").query().isFocused()).isTrue();

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(robot.lookup("#second").tryQuery()).isEmpty();
    }

    @Test
    void aClickOnThePageThatIsShownChangesNothing() {
        robot.clickOn("#page-forwards");

        assertThat(robot.lookup("#page-forwards").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }

    @Test
    void whatIsNotShownListensToNothing() {
        robot.clickOn("#page-second");
        assertThat(shown.world.secondListens).hasValue(1);

        robot.clickOn("#page-forwards");
        assertThat(shown.world.secondListens).hasValue(0);
        robot.clickOn("#page-second");
        robot.interact(shown.stage::hide);
        assertThat(shown.world.secondListens).hasValue(0);
    }

    @Test
    void theSheetOfShortcutsNamesAsManyPagesAsThereAre() {
        robot.push(KeyCode.F1);

        Node sheet = robot.lookup("#shortcuts").query();
        assertThat(robot.from(sheet).lookup(".keys").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("Ctrl+1 – Ctrl+2");
        assertThat(
                        robot.from(sheet).lookup(".keys").queryAll().stream()
                                .map(keys -> keys.getParent().getChildrenUnmodifiable().get(1))
                                .map(text -> text.localToScene(0, 0).getX())
                                .distinct())
                .hasSize(1);
        robot.interact(() -> sheet.getScene().getWindow().hide());
    }

    @Test
    void asksBeforeItEndsWhatOthersUse() throws Exception {
        shown.addSite();
        shown.awaitList();
        robot.clickOn("#onOff");
        robot.untilShown("#qr");

        robot.push(KeyCode.CONTROL, KeyCode.Q);
        robot.clickOn("Cancel");
        assertThat(shown.ended()).isFalse();

        robot.push(KeyCode.CONTROL, KeyCode.Q);
        robot.clickOn("Quit");
        await().until(shown::ended);
    }
}
