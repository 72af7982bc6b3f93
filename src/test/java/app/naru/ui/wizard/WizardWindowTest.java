package app.naru.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.FreePorts;
import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Target;
import app.naru.settings.SavedForward;
import app.naru.ui.UiContext;
import app.naru.ui.WizardOpener;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Walks the wizard with real keys and clicks, to a real server through a real relay. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class WizardWindowTest {

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
    void walksFromTheServerToALinkThatWorks() throws Exception {
        screen.awaitShown("#servers");
        screen.awaitTrue(() -> !screen.<ListView<?>>find("#servers").getItems().isEmpty());
        screen.robot.clickOn("Django");
        assertThat(screen.text("#port")).isEqualTo(screen.port().toString());

        screen.goOn("Where others find this PC");
        assertThat(screen.label("#internal")).isEqualTo(Address.text(WizardScreen.LAN));
        assertThat(screen.find("#wslText").isVisible()).isFalse();
        screen.goOn("Who may reach it, and for how long?");
        screen.goOn("The firewall rule");
        assertThat(screen.label("#notHere"))
                .endsWith("let TCP port " + screen.port() + " in there.");
        assertThat(screen.find("#commandPlace").isVisible()).isFalse();
        screen.goOn("Open it");
        screen.robot.type(KeyCode.ENTER);
        screen.awaitTitle("It is open");
        screen.awaitShown("#checkAnswer");
        assertThat(screen.label("#checkAnswer")).isEqualTo("It works: others reach the server.");

        String link = screen.label("#link");
        assertThat(link)
                .isEqualTo("http://" + Address.text(WizardScreen.LAN) + ":" + screen.port() + "/");
        assertThat(WizardScreen.get(link)).isEqualTo("the server's own page");
        assertThat(screen.settings.forwards())
                .singleElement()
                .matches(saved -> saved.on())
                .matches(saved -> saved.forward().name().text().equals("Django " + screen.port()));

        screen.robot.clickOn("#copy");
        assertThat(screen.copied).containsExactly(link);
        screen.robot.interact(() -> screen.find("#next").requestFocus());
        screen.robot.type(KeyCode.ENTER);
        screen.awaitClosed();
    }

    @Test
    void aPresetFillsThePageAndEachPageLinksToItsPageOfLearn() {
        screen.awaitShown("#presets");
        ComboBox<?> presets = screen.find("#presets");
        screen.robot.interact(() -> presets.getSelectionModel().select(0));
        assertThat(screen.text("#port")).isEqualTo("8000");
        assertThat(screen.<CheckBox>find("#http").isSelected()).isTrue();

        screen.robot.interact(() -> screen.<Hyperlink>find("#learnMore").fire());
        screen.awaitTrue(() -> learnTitle().equals("A server and its port"));
        screen.robot.push(KeyCode.ESCAPE);
        screen.awaitTrue(() -> learnTitle().isEmpty());

        screen.goOn("Where others find this PC");
        screen.robot.interact(() -> screen.<Hyperlink>find("#learnMore").fire());
        screen.awaitTrue(() -> learnTitle().equals("Internal and external address"));
    }

    /**
     * Returns the title of the page in the window of Learn; empty where there is no such window.
     */
    private static String learnTitle() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage stage && stage.getTitle().equals("Learn"))
                .map(window -> ((Labeled) window.getScene().lookup("#title")).getText())
                .findFirst()
                .orElse("");
    }

    @Test
    void goesOnWithAnotherPortWhereThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(FreePorts.one(), 1, WizardScreen.LAN)) {
            screen.robot.type("#port", screen.port().toString());
            screen.goOn("Where others find this PC");
            screen.robot.type("#port", String.valueOf(taken.getLocalPort()));
            screen.goOn("Who may reach it, and for how long?");
            screen.goOn("The firewall rule");
            screen.goOn("Open it");
            screen.robot.type(KeyCode.ENTER);
            screen.awaitShown("#failure");
            assertThat(screen.label("#why")).contains(String.valueOf(taken.getLocalPort()));

            screen.robot.clickOn("#otherPort");

            screen.awaitTitle("Where others find this PC");
            assertThat(screen.text("#port")).isNotEqualTo(String.valueOf(taken.getLocalPort()));
            screen.goOn("Who may reach it, and for how long?");
            screen.goOn("The firewall rule");
            screen.goOn("Open it");
            screen.robot.type(KeyCode.ENTER);
            screen.awaitTitle("It is open");
            assertThat(WizardScreen.get(screen.label("#link"))).isEqualTo("the server's own page");
        }
    }

    @Test
    void openingToTheInternetBeginsWithWhoMayCome() throws Exception {
        screen.hide();
        Forward kept =
                new Forward(
                        "aaaaaaa1",
                        new ForwardName("Site"),
                        Protocol.TCP,
                        PortRange.of(screen.port()),
                        new Listen.LanAddresses(),
                        new Target.ThisPc(screen.port()),
                        new Audience.ThisNetwork(),
                        new Lifetime.UntilStopped(),
                        Set.of(NetworkProfile.PRIVATE),
                        "");
        UiContext another = screen.context();
        screen.settings.put(new SavedForward(kept, false, Optional.empty()));
        screen.open(another, new WizardOpener.Start.ToInternet(kept));

        screen.awaitTitle("Who may reach it, and for how long?");
        assertThat(screen.<RadioButton>find("#internet").isSelected()).isTrue();
        assertThat(screen.find("#step-ROUTER").isVisible()).isTrue();
    }
}
