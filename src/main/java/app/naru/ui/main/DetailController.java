package app.naru.ui.main;

import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.path.Change;
import app.naru.path.ForwardStatus;
import app.naru.path.HopView;
import app.naru.path.Link;
import app.naru.path.Step;
import app.naru.ui.ForwardWords;
import app.naru.ui.PathPicture;
import app.naru.ui.QrPicture;
import app.naru.ui.Questions.Question;
import app.naru.ui.UiContext;
import app.naru.ui.WizardOpener;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the pane that shows one forward in full. */
final class DetailController {

    private static final Duration COPIED_SHOWN = Duration.seconds(2);

    private final UiContext context;
    private final MainViewModel model;
    private final WindowCommands commands;
    private final ForwardWords words;
    private final PathPicture picture;
    private final Checks checks;
    private final CheckPane checkPane;
    private Subscription subscription = Subscription.EMPTY;
    private Optional<ForwardRow> shown = Optional.empty();
    private List<HopView> shownHops = List.of();
    private String shownQr = "";
    private Optional<Shown> shownCheck = Optional.empty();

    /** What a look is about. */
    private record Shown(Forward forward, ForwardStatus.State state) {}

    @FXML private Label name;
    @FXML private FontIcon stateIcon;
    @FXML private Label state;
    @FXML private Label remaining;
    @FXML private ProgressIndicator progress;
    @FXML private Button toggle;
    @FXML private Button edit;
    @FXML private Button remove;
    @FXML private Label step;
    @FXML private StackPane picturePlace;
    @FXML private VBox hops;
    @FXML private StackPane checkPlace;
    @FXML private HBox linkCard;
    @FXML private QrPicture qr;
    @FXML private Label linkLabel;
    @FXML private TextField link;
    @FXML private Button copy;
    @FXML private Button browse;
    @FXML private Label audience;
    @FXML private Button checkOutside;
    @FXML private Label http;
    @FXML private Label otherLinks;
    @FXML private Label traffic;
    @FXML private VBox changesBox;
    @FXML private Label changesTitle;
    @FXML private VBox changes;

    DetailController(
            UiContext context, MainViewModel model, Checks checks, WindowCommands commands) {
        this.context = context;
        this.model = model;
        this.commands = commands;
        this.words = new ForwardWords(context.texts(), context.clock());
        this.picture = new PathPicture(context.texts());
        this.checks = checks;
        this.checkPane = new CheckPane(context, checks);
    }

    @FXML
    private void initialize() {
        picturePlace.getChildren().add(picture);
        checkPlace.getChildren().add(checkPane);
        picture.selectedHopProperty().subscribe(this::markSelectedHop);
        for (Node node :
                List.of(
                        progress,
                        step,
                        linkCard,
                        qr,
                        browse,
                        checkOutside,
                        http,
                        otherLinks,
                        traffic,
                        changesBox)) {
            node.managedProperty().bind(node.visibleProperty());
        }
    }

    /** Shows this forward from now on. */
    void show(ForwardRow row) {
        subscription.unsubscribe();
        shown = Optional.of(row);
        progress.visibleProperty().bind(row.switchingProperty());
        for (Button button : List.of(toggle, edit, remove)) {
            button.disableProperty().bind(row.switchingProperty());
        }
        subscription =
                Subscription.combine(
                        row.statusProperty().subscribe(this::showStatus),
                        row.changesProperty().subscribe(this::showChanges),
                        row.stepProperty().subscribe(this::showStep),
                        checks.countProperty().subscribe(count -> showCheck(row)));
    }

    private void showStatus(ForwardStatus status) {
        name.setText(status.forward().name().text());
        StateMark.show(stateIcon, state, status, words.state(status));
        remaining.setText(words.remaining(status).orElse(""));
        boolean open = status.state() == ForwardStatus.State.OPEN;
        toggle.setText(context.texts().say(open ? "detail.close" : "detail.open"));
        showHops(status.hops());
        showCheckOf(status);
        showLinks(status, open);
        audience.setText(words.audience(status));
        checkOutside.setVisible(open && status.forward().audience() instanceof Audience.Internet);
        http.setText(words.http(status).orElse(""));
        http.setVisible(status.forward().http().isPresent());
        traffic.setText(words.trafficInFull(status).orElse(""));
        traffic.setVisible(status.traffic().isPresent());
        changesTitle.setText(context.texts().say(open ? "detail.changed" : "detail.willChange"));
    }

    /** Opening, closing and editing end what a look has shown; traffic does not. */
    private void showCheckOf(ForwardStatus status) {
        Shown now = new Shown(status.forward(), status.state());
        if (!shownCheck.equals(Optional.of(now))) {
            shownCheck = Optional.of(now);
            checkPane.show(status);
        }
    }

    private void showCheck(ForwardRow row) {
        checkPane.show(row.status());
        checks.of(row.status())
                .flatMap(last -> last.diagnosis().answer())
                .ifPresent(answer -> picture.selectedHopProperty().set(Optional.of(answer.hop())));
    }

    private void showHops(List<HopView> views) {
        if (!views.equals(shownHops)) {
            shownHops = views;
            picture.setHops(views);
            hops.getChildren()
                    .setAll(
                            views.reversed().stream()
                                    .map(view -> new HopLine(context.texts(), view))
                                    .toList());
            markSelectedHop();
        }
    }

    private void markSelectedHop() {
        hops.getChildren().stream()
                .map(HopLine.class::cast)
                .forEach(line -> line.markIf(picture.selectedHopProperty().get()));
    }

    private void showLinks(ForwardStatus status, boolean open) {
        linkCard.setVisible(!status.links().isEmpty());
        qr.setVisible(open);
        linkLabel.setText(context.texts().say(open ? "detail.link" : "detail.linkThen"));
        status.links().stream().findFirst().ifPresent(this::showLink);
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

    private void showStep(Optional<Step> under) {
        step.setVisible(under.isPresent());
        step.setText(
                under.map(each ->
                                context.texts()
                                        .say(
                                                Sentence.of(
                                                        "detail.step",
                                                        each.number(),
                                                        each.of(),
                                                        each.change().description())))
                        .orElse(""));
    }

    private void showChanges(List<Change> now) {
        changesBox.setVisible(!now.isEmpty());
        changes.getChildren()
                .setAll(now.stream().map(change -> new ChangeLine(context, change)).toList());
    }

    @FXML
    private void toggle() {
        shown.ifPresent(model::toggle);
    }

    @FXML
    private void edit() {
        shown.ifPresent(
                row -> commands.openWizard(new WizardOpener.Start.Edit(row.status().forward())));
    }

    /** Asks, and removes the forward. */
    @FXML
    void remove() {
        shown.ifPresent(row -> {
            Forward forward = row.status().forward();
            commands.ask(
                    new Question(
                            Sentence.of("detail.remove.title", forward.name()),
                            Sentence.of("detail.remove.text"),
                            Sentence.of("detail.remove.yes"),
                            true),
                    () -> model.remove(row));
        });
    }

    @FXML
    private void checkFromOutside() {
        shown.ifPresent(row -> commands.checkFromOutside(row.status().forward()));
    }

    @FXML
    private void copy() {
        context.clipboard().accept(link.getText());
        copy.setText(context.texts().say("detail.copied"));
        PauseTransition aWhile = new PauseTransition(COPIED_SHOWN);
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
