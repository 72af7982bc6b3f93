package app.naru.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import app.naru.FreePorts;
import app.naru.forward.Address;
import app.naru.forward.Forward;
import app.naru.forward.Protocol;
import app.naru.path.ForwardStatus.State;
import app.naru.server.Listener;
import app.naru.server.Program;
import app.naru.ui.PatientRobot;
import app.naru.ui.WizardOpener;
import atlantafx.base.controls.ToggleSwitch;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Switches, cards and what they say, with forwards that really relay. */
@ExtendWith(ApplicationExtension.class)
final class ForwardsInWindowTest {

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
    void theSwitchReallyOpensAndCloses() throws Exception {
        shown.addSite();
        shown.awaitList();

        robot.clickOn("#onOff");
        shown.awaitOpen();
        assertThat(shown.status()).isEqualTo(200);
        robot.untilShown("#qr");
        assertThat(robot.lookup("#linkCard #link").queryAllAs(TextField.class))
                .extracting(TextField::getText)
                .contains("http://" + World.HERE + ":" + shown.port + "/");
        await().until(this::isSwitchedOn);

        robot.clickOn("#onOff");
        await().until(() -> shown.world.saved.list().getFirst().state() == State.CLOSED);
        await().until(() -> !isSwitchedOn());
    }

    private boolean isSwitchedOn() {
        return PatientRobot.seen(() ->
                robot.lookup("#onOff").queryAllAs(ToggleSwitch.class).stream()
                        .anyMatch(ToggleSwitch::isSelected));
    }

    @Test
    void whatWasOpenedElsewhereStaysOpen() throws Exception {
        shown.world.openAsSoonAsItCan(
                World.forward("aaaaaaa1", "Site", shown.port, shown.server.port().toString()));
        shown.awaitList();

        await().until(this::isSwitchedOn);
        assertThat(shown.world.saved.list().getFirst().state()).isEqualTo(State.OPEN);
    }

    @Test
    void aVisitorIsTurnedAwayWithAClick() throws Exception {
        shown.addSite();
        shown.awaitList();
        robot.clickOn("#onOff");
        shown.awaitOpen();
        assertThat(shown.status()).isEqualTo(200);
        robot.untilShown("#visitors .button");

        robot.interact(() -> robot.lookup("#visitors .button").queryAs(Button.class).fire());

        await().until(() -> robot.textIn("#visitors .button").equals("Let in"));
        assertThatIOException().isThrownBy(shown::status);
        robot.interact(() -> robot.lookup("#visitors .button").queryAs(Button.class).fire());
        await().until(() -> robot.textIn("#visitors .button").equals("Block"));
        assertThat(shown.status()).isEqualTo(200);
    }

    @Test
    void saysWhatAServerThatListensItselfKeepsFromNaru() throws Exception {
        shown.listeners.add(
                new Listener(
                        Protocol.TCP,
                        Address.parse("0.0.0.0"),
                        shown.server.port(),
                        Optional.empty()));
        String own = shown.server.port().toString();
        shown.world.with(World.forward("aaaaaaa1", "Site", shown.server.port().number(), own));
        shown.awaitList();
        robot.untilShown("#byItself");
        assertThat(robot.lookup("#byItself").queryLabeled().getText()).contains("still reach it");

        robot.clickOn("#onOff");

        await().until(() -> robot.textIn("#byItself").contains("does not see them"));
        assertThat(robot.lookup("#visitors").query().getParent().isVisible()).isFalse();
    }

    @Test
    void takesItsOwnRelayForNoServerThatListensItself() throws Exception {
        Program own = new Program(World.OWN_PID, "naru", Optional.empty(), "naru");
        shown.listeners.add(
                new Listener(
                        Protocol.TCP,
                        Address.parse("0.0.0.0"),
                        shown.server.port(),
                        Optional.of(own)));
        String target = shown.server.port().toString();
        shown.world.with(World.forward("aaaaaaa1", "Site", shown.server.port().number(), target));
        shown.awaitList();

        await().during(Duration.ofSeconds(1)).until(() -> !robot.shows("#byItself"));
    }

    @Test
    void theKeyboardGoesFromCardToCardAndCopiesTheLink() throws Exception {
        shown.addSite();
        shown.world.with(World.forward("aaaaaaa2", "Other", FreePorts.one(), "8000"));
        shown.awaitList();
        await().until(() ->
                PatientRobot.seen(() -> cards().stream().map(Node::getLayoutY).distinct().count())
                        == 2);
        List<Node> cards = PatientRobot.seen(this::cards);
        robot.interact(() -> cards.getFirst().requestFocus());

        robot.type(KeyCode.DOWN);
        assertThat(cards.getLast().isFocused()).isTrue();
        robot.type(KeyCode.UP);
        assertThat(cards.getFirst().isFocused()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.C);

        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).isEqualTo("http://" + World.HERE + ":" + shown.port + "/");
        robot.type(KeyCode.ENTER);
        assertThat(robot.from(cards.getFirst()).lookup("#linkCard").tryQuery()).isPresent();
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#linkCard").tryQuery()).isEmpty();
    }

    /** From the top. */
    private List<Node> cards() {
        return robot.lookup(".forward-card").queryAll().stream()
                .sorted(Comparator.comparingDouble(Node::getLayoutY))
                .toList();
    }

    @Test
    void aForwardThatIsNewShowsAllOfItself() throws Exception {
        shown.addSite();
        shown.awaitList();
        robot.clickOn("#expand");
        assertThat(robot.lookup("#linkCard").tryQuery()).isEmpty();

        shown.world.with(World.forward("aaaaaaa2", "Other", FreePorts.one(), "8000"));

        robot.untilShown("#linkCard");
    }

    @Test
    void theSpaceBarSwitchesToo() throws Exception {
        shown.addSite();
        shown.awaitList();
        robot.interact(() -> robot.lookup(".forward-card").query().requestFocus());

        robot.type(KeyCode.SPACE);

        shown.awaitOpen();
    }

    @Test
    void aForwardThatTheWizardHasOpenedStaysOpenWhenItIsShown() throws Exception {
        Forward site =
                World.forward("aaaaaaa1", "Site", shown.port, shown.server.port().toString());
        shown.world.openAsSoonAsItCan(site);

        shown.awaitList();
        robot.untilShown("#checkAnswer");

        assertThat(shown.world.saved.list().getFirst().state()).isEqualTo(State.OPEN);
        assertThat(robot.lookup("#checkAnswer").queryLabeled().getText())
                .isEqualTo("It works: others reach the server.");
    }

    @Test
    void removesOnlyAfterAsking() throws Exception {
        shown.addSite();
        shown.awaitList();
        robot.interact(() -> robot.lookup(".forward-card").query().requestFocus());

        robot.type(KeyCode.DELETE);
        robot.clickOn("Cancel");
        assertThat(shown.world.settings.forwards()).hasSize(1);

        robot.clickOn("#remove");
        robot.clickWithin("#question", "Remove");
        await().until(() -> shown.world.settings.forwards().isEmpty());
        robot.untilShown("#empty");
    }

    @Test
    void editsInTheWizard() throws Exception {
        shown.addSite();
        shown.awaitList();

        robot.clickOn("#edit");

        assertThat(shown.world.wizardStarts)
                .containsExactly(
                        new WizardOpener.Start.Edit(
                                shown.world.settings.forwards().getFirst().forward()));
    }
}
