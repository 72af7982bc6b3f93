package app.naru.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Port;
import app.naru.text.Texts;
import app.naru.ui.WizardOpener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The way from page to page, by keys and clicks, and what is wrong on the way. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class WizardStepsTest {

    @TempDir private static Path folder;
    private WizardScreen screen;

    @Start
    void start(Stage stage) throws IOException {
        screen = new WizardScreen(stage, folder);
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
    }

    @Test
    void foldsTheRuleAwayUntilSomethingInItIsWrong() {
        screen.robot.type("#port", "8000");
        screen.goOn("Where others find this PC");
        screen.goOn("Who may reach it, and for how long?");
        screen.goOn("The firewall rule");
        assertThat(screen.<TitledPane>find("#details").isExpanded()).isFalse();

        screen.robot.interact(() -> screen.<TextInputControl>find("#name").clear());

        assertThat(screen.<TitledPane>find("#details").isExpanded()).isTrue();
        assertThat(screen.label("#nameProblem")).isEqualTo("Give it a name.");
        assertThat(screen.find("#next").isDisabled()).isTrue();
    }

    @Test
    void marksABadPortAndLetsNobodyOn() {
        screen.robot.type("#port", "80-70");

        screen.awaitTrue(() -> screen.label("#portProblem").contains("runs backwards"));
        assertThat(screen.find("#next").isDisabled()).isTrue();
        screen.robot.type(KeyCode.ENTER);
        assertThat(screen.label("#title")).isEqualTo("Which server do you want to open?");
    }

    @Test
    void backAndAnotherLanguageKeepWhatWasEntered() {
        screen.robot.type("#port", "8000-8010");
        screen.goOn("Where others find this PC");
        screen.robot.clickOn("#back");
        assertThat(screen.text("#port")).isEqualTo("8000-8010");

        screen.robot.interact(() -> screen.windows.speak(Texts.in(Locale.KOREAN)));

        assertThat(screen.label("#title")).isEqualTo("어떤 서버를 열까요?");
        assertThat(screen.text("#port")).isEqualTo("8000-8010");
    }

    @Test
    void theKeyboardIsInTheListBeforeItHasFilledAndNothingItDoesIsLost() throws Exception {
        screen.hide();
        screen.looked.set(new CountDownLatch(1));
        screen.listeners.set(WizardScreen.djangos(screen.port(), new Port(1024)));
        screen.open(new WizardOpener.Start.New());
        screen.awaitTrue(() -> screen.find("#servers").isFocused());

        screen.robot.type(KeyCode.DOWN);
        screen.looked.get().countDown();
        screen.awaitTrue(() -> !screen.<ListView<?>>find("#servers").getItems().isEmpty());
        assertThat(screen.find("#servers").isFocused()).isTrue();
        assertThat(screen.<ListView<?>>find("#servers").getSelectionModel().getSelectedIndex())
                .isZero();
        screen.goOn("Where others find this PC");

        screen.robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        screen.awaitTitle("Which server do you want to open?");
        screen.robot.clickOn("#step-ADDRESSES");
        screen.awaitTitle("Where others find this PC");
        assertThat(screen.find("#step-FIREWALL").isDisabled()).isTrue();
        assertThat(screen.find("#step-SERVER").getAccessibleText())
                .isEqualTo("Step 1 of 6: Server");

        screen.robot.interact(() -> screen.<Button>find("#step-SERVER").fire());
        screen.awaitTrue(() -> screen.find("#servers").isFocused());
        screen.robot.type(KeyCode.ESCAPE);
        screen.awaitClosed();
    }

    @Test
    void isNoLargerThanTheWindowThatItStaysInFrontOf() throws Exception {
        screen.hide();
        screen.robot.interact(() -> {
            screen.owner.setWidth(880);
            screen.owner.setHeight(560);
        });
        screen.open(new WizardOpener.Start.New());

        assertThat(screen.wizard().getWidth()).isEqualTo(880);
        assertThat(screen.wizard().getHeight()).isEqualTo(560);
        assertThat(rightEdge("#next")).isLessThan(880);
        assertThat(rightEdge("#step-DONE")).isLessThan(880);
    }

    private double rightEdge(String query) {
        Node node = screen.find(query);
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }

    @Test
    void escapeClosesIt() {
        screen.awaitShown("#port");

        screen.robot.type(KeyCode.ESCAPE);

        screen.awaitClosed();
        assertThat(screen.settings.forwards()).isEmpty();
    }
}
