package app.naru.ui.main;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.path.ForwardStatus;
import app.naru.path.Link;
import app.naru.survey.Situation;
import app.naru.text.Texts;
import app.naru.ui.Addresses;
import app.naru.ui.Controllers;
import app.naru.ui.ForwardWords;
import app.naru.ui.SteadyScroll;
import app.naru.ui.UiContext;
import app.naru.ui.WhileShown;
import app.naru.ui.WizardOpener;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Binds the page of the forwards. Made anew when the language changes. */
final class ForwardsController {

    private final UiContext context;
    private final Models models;
    private final WindowCommands commands;
    private final ForwardCards cards;
    private final ForwardSearch searching;

    @FXML private Parent root;
    @FXML private Button newForward;
    @FXML private ScrollPane empty;
    @FXML private ScrollPane filled;
    @FXML private VBox listPlace;
    @FXML private HBox searchPlace;
    @FXML private TextField search;
    @FXML private ComboBox<ForwardSearch.Order> order;
    @FXML private Label nothingFound;
    @FXML private Label internal;
    @FXML private Label external;
    @FXML private Hyperlink askExternal;
    @FXML private HBox wslPlace;
    @FXML private Label wsl;

    ForwardsController(UiContext context, Models models, WindowCommands commands) {
        this.context = context;
        this.models = models;
        this.commands = commands;
        this.cards =
                new ForwardCards(
                        context,
                        models.main(),
                        new DetailController(context, models.main(), models.checks(), commands));
        this.searching =
                new ForwardSearch(new ForwardWords(context.texts()), context.texts().language());
    }

    @FXML
    private void initialize() {
        listPlace.getChildren().add(cards);
        for (Node node : List.of(searchPlace, nothingFound)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        bindEmptiness();
        bindSearch();
        WhileShown.on(
                root,
                () ->
                        Subscription.combine(
                                context.live().situationProperty().subscribe(this::showAddresses),
                                models.list()
                                        .selectedIdProperty()
                                        .subscribe((before, now) -> cards.select()),
                                models.list().readingsProperty().subscribe(count -> showRows())));
    }

    Parent load() {
        return context.fxml()
                .load(
                        "/app/naru/ui/main/forwards.fxml",
                        Controllers.of(ForwardsController.class, () -> this));
    }

    private void bindEmptiness() {
        ForwardList list = models.list();
        BooleanBinding none = Bindings.isEmpty(list.rows());
        SteadyScroll.in(empty);
        SteadyScroll.in(filled);
        filled.visibleProperty().bind(none.not());
        newForward.visibleProperty().bind(none.not());
        empty.visibleProperty().bind(none.and(list.loadedProperty()));
    }

    private void bindSearch() {
        order.getItems().setAll(ForwardSearch.Order.values());
        order.setConverter(new OrderNames(context.texts()));
        order.valueProperty().bindBidirectional(searching.orderProperty());
        search.textProperty().bindBidirectional(searching.queryProperty());
        search.textProperty().subscribe((before, now) -> showCards());
        order.valueProperty().subscribe((before, now) -> showCards());
    }

    private void showRows() {
        showCards();
        showAddresses(context.live().situation());
    }

    private void showCards() {
        List<ForwardRow> rows = models.list().rows();
        searching.update(rows);
        searchPlace.setVisible(rows.size() > ForwardSearch.FEW);
        nothingFound.setVisible(searching.shown().isEmpty());
        cards.show(searching.shown());
    }

    private void showAddresses(Situation situation) {
        show(internal, Addresses.internal(situation));
        show(external, external(situation));
        boolean asked = context.outside().isWanted();
        askExternal.setVisible(!asked);
        askExternal.setManaged(!asked);
        Optional<Sentence> inWsl = Addresses.wsl(situation);
        wslPlace.setVisible(inWsl.isPresent());
        wslPlace.setManaged(inWsl.isPresent());
        inWsl.ifPresent(sentence -> show(wsl, sentence));
    }

    /** Where the Internet was not asked or does not answer, a router may have told it. */
    private Sentence external(Situation situation) {
        if (situation.publicAddress().known().isPresent()) {
            return Addresses.external(situation);
        }
        return models.list().rows().stream()
                .map(ForwardRow::status)
                .filter(status -> status.state() == ForwardStatus.State.OPEN)
                .flatMap(status -> status.links().stream())
                .filter(link -> link.reach() == Link.Reach.INTERNET)
                .findFirst()
                .map(link -> Sentence.of("addresses.fromRouter", Address.text(link.address())))
                .orElseGet(() -> Addresses.external(situation));
    }

    private void show(Label label, Sentence sentence) {
        Texts texts = context.texts();
        String whole = texts.say(sentence);
        Tooltip shown = label.getTooltip();
        if (shown == null || !shown.getText().equals(whole)) {
            label.setText(texts.say(Addresses.inShort(sentence)));
            label.setTooltip(new Tooltip(whole));
        }
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
