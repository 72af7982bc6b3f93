package app.naru.ui.main;

import app.naru.path.Change;
import app.naru.path.ForwardStatus;
import app.naru.path.Forwards;
import app.naru.path.GuestBook;
import app.naru.path.HopKind;
import app.naru.path.HopView;
import app.naru.path.SavedForwards;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.Checks;
import app.naru.ui.ForwardWords;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The forwards as they stand, read anew whenever something changes. */
final class ForwardList {

    private final SavedForwards saved;
    private final Forwards forwards;
    private final BackgroundTasks tasks;
    private final Notices notices;
    private final Checks checks;
    private final Clock clock;
    private final ObservableList<ForwardRow> rows = FXCollections.observableArrayList();
    private final StringProperty selectedId = new SimpleStringProperty("");
    private final SimpleBooleanProperty loaded = new SimpleBooleanProperty();
    private final List<Runnable> afterRefresh = new ArrayList<>();
    private final Movement movement;
    private final AtomicBoolean toldOfChange = new AtomicBoolean();
    private final ReadOnlyIntegerWrapper readings = new ReadOnlyIntegerWrapper();
    private final BooleanProperty refreshing = new SimpleBooleanProperty();
    private boolean refreshAgain;

    /** When a time that runs out is to be told anew. */
    private volatile Instant timeToTell = Instant.MAX;

    /** What is read in the background. */
    private record Seen(
            List<ForwardRow.Seen> rows, boolean settled, Optional<Notice.LeftOver> leftOver) {}

    ForwardList(
            SavedForwards saved,
            Forwards forwards,
            BackgroundTasks tasks,
            Notices notices,
            Checks checks,
            Clock clock) {
        this.saved = saved;
        this.forwards = forwards;
        this.tasks = tasks;
        this.notices = notices;
        this.checks = checks;
        this.clock = clock;
        movement = new Movement(forwards::traffic, clock);
        saved.watch(this::changedSomewhere);
        selectedId.subscribe((before, now) -> refreshVisitors());
    }

    /** Only those of the forward that is shown in full are read. */
    private void refreshVisitors() {
        selected().filter(row -> row.status().traffic().isPresent()).ifPresent(row -> refresh());
    }

    /** The forwards, oldest first. */
    ObservableList<ForwardRow> rows() {
        return rows;
    }

    /** The id of the forward that is shown in full; empty for none. */
    StringProperty selectedIdProperty() {
        return selectedId;
    }

    /** Returns the forward that is shown in full. */
    Optional<ForwardRow> selected() {
        return find(selectedId.get());
    }

    /** Returns the forward of that id, if it is still kept. */
    Optional<ForwardRow> find(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** Whether the forwards have been read once. */
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded;
    }

    /** Goes up whenever the forwards have been read anew. */
    ReadOnlyIntegerProperty readingsProperty() {
        return readings.getReadOnlyProperty();
    }

    /** Calls back whenever the forwards have been read anew. */
    void afterRefresh(Runnable watcher) {
        afterRefresh.add(watcher);
    }

    /** Called on any thread; many changes at once are shown once. */
    private void changedSomewhere() {
        if (toldOfChange.compareAndSet(false, true)) {
            tasks.onViewThread(() -> {
                toldOfChange.set(false);
                refresh();
            });
        }
    }

    /**
     * Returns whether something has come to pass that nobody tells of: visitors, and time. To be
     * asked once a second, by one thread.
     */
    boolean haveMoved() {
        boolean moved = movement.look();
        return moved || !clock.instant().isBefore(timeToTell);
    }

    /** Reads the forwards anew. */
    void refresh() {
        if (refreshing.get()) {
            refreshAgain = true;
            return;
        }
        String inFull = selectedId.get();
        tasks.task(() -> look(inFull)).whileRunning(refreshing).onSuccess(this::show).run();
    }

    private Seen look(String inFull) {
        List<ForwardRow.Seen> seen =
                saved.list().stream()
                        .map(status -> look(status, status.forward().id().equals(inFull)))
                        .toList();
        // While a forward is being opened, its changes are in the journal before they are its own.
        boolean settled =
                forwards.open().stream()
                        .allMatch(status -> status.state() == ForwardStatus.State.OPEN);
        return new Seen(seen, settled, notices.leftOver(forwards));
    }

    private ForwardRow.Seen look(ForwardStatus status, boolean inFull) {
        Optional<GuestBook> visitors =
                forwards.guests(status.forward().id()).filter(found -> inFull);
        return new ForwardRow.Seen(
                clock.instant(),
                movement.stillAt(),
                checks.seen(status),
                changes(status),
                visitors.map(GuestBook::all).orElse(List.of()));
    }

    /** A change of a hop that this system does not have is shown by the wizard, but never made. */
    private List<Change> changes(ForwardStatus status) {
        if (status.state() != ForwardStatus.State.CLOSED) {
            return forwards.inPlace(status.forward().id());
        }
        List<HopKind> planned =
                status.hops().stream()
                        .filter(hop -> hop.state() == HopView.State.PLANNED)
                        .map(HopView::hop)
                        .toList();
        return forwards.plan(status.forward()).changes().stream()
                .filter(change -> planned.contains(change.hop()))
                .toList();
    }

    private void show(Seen seen) {
        List<String> kept = seen.rows().stream().map(each -> each.status().forward().id()).toList();
        rows.removeIf(row -> !kept.contains(row.id()));
        for (ForwardRow.Seen each : seen.rows()) {
            find(each.status().forward().id())
                    .ifPresentOrElse(row -> row.show(each), () -> add(new ForwardRow(each)));
        }
        timeToTell =
                seen.rows().stream()
                        .flatMap(each ->
                                each.left().stream()
                                        .map(ForwardWords::untilToldAnew)
                                        .map(each.at()::plus))
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.MAX);
        if (selected().isEmpty()) {
            selectedId.set(rows.isEmpty() ? "" : rows.getFirst().id());
        }
        if (seen.settled()) {
            notices.showLeftOver(seen.leftOver());
        }
        loaded.set(true);
        readings.set(readings.get() + 1);
        afterRefresh.forEach(Runnable::run);
        if (refreshAgain) {
            refreshAgain = false;
            refresh();
        }
    }

    /** Adds a forward; one that is added while the window is used is what the user looks for. */
    private void add(ForwardRow row) {
        rows.add(row);
        if (loaded.get()) {
            selectedId.set(row.id());
        }
    }
}
