package app.naru.ui.settings;

import app.naru.settings.Preferences;
import app.naru.ui.Field;
import app.naru.ui.PreferencesViewModel;
import app.naru.ui.SettingRow;
import app.naru.ui.UiContext;
import app.naru.ui.Words;
import app.naru.ui.internet.ContactsWindow;
import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/** Binds how Naru looks, starts, tells and limits. */
final class GeneralController {

    /** Empty for the system's. */
    private static final List<String> LANGUAGES = List.of("", "ko", "en");

    private final UiContext context;
    private final PreferencesViewModel preferences;
    private final AutoStartViewModel autoStart;
    private final LimitsViewModel limits;
    private final Words words;

    @FXML private ComboBox<String> language;
    @FXML private ComboBox<Preferences.Theme> theme;
    @FXML private SettingRow startRow;
    @FXML private ToggleSwitch start;
    @FXML private ToggleSwitch closeToTray;
    @FXML private ToggleSwitch notifications;
    @FXML private ToggleSwitch details;
    @FXML private TextField total;
    @FXML private TextField perClient;
    @FXML private TextField perSecond;
    @FXML private Label totalProblem;
    @FXML private Label perClientProblem;
    @FXML private Label perSecondProblem;

    GeneralController(UiContext context, AutoStartViewModel autoStart, LimitsViewModel limits) {
        this.context = context;
        this.preferences = context.preferences();
        this.autoStart = autoStart;
        this.limits = limits;
        this.words = new Words(context.texts());
    }

    @FXML
    private void initialize() {
        language.getItems().setAll(LANGUAGES);
        language.setConverter(
                words.named(tag -> "settings.language." + (tag.isEmpty() ? "system" : tag)));
        theme.getItems().setAll(Preferences.Theme.values());
        theme.setConverter(words.named(each -> "settings.theme." + each));
        show(preferences.preferences());
        bindLanguage();
        theme.valueProperty().subscribe((before, now) -> preferences.chooseTheme(now));
        bind(closeToTray, Preferences::withCloseToTray);
        bind(notifications, Preferences::withNotifications);
        bind(details, Preferences::withDetails);
        bindStart();
        bind(total, totalProblem, limits.total());
        bind(perClient, perClientProblem, limits.perClient());
        bind(perSecond, perSecondProblem, limits.perSecond());
    }

    /**
     * The window is made anew in another language, so it counts when the list is closed, or by
     * Enter, and not at every arrow on the way there.
     */
    private void bindLanguage() {
        language.setOnHidden(event -> chooseLanguage());
        language.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER && !language.isShowing()) {
                        chooseLanguage();
                    }
                });
        language.focusedProperty()
                .subscribe((before, focused) -> {
                    if (!focused && !language.isShowing()) {
                        chooseLanguage();
                    }
                });
    }

    private void chooseLanguage() {
        preferences.chooseLanguage(
                Optional.ofNullable(language.getValue()).filter(tag -> !tag.isEmpty()));
    }

    /** Shows what was chosen elsewhere, as by an import. */
    Subscription follow() {
        autoStart.look();
        return preferences.preferencesProperty().subscribe(this::show);
    }

    private void show(Preferences now) {
        language.setValue(now.language().filter(LANGUAGES::contains).orElse(""));
        theme.setValue(now.theme());
        closeToTray.setSelected(now.closeToTray());
        notifications.setSelected(now.notifications());
        details.setSelected(now.details());
    }

    private void bind(ToggleSwitch button, BiFunction<Preferences, Boolean, Preferences> change) {
        button.selectedProperty()
                .subscribe(
                        (before, now) -> preferences.change(chosen -> change.apply(chosen, now)));
    }

    private void bindStart() {
        startRow.textProperty().bind(autoStart.explanationProperty().map(context.texts()::say));
        start.disableProperty().bind(autoStart.possibleProperty().not());
        autoStart.onProperty().subscribe(start::setSelected);
        start.selectedProperty().subscribe((before, now) -> autoStart.turn(now));
    }

    /** What was typed counts when the field is left, or Enter is pressed. */
    private void bind(TextField field, Label problem, Field<?> entry) {
        words.bind(field, problem, entry);
        field.setOnAction(event -> limits.keep());
        field.focusedProperty()
                .subscribe((before, focused) -> {
                    if (!focused) {
                        limits.keep();
                    }
                });
    }

    @FXML
    private void restoreLimits() {
        limits.restore();
    }

    @FXML
    private void contacts() {
        ContactsWindow.open(context, language.getScene().getWindow());
    }
}
