package app.naru.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import app.naru.forward.Address;
import app.naru.forward.Forward;
import app.naru.forward.Protocol;
import app.naru.path.ForwardStatus.State;
import app.naru.server.Listener;
import app.naru.server.Program;
import app.naru.server.SampleServer;
import app.naru.settings.Preferences;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.ui.WizardOpener;
import atlantafx.base.controls.ToggleSwitch;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Clicks through the main window, with forwards that really relay. */
@ExtendWith(ApplicationExtension.class)
final class MainWindowTest {

    private static final PseudoClass BY_KEYBOARD = PseudoClass.getPseudoClass("by-keyboard");

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private Path folder;
    private SampleServer server;
    private World world;
    private Stage stage;
    private int port;
    private NaruWindow window;
    private boolean ended;

    @Start
    void start(Stage primary) throws IOException {
        stage = primary;
        folder = Files.createTempDirectory("naru-window");
        server = SampleServer.start(0, visitor -> "<h1>it works</h1>");
        port = World.freePort();
        world = new World(folder, OperatingSystem.LINUX, listeners);
        world.settings.preferences(Preferences.DEFAULT.withLanguage(Optional.of("en")));
        window = new NaruWindow(stage, world.parts(), () -> ended = true);
        window.start(true);
    }

    @AfterEach
    void stop(FxRobot robot) throws IOException {
        robot.interact(window::end);
        world.close();
        server.close();
    }

    @Test
    void aStartToTheTrayShowsTheWindowWhereThereIsNone(FxRobot robot) {
        robot.interact(() -> {
            Stage other = new Stage();
            NaruWindow inTray = new NaruWindow(other, world.parts(), other::hide);
            inTray.start(false);
            assertThat(other.isShowing()).isTrue();
            inTray.end();
        });
    }

    private void addSite() throws IOException {
        world.with(World.forward("aaaaaaa1", "Site", port, server.port().toString()));
    }

    /** The window looks every second; the first forward takes the invitation's place. */
    private void awaitList(FxRobot robot) {
        await().until(() -> robot.lookup(".forward-card").tryQuery().isPresent());
        await().until(() -> robot.lookup("#detailPlace #linkCard").tryQuery().isPresent());
    }

    private int status() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://" + World.HERE + ":" + port + "/"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }

    @Test
    void anEmptyWindowInvites(FxRobot robot) {
        robot.clickOn("#emptyOpen").clickOn("#emptySample");

        assertThat(world.wizardStarts)
                .containsExactly(new WizardOpener.Start.New(), new WizardOpener.Start.Sample());
    }

    @Test
    void theKeyboardOpensTheWizard(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.N);

        assertThat(world.wizardStarts).containsExactly(new WizardOpener.Start.New());
    }

    @Test
    void theKeyboardOpensPages(FxRobot robot) {
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
    void aClickOnThePageThatIsShownChangesNothing(FxRobot robot) {
        robot.clickOn("#page-forwards");

        assertThat(robot.lookup("#page-forwards").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }

    @Test
    void anotherLanguageKeepsThePage(FxRobot robot) {
        robot.clickOn("#page-second");
        choose(robot, "languageKo");

        assertThat(robot.lookup("#second").tryQuery()).isPresent();
    }

    @Test
    void whatIsNotShownListensToNothing(FxRobot robot) {
        robot.clickOn("#page-second");
        assertThat(world.secondListens).hasValue(1);

        robot.clickOn("#page-forwards");
        assertThat(world.secondListens).hasValue(0);
        robot.clickOn("#page-second");
        robot.interact(stage::hide);
        assertThat(world.secondListens).hasValue(0);
    }

    @Test
    void theSwitchReallyOpensAndCloses(FxRobot robot) throws Exception {
        addSite();
        awaitList(robot);

        robot.clickOn("#onOff");
        await().until(() -> world.saved.list().getFirst().state() == State.OPEN);
        assertThat(status()).isEqualTo(200);
        await().until(() -> robot.lookup("#qr").query().isVisible());
        assertThat(robot.lookup("#linkCard #link").queryAllAs(TextField.class))
                .extracting(TextField::getText)
                .contains("http://" + World.HERE + ":" + port + "/");
        await().until(() -> robot.lookup("#onOff").queryAs(ToggleSwitch.class).isSelected());

        await().until(() -> !robot.lookup("#onOff").query().isDisabled());
        robot.clickOn("#onOff");
        await().until(() -> world.saved.list().getFirst().state() == State.CLOSED);
        await().until(() -> !robot.lookup("#onOff").queryAs(ToggleSwitch.class).isSelected());
    }

    @Test
    void whatWasOpenedElsewhereStaysOpen(FxRobot robot) throws Exception {
        world.openAsSoonAsItCan(World.forward("aaaaaaa1", "Site", port, server.port().toString()));
        awaitList(robot);

        await().until(() -> robot.lookup("#onOff").queryAs(ToggleSwitch.class).isSelected());
        assertThat(world.saved.list().getFirst().state()).isEqualTo(State.OPEN);
    }

    @Test
    void aVisitorIsTurnedAwayWithAClick(FxRobot robot) throws Exception {
        addSite();
        awaitList(robot);
        robot.clickOn("#onOff");
        await().until(() -> world.saved.list().getFirst().state() == State.OPEN);
        assertThat(status()).isEqualTo(200);
        await().until(() -> robot.lookup("#visitors .button").tryQuery().isPresent());

        robot.interact(() -> robot.lookup("#visitors .button").queryAs(Button.class).fire());

        await().until(() ->
                "Let in".equals(robot.lookup("#visitors .button").queryButton().getText()));
        assertThatIOException().isThrownBy(this::status);
        robot.interact(() -> robot.lookup("#visitors .button").queryAs(Button.class).fire());
        await().until(() ->
                "Block".equals(robot.lookup("#visitors .button").queryButton().getText()));
        assertThat(status()).isEqualTo(200);
    }

    @Test
    void saysWhatAServerThatListensItselfKeepsFromNaru(FxRobot robot) throws Exception {
        listeners.add(
                new Listener(
                        Protocol.TCP, Address.parse("0.0.0.0"), server.port(), Optional.empty()));
        String own = server.port().toString();
        world.with(World.forward("aaaaaaa1", "Site", server.port().number(), own));
        awaitList(robot);
        await().until(() -> robot.lookup("#byItself").query().isVisible());
        assertThat(robot.lookup("#byItself").queryLabeled().getText()).contains("still reach it");

        robot.clickOn("#onOff");

        await().until(() ->
                robot.lookup("#byItself").queryLabeled().getText().contains("does not see them"));
        assertThat(robot.lookup("#visitors").query().getParent().isVisible()).isFalse();
    }

    @Test
    void takesItsOwnRelayForNoServerThatListensItself(FxRobot robot) throws Exception {
        Program own = new Program(World.OWN_PID, "naru", Optional.empty(), "naru");
        listeners.add(
                new Listener(
                        Protocol.TCP, Address.parse("0.0.0.0"), server.port(), Optional.of(own)));
        String target = server.port().toString();
        world.with(World.forward("aaaaaaa1", "Site", server.port().number(), target));
        awaitList(robot);

        await().during(Duration.ofSeconds(1))
                .until(() -> !robot.lookup("#byItself").query().isVisible());
    }

    @Test
    void theKeyboardGoesFromCardToCardAndCopiesTheLink(FxRobot robot) throws Exception {
        addSite();
        world.with(World.forward("aaaaaaa2", "Other", World.freePort(), "8000"));
        awaitList(robot);
        await().until(() -> robot.lookup(".forward-card").queryAll().size() == 2);
        List<Node> cards =
                robot.lookup(".forward-card").queryAll().stream()
                        .sorted(Comparator.comparingDouble(Node::getLayoutY))
                        .toList();
        robot.interact(() -> cards.getFirst().requestFocus());

        robot.type(KeyCode.DOWN);
        assertThat(cards.getLast().isFocused()).isTrue();
        robot.type(KeyCode.UP);
        assertThat(cards.getFirst().isFocused()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.C);

        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).isEqualTo("http://" + World.HERE + ":" + port + "/");
        robot.type(KeyCode.ENTER);
        assertThat(robot.from(cards.getFirst()).lookup("#linkCard").tryQuery()).isPresent();
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#linkCard").tryQuery()).isEmpty();
    }

    @Test
    void aForwardThatIsNewShowsAllOfItself(FxRobot robot) throws Exception {
        addSite();
        awaitList(robot);
        robot.clickOn("#expand");
        assertThat(robot.lookup("#linkCard").tryQuery()).isEmpty();

        world.with(World.forward("aaaaaaa2", "Other", World.freePort(), "8000"));

        await().until(() -> robot.lookup("#linkCard").tryQuery().isPresent());
    }

    @Test
    void theSpaceBarSwitchesToo(FxRobot robot) throws Exception {
        addSite();
        awaitList(robot);
        robot.interact(() -> robot.lookup(".forward-card").query().requestFocus());

        robot.type(KeyCode.SPACE);

        await().until(() -> world.saved.list().getFirst().state() == State.OPEN);
    }

    @Test
    void aForwardThatTheWizardHasOpenedStaysOpenWhenItIsShown(FxRobot robot) throws Exception {
        Forward site = World.forward("aaaaaaa1", "Site", port, server.port().toString());
        world.openAsSoonAsItCan(site);

        awaitList(robot);
        await().until(() -> robot.lookup("#checkAnswer").tryQuery().isPresent());

        assertThat(world.saved.list().getFirst().state()).isEqualTo(State.OPEN);
        assertThat(robot.lookup("#checkAnswer").queryLabeled().getText())
                .isEqualTo("It works: others reach the server.");
    }

    @Test
    void removesOnlyAfterAsking(FxRobot robot) throws Exception {
        addSite();
        awaitList(robot);
        robot.interact(() -> robot.lookup(".forward-card").query().requestFocus());

        robot.type(KeyCode.DELETE);
        robot.clickOn("Cancel");
        assertThat(world.settings.forwards()).hasSize(1);

        robot.clickOn("#remove");
        robot.clickOn(robot.from(robot.lookup("#question")).lookup("Remove").queryButton());
        await().until(() -> world.settings.forwards().isEmpty());
        await().until(() -> robot.lookup("#empty").query().isVisible());
    }

    @Test
    void editsInTheWizard(FxRobot robot) throws Exception {
        addSite();
        awaitList(robot);

        robot.clickOn("#edit");

        assertThat(world.wizardStarts)
                .containsExactly(
                        new WizardOpener.Start.Edit(
                                world.settings.forwards().getFirst().forward()));
    }

    @Test
    void changesTheLanguageWhileItRuns(FxRobot robot) {
        choose(robot, "languageKo");

        assertThat(robot.lookup("#emptyOpen").queryAs(Button.class).getText()).isEqualTo("서버 열기");
        await().until(() -> world.settings.preferences().language().equals(Optional.of("ko")));
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
    void theSheetOfShortcutsNamesAsManyPagesAsThereAre(FxRobot robot) {
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
    void anotherLanguageLeavesNothingOfTheOneBefore(FxRobot robot) throws Exception {
        addSite();
        awaitList(robot);
        WeakReference<Node> before =
                new WeakReference<>(robot.lookup("#detailPlace #linkCard").query());

        choose(robot, "languageKo");

        await().until(() -> {
            System.gc();
            return before.refersTo(null);
        });
    }

    private static void choose(FxRobot robot, String id) {
        robot.interact(() ->
                robot.lookup("#menu").queryAs(MenuButton.class).getItems().stream()
                        .filter(javafx.scene.control.Menu.class::isInstance)
                        .flatMap(menu -> ((javafx.scene.control.Menu) menu).getItems().stream())
                        .filter(item -> id.equals(item.getId()))
                        .forEach(item -> ((RadioMenuItem) item).setSelected(true)));
    }

    @Test
    void asksBeforeItEndsWhatOthersUse(FxRobot robot) throws Exception {
        addSite();
        awaitList(robot);
        robot.clickOn("#onOff");
        await().until(() -> robot.lookup("#qr").query().isVisible());

        robot.push(KeyCode.CONTROL, KeyCode.Q);
        robot.clickOn("Cancel");
        assertThat(ended).isFalse();

        robot.push(KeyCode.CONTROL, KeyCode.Q);
        robot.clickOn("Quit");
        await().until(() -> ended);
    }

    @Test
    void everyControlHasANameInBothLanguages(FxRobot robot) throws Exception {
        addSite();
        awaitList(robot);
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
        addSite();
        awaitList(robot);
        robot.interact(() -> {
            stage.setWidth(stage.getMinWidth());
            stage.setHeight(stage.getMinHeight());
        });
        for (String language : List.of("languageKo", "languageEn")) {
            choose(robot, language);
            robot.interact(() -> stage.getScene().getRoot().layout());
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
