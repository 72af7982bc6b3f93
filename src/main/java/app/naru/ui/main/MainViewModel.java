package app.naru.ui.main;

import app.naru.forward.Forward;
import app.naru.forward.InvalidInput;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Sentence;
import app.naru.path.Change;
import app.naru.path.ForwardStatus;
import app.naru.path.Forwards;
import app.naru.path.HopKind;
import app.naru.path.HopView;
import app.naru.path.Opening;
import app.naru.path.Outcome;
import app.naru.path.SavedForwards;
import app.naru.path.Step;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.LiveSituation;
import app.naru.ui.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The forwards of the main window and what can be done with them. */
final class MainViewModel {

    private final SavedForwards saved;
    private final Forwards forwards;
    private final LiveSituation live;
    private final BackgroundTasks tasks;
    private final Notices notices;
    private final Checks checks;
    private final ObservableList<ForwardRow> rows = FXCollections.observableArrayList();
    private final StringProperty selectedId = new SimpleStringProperty("");
    private final SimpleBooleanProperty loaded = new SimpleBooleanProperty();
    private final SimpleBooleanProperty closingAll = new SimpleBooleanProperty();
    private final List<Runnable> afterRefresh = new ArrayList<>();
    private final AtomicBoolean toldOfChange = new AtomicBoolean();
    private boolean refreshing;
    private boolean refreshAgain;

    /** What is read in the background. */
    private record Seen(
            List<ForwardRow.Seen> rows, boolean settled, Optional<Notice.LeftOver> leftOver) {}

    MainViewModel(
            SavedForwards saved,
            Forwards forwards,
            LiveSituation live,
            BackgroundTasks tasks,
            Notices notices,
            Checks checks) {
        this.saved = saved;
        this.forwards = forwards;
        this.live = live;
        this.tasks = tasks;
        this.notices = notices;
        this.checks = checks;
        forwards.watch(this::changedSomewhere);
    }

    /** Looks at this PC, then opens again what was open when Naru ended. */
    void start() {
        refresh();
        live.refresh(this::restore);
    }

    private void restore() {
        openSaved(saved::restore, notices::lookForLeftOver);
        live.situationProperty()
                .subscribe(() -> {
                    if (saved.anyWaiting()) {
                        openSaved(saved::openWaiting, () -> {});
                    }
                });
    }

    /** Opens some of what is kept. */
    private interface Opener {
        void open(BiConsumer<Forward, Opening.NotOpened> failed) throws IOException;
    }

    private void openSaved(Opener opener, Runnable afterwards) {
        List<Notice> failed = new ArrayList<>();
        tasks.task(
                        () -> {
                            opener.open((forward, why) -> failed.add(notOpened(forward, why)));
                            return List.copyOf(failed);
                        })
                .onSuccess(all -> {
                    all.forEach(notices::add);
                    afterwards.run();
                    refresh();
                })
                .onFailure(IOException.class, notices::unwritable)
                .run();
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

    /** Whether the forwards have been read once. */
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded;
    }

    ReadOnlyBooleanProperty closingAllProperty() {
        return closingAll;
    }

    /** Calls back whenever the forwards have been read anew. */
    void afterRefresh(Runnable watcher) {
        afterRefresh.add(watcher);
    }

    /** Returns how many forwards are open. */
    int open() {
        return (int) rows.stream().filter(ForwardRow::isOn).count();
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

    /** Reads the forwards anew. Cheap enough for every second. */
    void refresh() {
        if (refreshing) {
            refreshAgain = true;
            return;
        }
        refreshing = true;
        tasks.task(this::look).onSuccess(this::show).run();
    }

    private Seen look() {
        List<ForwardRow.Seen> seen =
                saved.list().stream()
                        .map(status -> new ForwardRow.Seen(checks.seen(status), changes(status)))
                        .toList();
        // While a forward is being opened, its changes are in the journal before they are its own.
        boolean settled =
                forwards.open().stream()
                        .allMatch(status -> status.state() == ForwardStatus.State.OPEN);
        return new Seen(seen, settled, notices.leftOver(forwards));
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
        refreshing = false;
        List<String> kept = seen.rows().stream().map(each -> each.status().forward().id()).toList();
        rows.removeIf(row -> !kept.contains(row.id()));
        for (ForwardRow.Seen each : seen.rows()) {
            find(each.status().forward().id())
                    .ifPresentOrElse(row -> row.show(each), () -> add(new ForwardRow(each)));
        }
        if (selected().isEmpty()) {
            selectedId.set(rows.isEmpty() ? "" : rows.getFirst().id());
        }
        if (seen.settled()) {
            notices.showLeftOver(seen.leftOver());
        }
        loaded.set(true);
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

    /** Opens the forward if it is closed and closes it if it is open. */
    void toggle(ForwardRow row) {
        if (row.switchingProperty().get()) {
            return;
        }
        if (row.isOn()) {
            takeBack(row, () -> saved.close(row.id(), tasks.onViewThread(row::show)));
        } else {
            open(row, row.status().forward());
        }
    }

    /** Opens or closes the forward of that id, if it is still kept. */
    void toggle(String id) {
        find(id).ifPresent(this::toggle);
    }

    private void open(ForwardRow row, Forward forward) {
        busy(row, () -> saved.open(forward, tasks.onViewThread(row::show)))
                .onSuccess(opening -> {
                    row.showNoStep();
                    if (opening instanceof Opening.NotOpened notOpened) {
                        notices.add(notOpened(forward, notOpened));
                    }
                    refresh();
                })
                .onFailure(
                        InvalidInput.class,
                        invalid -> notices.add(new Notice.Told(invalid.sentence())))
                .run();
    }

    private static Notice notOpened(Forward forward, Opening.NotOpened why) {
        return new Notice.NotOpened(forward, why.why(), why.otherPort());
    }

    /** Opens on another port what could not be opened on its own. */
    void openAt(Notice.NotOpened notice, Port port) {
        notices.dismiss(notice);
        Forward was = notice.forward();
        find(was.id())
                .ifPresent(row ->
                        open(
                                row,
                                new Forward(
                                        was.id(),
                                        was.name(),
                                        was.protocol(),
                                        new PortRange(port, port.plus(was.ports().size() - 1)),
                                        was.listen(),
                                        was.target(),
                                        was.audience(),
                                        was.lifetime(),
                                        was.profiles(),
                                        was.description(),
                                        was.startWsl(),
                                        was.trustNetwork(),
                                        was.mapAnyway(),
                                        was.http())));
    }

    /** Closes the forward and forgets it. */
    void remove(ForwardRow row) {
        if (!row.switchingProperty().get()) {
            takeBack(row, () -> saved.remove(row.id(), tasks.onViewThread(row::show)));
        }
    }

    private void takeBack(ForwardRow row, Callable<List<Step>> work) {
        busy(row, work)
                .onSuccess(left -> {
                    row.showNoStep();
                    tellNotTakenBack(left);
                    refresh();
                })
                .run();
    }

    private <T> Task<T> busy(ForwardRow row, Callable<T> work) {
        return tasks.task(work)
                .whileRunning(row.switching())
                .onFailure(IOException.class, notices::unwritable);
    }

    /** Closes everything that is open, and takes back what is left over. */
    void closeAll() {
        if (closingAll.get()) {
            return;
        }
        tasks.task(() -> saved.closeAll(step -> {}))
                .whileRunning(closingAll)
                .onSuccess(left -> {
                    tellNotTakenBack(left);
                    refresh();
                })
                .onFailure(IOException.class, notices::unwritable)
                .run();
    }

    /** Takes back what a Naru that ended unexpectedly has left. */
    void closeLeftOver() {
        tasks.task(() -> forwards.closeLeftOver(step -> {}))
                .whileRunning(closingAll)
                .onSuccess(left -> {
                    tellNotTakenBack(left);
                    refresh();
                })
                .run();
    }

    private void tellNotTakenBack(List<Step> left) {
        for (Step step : left) {
            Sentence why =
                    step.outcome()
                            .map(Outcome::sentence)
                            .orElseGet(() -> Sentence.of("notice.notTried"));
            notices.add(
                    new Notice.Told(
                            Sentence.of("notice.notTakenBack", step.change().description(), why)));
        }
    }

    private Optional<ForwardRow> find(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }
}
