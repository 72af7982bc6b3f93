package app.naru.ui.main;

import app.naru.forward.Sentence;
import app.naru.settings.Preferences;
import app.naru.survey.Situation;
import app.naru.text.Texts;
import app.naru.ui.Controllers;
import app.naru.ui.UiContext;
import app.naru.ui.WizardOpener;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Binds the main window. Made anew when the language changes. */
final class MainController {

    private final UiContext context;
    private final Models models;
    private final WindowCommands commands;
    private final DetailController detail;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML private Button newForward;
    @FXML private ToggleGroup languages;
    @FXML private ToggleGroup themes;
    @FXML private MenuItem closeAll;
    @FXML private VBox notices;
    @FXML private VBox empty;
    @FXML private SplitPane filled;
    @FXML private ListView<ForwardRow> list;
    @FXML private StackPane detailPlace;
    @FXML private Label internal;
    @FXML private Label external;
    @FXML private Hyperlink askExternal;
    @FXML private HBox wslPlace;
    @FXML private Label wsl;

    /** What is behind the window, in no language. */
    record Models(
            MainViewModel main, PreferencesViewModel preferences, Notices notices, Checks checks) {}

    MainController(UiContext context, Models models, WindowCommands commands) {
        this.context = context;
        this.models = models;
        this.commands = commands;
        this.detail = new DetailController(context, models.main(), models.checks(), commands);
    }

    @FXML
    private void initialize() {
        detailPlace.getChildren().add(loadDetail());
        bindList();
        bindNotices();
        bindPreferences();
        closeAll.disableProperty().bind(models.main().closingAllProperty());
        subscriptions =
                subscriptions.and(
                        context.live().situationProperty().subscribe(this::showAddresses));
    }

    private Parent loadDetail() {
        return context.fxml()
                .load(
                        "/app/naru/ui/main/detail.fxml",
                        Controllers.of(DetailController.class, () -> detail));
    }

    /** Lets go of the models, which outlive this language's window. */
    void release() {
        subscriptions.unsubscribe();
        list.setItems(javafx.collections.FXCollections.observableArrayList());
    }

    private void bindList() {
        MainViewModel model = models.main();
        var none = Bindings.isEmpty(model.rows());
        filled.visibleProperty().bind(none.not());
        newForward.visibleProperty().bind(none.not());
        empty.visibleProperty().bind(none.and(model.loadedProperty()));
        list.setCellFactory(view -> new ForwardCell(context, model));
        list.setItems(model.rows());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    if (row != null) {
                        model.selectedIdProperty().set(row.id());
                    }
                });
        subscriptions = subscriptions.and(model.selectedIdProperty().subscribe(this::showSelected));
        showSelected();
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::keyOnList);
    }

    private void showSelected() {
        models.main()
                .selected()
                .ifPresent(row -> {
                    list.getSelectionModel().select(row);
                    detail.show(row);
                });
    }

    private void keyOnList(KeyEvent event) {
        Optional<ForwardRow> selected = models.main().selected();
        if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
            selected.ifPresent(models.main()::toggle);
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            detail.remove();
            event.consume();
        }
    }

    private void bindNotices() {
        ListChangeListener<Notice> listener = change -> showNotices();
        models.notices().shown().addListener(listener);
        subscriptions = subscriptions.and(() -> models.notices().shown().removeListener(listener));
        showNotices();
    }

    private void showNotices() {
        List<Node> panes =
                models.notices().shown().stream()
                        .<Node>map(notice ->
                                new NoticePane(
                                        context.texts(), models.main(), models.notices(), notice))
                        .toList();
        notices.getChildren().setAll(panes);
    }

    private void bindPreferences() {
        Preferences chosen = models.preferences().preferencesProperty().get();
        languages.getToggles().stream()
                .filter(toggle ->
                        Optional.ofNullable(toggle.getUserData()).equals(chosen.language()))
                .forEach(languages::selectToggle);
        themes.getToggles().stream()
                .filter(toggle -> chosen.theme().name().equals(toggle.getUserData()))
                .forEach(themes::selectToggle);
        languages
                .selectedToggleProperty()
                .subscribe((before, now) ->
                        models.preferences()
                                .chooseLanguage(Optional.ofNullable((String) now.getUserData())));
        themes.selectedToggleProperty()
                .subscribe((before, now) ->
                        models.preferences()
                                .chooseTheme(
                                        Preferences.Theme.valueOf((String) now.getUserData())));
    }

    private void showAddresses(Situation situation) {
        show(internal, Addresses.internal(situation));
        show(external, Addresses.external(situation));
        boolean asked = context.outside().isWanted();
        askExternal.setVisible(!asked);
        askExternal.setManaged(!asked);
        Optional<Sentence> inWsl = Addresses.wsl(situation);
        wslPlace.setVisible(inWsl.isPresent());
        wslPlace.setManaged(inWsl.isPresent());
        inWsl.ifPresent(sentence -> show(wsl, sentence));
    }

    private void show(Label label, Sentence sentence) {
        Texts texts = context.texts();
        label.setText(texts.say(sentence));
        label.setTooltip(new Tooltip(label.getText()));
    }

    @FXML
    private void openServer() {
        commands.openWizard(new WizardOpener.Start.New());
    }

    @FXML
    private void trySample() {
        commands.openWizard(new WizardOpener.Start.Sample());
    }

    @FXML
    private void showContacts() {
        commands.showContacts();
    }

    /** The user wants to know it. */
    @FXML
    private void askExternal() {
        context.outside().want();
    }

    @FXML
    private void lookAgain() {
        context.live().refresh();
    }

    @FXML
    private void closeAll() {
        models.main().closeAll();
    }

    @FXML
    private void quit() {
        commands.quit();
    }
}
