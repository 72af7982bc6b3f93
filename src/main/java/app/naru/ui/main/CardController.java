package app.naru.ui.main;

import app.naru.path.ForwardStatus;
import app.naru.path.Link;
import app.naru.text.Texts;
import app.naru.ui.Controllers;
import app.naru.ui.ForwardWords;
import app.naru.ui.Health;
import app.naru.ui.Sparkline;
import app.naru.ui.UiContext;
import app.naru.ui.WhileShown;
import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Binds a card to its forward. */
final class CardController {

    /** So long a button says that it has copied. */
    static final Duration COPIED_SHOWN = Duration.seconds(2);

    /** An idle line stays flat: what is below this in a second is drawn as low. */
    private static final double LEAST_RATE = 1_024;

    private final UiContext context;
    private final Texts texts;
    private final MainViewModel model;
    private final ForwardRow row;
    private final Runnable expanding;
    private final ForwardWords words;

    @FXML private VBox card;
    @FXML private HBox head;
    @FXML private StackPane disc;
    @FXML private FontIcon stateIcon;
    @FXML private Label name;
    @FXML private Label state;
    @FXML private Label remaining;
    @FXML private Label target;
    @FXML private Label link;
    @FXML private Button copyLink;
    @FXML private FontIcon copyIcon;
    @FXML private VBox trafficPlace;
    @FXML private Sparkline sparkline;
    @FXML private Label traffic;
    @FXML private ProgressIndicator progress;
    @FXML private ToggleSwitch onOff;
    @FXML private Button expand;
    @FXML private FontIcon expandIcon;
    @FXML private HBox problemPlace;
    @FXML private Label problem;
    @FXML private HBox farewellPlace;
    @FXML private Label farewell;
    @FXML private StackPane detailPlace;

    /**
     * @param expanding asks for the details to be shown, or to be hidden again
     */
    CardController(UiContext context, MainViewModel model, ForwardRow row, Runnable expanding) {
        this.context = context;
        this.texts = context.texts();
        this.model = model;
        this.row = row;
        this.expanding = expanding;
        this.words = new ForwardWords(context.texts());
    }

    VBox load() {
        return (VBox)
                context.fxml()
                        .load(
                                "/app/naru/ui/main/forward-card.fxml",
                                Controllers.of(CardController.class, () -> this));
    }

    @FXML
    private void initialize() {
        for (Node node :
                List.of(progress, trafficPlace, problemPlace, farewellPlace, detailPlace)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        copyLink.setAccessibleText(texts.say("detail.copy"));
        copyLink.setTooltip(new Tooltip(texts.say("card.copy.tip")));
        head.setOnMouseClicked(event -> expanding.run());
        showExpanded(false);
        progress.visibleProperty().bind(row.switchingProperty());
        onOff.disableProperty().bind(row.switchingProperty());
        onOff.setSelected(row.isOn());
        onOff.selectedProperty().subscribe((before, now) -> switched(now));
        WhileShown.on(
                card,
                () ->
                        Subscription.combine(
                                row.statusProperty().subscribe(this::show),
                                row.leftProperty().subscribe(this::showLeft),
                                row.ratesProperty().subscribe(this::showRates),
                                row.switchingProperty()
                                        .subscribe(() -> onOff.setSelected(row.isOn()))));
    }

    private void switched(boolean on) {
        if (row.isOn() != on && !row.switchingProperty().get()) {
            model.toggle(row);
        }
    }

    private void show(ForwardStatus status) {
        String title = status.forward().name().text();
        say(name, title);
        say(target, words.target(status) + " · " + words.audience(status));
        say(link, words.link(status));
        copyLink.setDisable(status.link().isEmpty());
        StateMark.show(stateIcon, state, status, words.state(status));
        for (Health each : Health.values()) {
            disc.getStyleClass().remove(each.styleClass());
        }
        disc.getStyleClass().add(Health.of(status).styleClass());
        traffic.setText(words.traffic(status).orElse(""));
        trafficPlace.setVisible(status.traffic().isPresent());
        Optional<String> trouble = Health.problem(status).map(texts::say);
        problem.setText(trouble.orElse(""));
        problemPlace.setVisible(trouble.isPresent());
        farewell.setText(status.farewell().map(words::farewell).orElse(""));
        farewellPlace.setVisible(status.farewell().isPresent());
        onOff.setAccessibleText(texts.say("card.switch", title));
        onOff.setSelected(row.isOn());
        card.setAccessibleText(
                texts.say("card.spoken", title, words.state(status), words.target(status))
                        + trouble.map(sentence -> " " + sentence).orElse(""));
    }

    /** Where there is no room for all of it, pointing at it tells it. */
    private static void say(Label label, String text) {
        label.setText(text);
        label.setTooltip(new Tooltip(text));
    }

    private void showLeft(Optional<java.time.Duration> left) {
        remaining.setText(left.map(words::remaining).orElse(""));
    }

    private void showRates(List<Double> rates) {
        double most = rates.stream().max(Double::compare).orElse(0.0);
        sparkline.show(
                rates, LEAST_RATE, texts.say("card.sparkline", words.amount(Math.round(most))));
    }

    /** Shows the details in the card; where they are there, nothing is laid out or drawn anew. */
    void showDetail(Node detail) {
        if (!detailPlace.getChildren().contains(detail)) {
            detailPlace.getChildren().setAll(detail);
            showExpanded(true);
        }
    }

    /** Shows the card alone. */
    void hideDetail() {
        if (!detailPlace.getChildren().isEmpty()) {
            detailPlace.getChildren().clear();
            showExpanded(false);
        }
    }

    private void showExpanded(boolean expanded) {
        detailPlace.setVisible(expanded);
        expandIcon.setIconCode(
                expanded ? Material2OutlinedAL.EXPAND_LESS : Material2OutlinedAL.EXPAND_MORE);
        String what = texts.say(expanded ? "card.collapse" : "card.expand");
        expand.setAccessibleText(what);
        expand.setTooltip(new Tooltip(what));
    }

    @FXML
    private void expand() {
        expanding.run();
    }

    @FXML
    private void endVisits() {
        model.endVisits(row);
    }

    /** Copies the link, and says so for a moment. */
    @FXML
    void copy() {
        row.status()
                .link()
                .map(Link::text)
                .ifPresent(text -> {
                    context.clipboard().accept(text);
                    copyIcon.setIconCode(Material2OutlinedAL.CHECK);
                    copyLink.setAccessibleText(texts.say("detail.copied"));
                    PauseTransition aWhile = new PauseTransition(COPIED_SHOWN);
                    aWhile.setOnFinished(event -> {
                        copyIcon.setIconCode(Material2OutlinedAL.CONTENT_COPY);
                        copyLink.setAccessibleText(texts.say("detail.copy"));
                    });
                    aWhile.play();
                });
    }
}
