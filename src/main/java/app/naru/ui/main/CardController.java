package app.naru.ui.main;

import app.naru.path.ForwardStatus;
import app.naru.ui.ForwardWords;
import app.naru.ui.UiContext;
import atlantafx.base.controls.ToggleSwitch;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds a card to a forward. */
final class CardController {

    private final UiContext context;
    private final MainViewModel model;
    private final ForwardWords words;
    private Subscription subscription = Subscription.EMPTY;
    private Optional<ForwardRow> shown = Optional.empty();

    @FXML private Label name;
    @FXML private Label target;
    @FXML private Label link;
    @FXML private FontIcon stateIcon;
    @FXML private Label state;
    @FXML private Label remaining;
    @FXML private Label traffic;
    @FXML private ProgressIndicator progress;
    @FXML private ToggleSwitch onOff;

    CardController(UiContext context, MainViewModel model) {
        this.context = context;
        this.model = model;
        this.words = new ForwardWords(context.texts(), context.clock());
    }

    @FXML
    private void initialize() {
        progress.managedProperty().bind(progress.visibleProperty());
        traffic.managedProperty().bind(traffic.visibleProperty());
        onOff.selectedProperty()
                .subscribe(on ->
                        shown.filter(row -> row.isOn() != on)
                                .filter(row -> !row.switchingProperty().get())
                                .ifPresent(model::toggle));
    }

    /**
     * Shows the forward from now on.
     *
     * @param spoken told what a screen reader says of it
     */
    void show(ForwardRow row, Consumer<String> spoken) {
        clear();
        shown = Optional.of(row);
        progress.visibleProperty().bind(row.switchingProperty());
        onOff.disableProperty().bind(row.switchingProperty());
        subscription =
                Subscription.combine(
                        row.statusProperty().subscribe(status -> show(row, status, spoken)),
                        row.switchingProperty().subscribe(() -> onOff.setSelected(row.isOn())));
    }

    /** Shows none. */
    void clear() {
        subscription.unsubscribe();
        shown = Optional.empty();
        progress.visibleProperty().unbind();
        onOff.disableProperty().unbind();
    }

    private void show(ForwardRow row, ForwardStatus status, Consumer<String> spoken) {
        String title = status.forward().name().text();
        name.setText(title);
        target.setText(words.target(status));
        link.setText(words.link(status));
        StateMark.show(stateIcon, state, status, words.state(status));
        remaining.setText(words.remaining(status).orElse(""));
        traffic.setText(words.traffic(status).orElse(""));
        traffic.setVisible(status.traffic().isPresent());
        onOff.setAccessibleText(context.texts().say("card.switch", title));
        onOff.setSelected(row.isOn());
        spoken.accept(
                context.texts()
                        .say("card.spoken", title, words.state(status), words.target(status)));
    }
}
