package app.naru.ui.main;

import app.naru.forward.Sentence;
import app.naru.path.Change;
import app.naru.path.ForwardStatus;
import app.naru.path.Guest;
import app.naru.path.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** One forward in the window. Stays the same object as long as the forward is kept. */
final class ForwardRow {

    private final String id;
    private final ReadOnlyObjectWrapper<ForwardStatus> status;
    private final ReadOnlyObjectWrapper<List<Change>> changes;
    private final ReadOnlyObjectWrapper<List<Guest>> visitors;
    private final ReadOnlyObjectWrapper<List<Double>> rates;
    private final ReadOnlyObjectWrapper<Optional<Duration>> left;
    private final TrafficHistory history = new TrafficHistory();
    private final ReadOnlyObjectWrapper<Optional<Step>> step =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Sentence>> takenBack =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty switching = new SimpleBooleanProperty();

    /**
     * A forward at one moment.
     *
     * @param at that moment
     * @param stillAt until when nothing went through it, as long as that is known
     * @param visitors who comes; known only of the forward that is shown in full
     * @param changes those in place, or while it is closed those that opening it would make
     */
    record Seen(
            Instant at,
            Instant stillAt,
            ForwardStatus status,
            List<Change> changes,
            List<Guest> visitors) {

        /** How long it stays open from that moment; empty where nothing ends it. */
        Optional<Duration> left() {
            return status.until().map(until -> Duration.between(at, until));
        }
    }

    ForwardRow(Seen seen) {
        id = seen.status().forward().id();
        status = new ReadOnlyObjectWrapper<>(seen.status());
        changes = new ReadOnlyObjectWrapper<>(seen.changes());
        visitors = new ReadOnlyObjectWrapper<>(seen.visitors());
        left = new ReadOnlyObjectWrapper<>(seen.left());
        history.add(seen.at(), seen.status().traffic());
        rates = new ReadOnlyObjectWrapper<>(history.samples());
    }

    void show(Seen seen) {
        left.set(seen.left());
        history.stoodStill(seen.stillAt());
        history.add(seen.at(), seen.status().traffic());
        rates.set(history.samples());
        visitors.set(seen.visitors());
        changes.set(seen.changes());
        status.set(seen.status());
    }

    void show(Step under) {
        step.set(Optional.of(under));
    }

    /** Tells what closing it has taken back, until it is opened or closed again. */
    void showTakenBack(Optional<Sentence> told) {
        takenBack.set(told);
    }

    void showNoStep() {
        step.set(Optional.empty());
    }

    String id() {
        return id;
    }

    ReadOnlyObjectProperty<ForwardStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    ForwardStatus status() {
        return status.get();
    }

    ReadOnlyObjectProperty<List<Change>> changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** How long it stays open, as of the last reading; empty where nothing ends it. */
    ReadOnlyObjectProperty<Optional<Duration>> leftProperty() {
        return left.getReadOnlyProperty();
    }

    /** Who comes, those that are here first. */
    ReadOnlyObjectProperty<List<Guest>> visitorsProperty() {
        return visitors.getReadOnlyProperty();
    }

    /** The traffic of the last minute in bytes a second, the latest second last. */
    ReadOnlyObjectProperty<List<Double>> ratesProperty() {
        return rates.getReadOnlyProperty();
    }

    /** The change that is being made or taken back right now. */
    ReadOnlyObjectProperty<Optional<Step>> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** What closing it from here has taken back; empty while it is not closed. */
    ReadOnlyObjectProperty<Optional<Sentence>> takenBackProperty() {
        return takenBack.getReadOnlyProperty();
    }

    /** Whether it is being opened or closed from here. */
    ReadOnlyBooleanProperty switchingProperty() {
        return switching;
    }

    BooleanProperty switching() {
        return switching;
    }

    /** Whether the switch stands at "on". */
    boolean isOn() {
        return switch (status().state()) {
            case OPEN, OPENING -> true;
            case CLOSED, CLOSING -> false;
        };
    }
}
