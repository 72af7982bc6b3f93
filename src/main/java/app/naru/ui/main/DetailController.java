package app.naru.ui.main;

import app.naru.diagnosis.Finding;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.path.Change;
import app.naru.path.ForwardStatus;
import app.naru.path.HopKind;
import app.naru.path.HopPlaces;
import app.naru.path.HopView;
import app.naru.path.Link;
import app.naru.ui.Checks;
import app.naru.ui.Controllers;
import app.naru.ui.ForwardWords;
import app.naru.ui.PathPicture;
import app.naru.ui.QrPicture;
import app.naru.ui.Questions.Question;
import app.naru.ui.UiContext;
import app.naru.ui.WhileShown;
import app.naru.ui.WizardOpener;
import app.naru.ui.check.CheckPane;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Binds the pane that shows one forward in full. */
final class DetailController {

    private final UiContext context;
    private final MainViewModel model;
    private final WindowCommands commands;
    private final ForwardWords words;
    private final PathPicture picture;
    private final Checks checks;
    private final CheckPane checkPane;
    private final VisitorsPane visitors;
    private Subscription subscription = Subscription.EMPTY;
    private boolean onShow;
    private Optional<ForwardRow> shown = Optional.empty();
    private Drawn drawn = new Drawn(List.of(), Map.of());
    private String shownQr = "";
    private Optional<Shown> shownCheck = Optional.empty();

    /** What the picture shows. */
    private record Drawn(List<HopView> hops, Map<HopKind, String> places) {}

    /** What a look is about. */
    private record Shown(Forward forward, ForwardStatus.State state) {}

    @FXML private Button edit;
    @FXML private Button remove;
    @FXML private Label step;
    @FXML private StackPane picturePlace;
    @FXML private Label hopHint;
    @FXML private StackPane hopPlace;
    @FXML private StackPane checkPlace;
    @FXML private HBox linkCard;
    @FXML private QrPicture qr;
    @FXML private Label linkLabel;
    @FXML private TextField link;
    @FXML private Button copy;
    @FXML private Button browse;
    @FXML private Button openToInternet;
    @FXML private Button checkOutside;
    @FXML private Label http;
    @FXML private Label otherLinks;
    @FXML private Label traffic;
    @FXML private Label lastError;
    @FXML private StackPane visitorsPlace;
    @FXML private Label byItself;
    @FXML private TitledPane changesBox;
    @FXML private VBox changes;

    DetailController(
            UiContext context, MainViewModel model, Checks checks, WindowCommands commands) {
        this.context = context;
        this.model = model;
        this.commands = commands;
        this.words = new ForwardWords(context.texts());
        this.picture = new PathPicture(context.texts());
        this.checks = checks;
        this.checkPane = new CheckPane(context, checks, CheckPane.Place.AT_ITS_HOP);
        this.visitors =
                new VisitorsPane(
                        context,
                        (address, blocked) ->
                                shown.ifPresent(row -> model.block(row, address, blocked)));
    }

    Parent load() {
        Parent root =
                context.fxml()
                        .load(
                                "/app/naru/ui/main/detail.fxml",
                                Controllers.of(DetailController.class, () -> this));
        WhileShown.on(
                root,
                () -> {
                    onShow(true);
                    return () -> onShow(false);
                });
        return root;
    }

    @FXML
    private void initialize() {
        picturePlace.getChildren().add(picture);
        checkPlace.getChildren().add(checkPane);
        visitorsPlace.getChildren().add(visitors);
        picture.selectedHopProperty().subscribe(this::showSelectedHop);
        for (Node node :
                List.of(
                        step,
                        hopHint,
                        hopPlace,
                        visitorsPlace,
                        byItself,
                        linkCard,
                        qr,
                        browse,
                        openToInternet,
                        checkOutside,
                        http,
                        otherLinks,
                        traffic,
                        lastError,
                        changesBox)) {
            node.managedProperty().bind(node.visibleProperty());
        }
    }

    /** Shows this forward from now on. */
    void show(ForwardRow row) {
        if (shown.equals(Optional.of(row))) {
            return;
        }
        shown = Optional.of(row);
        picture.selectedHopProperty().set(Optional.empty());
        for (Button button : List.of(edit, remove)) {
            button.disableProperty().bind(row.switchingProperty());
        }
        follow();
    }

    private void onShow(boolean now) {
        onShow = now;
        follow();
    }

    /** Rows and checks outlive this pane: it listens to them only while it is to be seen. */
    private void follow() {
        subscription.unsubscribe();
        subscription =
                onShow ? shown.map(this::followed).orElse(Subscription.EMPTY) : Subscription.EMPTY;
    }

    private Subscription followed(ForwardRow row) {
        return Subscription.combine(
                row.statusProperty().subscribe(this::showStatus),
                row.changesProperty().subscribe(this::showChanges),
                row.stepProperty().subscribe(step -> showStep(row)),
                row.takenBackProperty().subscribe(told -> showStep(row)),
                row.visitorsProperty().subscribe(visitors::show),
                context.live().situationProperty().subscribe(now -> showByItself(row.status())),
                checks.countProperty().subscribe(count -> showCheck(row)));
    }

    private void showStatus(ForwardStatus status) {
        boolean open = status.state() == ForwardStatus.State.OPEN;
        showHops(status);
        showCheckOf(status);
        showLinks(status, open);
        boolean internet = status.forward().audience() instanceof Audience.Internet;
        checkOutside.setVisible(open && internet);
        openToInternet.setVisible(open && !internet);
        http.setText(words.http(status).orElse(""));
        http.setVisible(status.forward().http().isPresent());
        traffic.setText(words.trafficInFull(status).orElse(""));
        traffic.setVisible(status.traffic().isPresent());
        lastError.setText(words.lastError(status).orElse(""));
        lastError.setVisible(!lastError.getText().isEmpty());
        visitorsPlace.setVisible(status.traffic().isPresent());
        showByItself(status);
        changesBox.setText(context.texts().say(open ? "detail.changed" : "detail.willChange"));
    }

    /** A server that listens on the network needs no Naru: it is not seen, nor closed, by Naru. */
    private void showByItself(ForwardStatus status) {
        boolean open = status.state() == ForwardStatus.State.OPEN;
        boolean stays =
                status.state() == ForwardStatus.State.CLOSED
                        && ByItself.listens(status.forward(), context.live().situation());
        byItself.setVisible((open && status.traffic().isEmpty()) || stays);
        byItself.setText(
                context.texts()
                        .say(
                                open
                                        ? Sentence.of("visitors.unseen", Sentence.of("detail.edit"))
                                        : Sentence.of("detail.stillListens")));
    }

    /** Opening, closing and editing end what a look has shown; traffic does not. */
    private void showCheckOf(ForwardStatus status) {
        Shown now = new Shown(status.forward(), status.state());
        if (!shownCheck.equals(Optional.of(now))) {
            shownCheck = Optional.of(now);
            checkPane.show(status);
            showSelectedHop();
        }
    }

    private void showCheck(ForwardRow row) {
        checkPane.show(row.status());
        showSelectedHop();
    }

    private void showHops(ForwardStatus status) {
        Drawn now = new Drawn(status.hops(), HopPlaces.of(status, context.live().situation()));
        if (!now.equals(drawn)) {
            drawn = now;
            picture.setHops(now.hops(), now.places());
            showSelectedHop();
        }
    }

    /** What there is to say of the hop that was clicked, or else of the one that is in the way. */
    private void showSelectedHop() {
        Optional<HopView> told = picture.selectedView().or(this::hopInTheWay);
        hopHint.setVisible(told.isEmpty());
        hopPlace.setVisible(told.isPresent());
        told.ifPresent(this::showHop);
    }

    /** Where nothing is certain, it is the likeliest. */
    private Optional<HopView> hopInTheWay() {
        Optional<HopKind> answer =
                shown.flatMap(row -> checks.of(row.status()))
                        .flatMap(last -> last.diagnosis().answer())
                        .map(Finding::hop);
        return drawn.hops().stream()
                .filter(view ->
                        answer.map(view.hop()::equals)
                                .orElse(view.state() == HopView.State.PROBLEM))
                .findFirst();
    }

    /** The hop, and below it what was found there and what to do about it. */
    private void showHop(HopView view) {
        VBox hop = new VBox(new HopLine(context.texts(), view));
        hop.getStyleClass().add("gap-8");
        hop.getChildren().addAll(checkPane.at(view));
        hopPlace.getChildren().setAll(hop);
    }

    private void showLinks(ForwardStatus status, boolean open) {
        linkCard.setVisible(status.link().isPresent());
        qr.setVisible(open);
        linkLabel.setText(context.texts().say(open ? "detail.link" : "detail.linkThen"));
        status.link().ifPresent(this::showLink);
        String others =
                status.links().stream().skip(1).map(Link::text).collect(Collectors.joining(", "));
        otherLinks.setText(context.texts().say("detail.otherLinks", others));
        otherLinks.setVisible(!others.isEmpty());
        browse.setVisible(open && status.links().getFirst().uri().isPresent());
    }

    private void showLink(Link first) {
        if (!shownQr.equals(first.text())) {
            shownQr = first.text();
            link.setText(first.text());
            qr.setText(first.text(), context.texts().say("detail.qr", first.text()));
        }
    }

    /** What is being done; when it is closed, what that took back. */
    private void showStep(ForwardRow row) {
        Optional<Sentence> told =
                row.stepProperty()
                        .get()
                        .map(each ->
                                Sentence.of("detail.step", each.number(), each.of(), each.doing()))
                        .or(() -> row.takenBackProperty().get());
        step.setVisible(told.isPresent());
        step.setText(told.map(context.texts()::say).orElse(""));
    }

    private void showChanges(List<Change> now) {
        changesBox.setVisible(!now.isEmpty());
        changes.getChildren()
                .setAll(now.stream().map(change -> new ChangeLine(context, change)).toList());
    }

    @FXML
    private void edit() {
        shown.ifPresent(
                row -> commands.openWizard(new WizardOpener.Start.Edit(row.status().forward())));
    }

    @FXML
    private void remove() {
        shown.ifPresent(this::remove);
    }

    /** Asks, and removes the forward. */
    void remove(ForwardRow row) {
        Forward forward = row.status().forward();
        commands.ask(
                new Question(
                        Sentence.of("detail.remove.title", forward.name()),
                        Sentence.of("detail.remove.text"),
                        Sentence.of("detail.remove.yes"),
                        true),
                () -> model.remove(row));
    }

    @FXML
    private void openToInternet() {
        shown.ifPresent(row ->
                commands.openWizard(new WizardOpener.Start.ToInternet(row.status().forward())));
    }

    @FXML
    private void checkFromOutside() {
        shown.ifPresent(row -> commands.checkFromOutside(row.status().forward()));
    }

    @FXML
    private void copy() {
        context.clipboard().accept(link.getText());
        copy.setText(context.texts().say("detail.copied"));
        PauseTransition aWhile = new PauseTransition(CardController.COPIED_SHOWN);
        aWhile.setOnFinished(event -> copy.setText(context.texts().say("detail.copy")));
        aWhile.play();
    }

    @FXML
    private void browse() {
        shown.flatMap(row -> row.status().links().stream().findFirst())
                .flatMap(Link::uri)
                .ifPresent(context.browser());
    }
}
