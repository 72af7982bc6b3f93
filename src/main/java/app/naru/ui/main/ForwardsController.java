package app.naru.ui.main;

import app.naru.forward.Sentence;
import app.naru.survey.Situation;
import app.naru.text.Texts;
import app.naru.ui.Controllers;
import app.naru.ui.UiContext;
import app.naru.ui.WhileShown;
import app.naru.ui.WizardOpener;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Binds the page of the forwards. Made anew when the language changes. */
final class ForwardsController {

    private final UiContext context;
    private final Models models;
    private final WindowCommands commands;
    private final DetailController detail;

    @FXML private Parent root;
    @FXML private Button newForward;
    @FXML private VBox empty;
    @FXML private SplitPane filled;
    @FXML private ListView<ForwardRow> list;
    @FXML private StackPane detailPlace;
    @FXML private Label internal;
    @FXML private Label external;
    @FXML private Hyperlink askExternal;
    @FXML private HBox wslPlace;
    @FXML private Label wsl;

    ForwardsController(UiContext context, Models models, WindowCommands commands) {
        this.context = context;
        this.models = models;
        this.commands = commands;
        this.detail = new DetailController(context, models.main(), models.checks(), commands);
    }

    @FXML
    private void initialize() {
        detailPlace.getChildren().add(loadDetail());
        bindList();
        WhileShown.on(
                root,
                () ->
                        Subscription.combine(
                                context.live().situationProperty().subscribe(this::showAddresses),
                                models.main()
                                        .selectedIdProperty()
                                        .subscribe(id -> showSelected())));
    }

    Parent load() {
        return context.fxml()
                .load(
                        "/app/naru/ui/main/forwards.fxml",
                        Controllers.of(ForwardsController.class, () -> this));
    }

    private Parent loadDetail() {
        return context.fxml()
                .load(
                        "/app/naru/ui/main/detail.fxml",
                        Controllers.of(DetailController.class, () -> detail));
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

    /** The user wants to know it. */
    @FXML
    private void askExternal() {
        context.outside().want();
    }
}
