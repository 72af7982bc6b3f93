package app.naru.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.forward.Audience;
import app.naru.path.KeptMappings;
import app.naru.path.Traces;
import app.naru.router.Found;
import app.naru.settings.AutoStart;
import app.naru.settings.Preferences;
import app.naru.settings.SavedForward;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import app.naru.ui.AudienceDraft.HowLong;
import app.naru.ui.AudienceDraft.Who;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.CutOff;
import app.naru.ui.Desk;
import app.naru.ui.Page;
import app.naru.ui.PatientRobot;
import app.naru.ui.TechnicalDetails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Sets things on the page as a user does, and looks what is kept. */
@ExtendWith(ApplicationExtension.class)
final class SettingsPageTest {

    private static final double WIDTH = 780;
    private static final double HEIGHT = 1_000;

    private final PatientRobot robot = new PatientRobot();
    private final AtomicReference<AutoStart.State> starts =
            new AtomicReference<>(AutoStart.State.OFF);
    private Path folder;
    private Desk desk;
    private Stage stage;
    private Parent root;

    @Start
    void start(Stage primary) throws IOException {
        stage = primary;
        folder = Files.createTempDirectory("naru-settings");
        desk =
                new Desk(
                        folder,
                        BackgroundTasks.onToolkit(failure -> {
                            throw new IllegalStateException(failure);
                        }));
        desk.autoStart = Optional.of(new System());
        desk.settings.put(
                new SavedForward(Desk.forward("aaaaaaa1", "Site", 8000), true, Optional.empty()));
        root = desk.show(stage, page(), Locale.ENGLISH, WIDTH, HEIGHT);
    }

    @AfterEach
    void stop() {
        robot.interact(stage::hide);
        desk.close();
    }

    private Page page() {
        return SettingsPage.page(
                new Traces(
                        desk.settings,
                        desk.saved,
                        desk.forwards,
                        Optional.empty(),
                        progress -> new Found(List.of()),
                        new KeptMappings(new SettingsFolder(folder), Clock.systemUTC()),
                        desk.autoStart));
    }

    private final class System implements AutoStart {
        @Override
        public State state() {
            return starts.get();
        }

        @Override
        public State turn(boolean on) {
            starts.set(on ? State.ON : State.OFF);
            return starts.get();
        }
    }

    private Preferences kept() {
        try {
            return new Settings(new SettingsFolder(folder), Clock.systemUTC()).preferences();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLanguageCountsWhenItsListIsClosedOrByEnter() {
        ComboBox<?> language = robot.lookup("#language").queryAs(ComboBox.class);
        robot.interact(language::requestFocus);
        robot.type(KeyCode.DOWN);
        assertThat(language.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        assertThat(desk.preferences.preferences().language()).isEmpty();
        robot.type(KeyCode.ENTER);
        assertThat(desk.preferences.preferences().language()).contains("ko");

        robot.interact(language::show);
        robot.interact(() -> language.getSelectionModel().select(2));
        assertThat(desk.preferences.preferences().language()).contains("ko");
        robot.interact(language::hide);
        assertThat(desk.preferences.preferences().language()).contains("en");
    }

    @Test
    void everySwitchIsKept() {
        robot.clickOn("#details").clickOn("#closeToTray").clickOn("#notifications");
        await().untilAsserted(() ->
                assertThat(kept())
                        .isEqualTo(
                                Preferences.DEFAULT
                                        .withDetails(true)
                                        .withCloseToTray(false)
                                        .withNotifications(false)));

        robot.clickOn("#start");
        await().until(() -> starts.get() == AutoStart.State.ON);
    }

    @Test
    void languageAndColoursAreChosen() {
        robot.interact(() -> combo("#language").show());
        robot.interact(() -> {
            combo("#language").getSelectionModel().select(1);
            combo("#language").hide();
            combo("#theme").getSelectionModel().select(2);
        });

        await().untilAsserted(() ->
                assertThat(kept())
                        .isEqualTo(
                                Preferences.DEFAULT
                                        .withLanguage(Optional.of("ko"))
                                        .withTheme(Preferences.Theme.DARK)));
    }

    /** Each choice is kept on a thread of its own: the last one stays, not the slowest. */
    @Test
    void theLastOfManyChoicesIsTheOneThatStays() {
        robot.interact(() -> {
            for (int i = 0; i < 100; i++) {
                combo("#theme").getSelectionModel().select(1 + i % 2);
            }
        });

        await().untilAsserted(() -> assertThat(desk.tasks.busyProperty().get()).isFalse());
        assertThat(kept().theme()).isEqualTo(Preferences.Theme.DARK);
    }

    private ComboBox<?> combo(String query) {
        return robot.lookup(query).queryAs(ComboBox.class);
    }

    @Test
    void aWrongLimitIsToldAndARightOneKept() {
        TextField total = robot.lookup("#total").queryAs(TextField.class);
        robot.interact(() -> {
            total.setText("none");
            total.fireEvent(new javafx.event.ActionEvent());
        });
        assertThat(robot.lookup("#totalProblem").queryAs(Label.class).getText())
                .contains("\"none\"");
        assertThat(kept().limits()).isEqualTo(Preferences.DEFAULT.limits());

        robot.interact(() -> {
            total.setText("12");
            total.fireEvent(new javafx.event.ActionEvent());
        });

        await().until(() -> kept().limits().total().equals(Optional.of(12)));
    }

    @Test
    void aPresetIsMadeFromAForwardAndTakenAwayAfterAsking() {
        MenuButton add = robot.lookup("#add").queryAs(MenuButton.class);
        robot.interact(() -> add.getItems().getFirst().fire());
        await().until(() -> desk.settings.presets().size() == 1);

        fire("Remove");
        robot.clickWithin("#question", "Remove");

        await().until(() -> desk.settings.presets().isEmpty());
    }

    @Test
    void aPresetSaysWhoMayComeAndForHowLong() {
        MenuButton add = robot.lookup("#add").queryAs(MenuButton.class);
        robot.interact(() -> add.getItems().getFirst().fire());
        await().until(() -> desk.settings.presets().size() == 1);
        fire("Edit");
        ComboBox<Who> who = robot.lookup("#who").queryComboBox();
        ComboBox<HowLong> howLong = robot.lookup("#howLong").queryComboBox();
        Node addresses = robot.lookup("#addresses").query();
        TextField time = robot.lookup("#time").queryAs(TextField.class);
        assertThat(addresses.isVisible()).isFalse();
        assertThat(time.isVisible()).isFalse();

        robot.interact(() -> {
            who.setValue(Who.CHOSEN);
            howLong.setValue(HowLong.CUSTOM);
        });
        assertThat(addresses.isVisible()).isTrue();
        assertThat(time.isVisible()).isTrue();
        assertThat(robot.lookup("#save").queryButton().isDisabled()).isTrue();

        robot.interact(() -> {
            who.setValue(Who.INTERNET);
            time.setText("45 minutes");
            robot.lookup("#save").queryButton().fire();
        });
        await().until(() ->
                desk.settings.presets().getFirst().audience().equals(new Audience.Internet()));
        assertThat(desk.settings.presets().getFirst().lifetime()).hasToString("45m");
    }

    /** The page shows what is kept a moment after it is kept. */
    private void fire(String text) {
        robot.untilShown(text);
        robot.interact(
                () -> robot.lookup(text).queryAllAs(ButtonBase.class).iterator().next().fire());
    }

    @Test
    void everythingIsShownBeforeItIsRemoved() {
        starts.set(AutoStart.State.ON);
        robot.interact(() -> robot.lookup("#look").queryButton().fire());
        robot.untilShown("#consent");
        assertThat(texts("#traces"))
                .containsExactly("• The open server \"Site\"", "• The start with Windows");
        assertThat(starts.get()).isEqualTo(AutoStart.State.ON);

        robot.interact(() -> robot.lookup("#remove").queryButton().fire());

        await().until(() -> robot.textIn("#removalTold").equals("All of it is gone."));
        assertThat(starts.get()).isEqualTo(AutoStart.State.OFF);
        assertThat(desk.settings.forwards()).extracting(SavedForward::on).containsExactly(false);
    }

    private List<String> texts(String query) {
        return robot.lookup(query).queryAs(Parent.class).getChildrenUnmodifiable().stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }

    @Test
    void technicalDetailsGoAndComeAtOnce() {
        Label command = new Label("netsh advfirewall");
        robot.interact(() -> {
            TechnicalDetails.only(command, desk.preferences);
            stage.setScene(new Scene(new StackPane(command)));
        });
        assertThat(command.isVisible()).isFalse();

        robot.interact(() -> desk.preferences.change(now -> now.withDetails(true)));
        assertThat(command.isVisible()).isTrue();
        robot.interact(() -> desk.preferences.change(now -> now.withDetails(false)));
        assertThat(command.isVisible()).isFalse();
    }

    @Test
    void nothingIsCutOffInEitherLanguage() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            robot.interact(() -> root = desk.show(stage, page(), language, WIDTH, HEIGHT));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> CutOff.assertNone(root));
        }
    }
}
