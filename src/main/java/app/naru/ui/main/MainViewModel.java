package app.naru.ui.main;

import app.naru.firewall.PortProxyEntry;
import app.naru.forward.Forward;
import app.naru.forward.InvalidInput;
import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.path.Forwards;
import app.naru.path.Opening;
import app.naru.path.Outcome;
import app.naru.path.PortProxyImport;
import app.naru.path.SavedForwards;
import app.naru.path.Step;
import app.naru.survey.Situation;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.LiveSituation;
import app.naru.ui.Task;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What can be done with the forwards of the main window. */
final class MainViewModel {

    private final SavedForwards saved;
    private final Forwards forwards;
    private final LiveSituation live;
    private final BackgroundTasks tasks;
    private final Notices notices;
    private final ForwardList list;
    private final SimpleBooleanProperty closingAll = new SimpleBooleanProperty();

    MainViewModel(
            SavedForwards saved,
            Forwards forwards,
            LiveSituation live,
            BackgroundTasks tasks,
            Notices notices,
            ForwardList list) {
        this.saved = saved;
        this.forwards = forwards;
        this.live = live;
        this.tasks = tasks;
        this.notices = notices;
        this.list = list;
    }

    /** The forwards that it is about. */
    ForwardList list() {
        return list;
    }

    /** Looks at this PC, then opens again what was open when Naru ended. */
    void start() {
        list.refresh();
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
        live.situationProperty()
                .subscribe(now -> notices.showProxied(PortProxyImport.leadingIntoWsl(now)));
    }

    private Situation situation() {
        return live.situationProperty().get();
    }

    /** Returns a forward that does what that entry of Windows' own port proxy does. */
    Forward inPlaceOf(PortProxyEntry entry) {
        return PortProxyImport.of(entry, situation());
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
                    list.refresh();
                })
                .onFailure(IOException.class, notices::unwritable)
                .run();
    }

    ReadOnlyBooleanProperty closingAllProperty() {
        return closingAll;
    }

    /** Returns how many forwards are open. */
    int open() {
        return (int) list.rows().stream().filter(ForwardRow::isOn).count();
    }

    /** Opens the forward if it is closed and closes it if it is open. */
    void toggle(ForwardRow row) {
        if (row.switchingProperty().get()) {
            return;
        }
        if (row.isOn()) {
            takeBack(row, saved::seeOut, took -> row.showTakenBack(took.closed()));
        } else {
            open(row, row.status().forward());
        }
    }

    /** Opens or closes the forward of that id, if it is still kept. */
    void toggle(String id) {
        list.find(id).ifPresent(this::toggle);
    }

    private void open(ForwardRow row, Forward forward) {
        row.showTakenBack(Optional.empty());
        busy(row, () -> saved.open(forward, tasks.onViewThread(row::show)))
                .onSuccess(opening -> {
                    row.showNoStep();
                    if (opening instanceof Opening.NotOpened notOpened) {
                        notices.add(notOpened(forward, notOpened));
                    }
                    list.refresh();
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
        Forward moved = notice.forward().movedTo(port);
        list.find(moved.id()).ifPresent(row -> open(row, moved));
    }

    /** Closes the forward and forgets it. */
    void remove(ForwardRow row) {
        if (!row.switchingProperty().get()) {
            takeBack(row, saved::remove, took -> tellRemoved(row.status().forward(), took));
        }
    }

    private void tellRemoved(Forward forward, TakenBack took) {
        notices.add(
                new Notice.Removed(
                        took.removed(forward.name()), ByItself.listens(forward, situation())));
    }

    /** Takes back what a forward has changed. */
    private interface Closer {
        List<Step> close(String id, Consumer<Step> progress) throws IOException;
    }

    /**
     * @param tell tells what was taken back, if all was
     */
    private void takeBack(ForwardRow row, Closer closer, Consumer<TakenBack> tell) {
        TakenBack took = new TakenBack();
        Consumer<Step> show = tasks.onViewThread(row::show);
        busy(row, () -> closer.close(row.id(), took.andThen(show)))
                .onSuccess(left -> {
                    row.showNoStep();
                    notices.noLongerFailing(row.id());
                    tellNotTakenBack(left);
                    if (left.isEmpty()) {
                        tell.accept(took);
                    }
                    list.refresh();
                })
                .run();
    }

    private <T> Task<T> busy(ForwardRow row, Callable<T> work) {
        return tasks.task(work)
                .whileRunning(row.switching())
                .onFailure(IOException.class, notices::unwritable);
    }

    /** Waits no longer for those who are still served by a forward that is closing. */
    void endVisits(ForwardRow row) {
        tasks.task(
                        () -> {
                            forwards.endVisits(row.id());
                            return row;
                        })
                .run();
    }

    /** Turns that address away from the forward, or lets it in again. */
    void block(ForwardRow row, InetAddress address, boolean blocked) {
        tasks.task(
                        () -> {
                            forwards.guests(row.id())
                                    .ifPresent(visitors -> {
                                        if (blocked) {
                                            visitors.block(address);
                                        } else {
                                            visitors.unblock(address);
                                        }
                                    });
                            return row;
                        })
                .onSuccess(same -> list.refresh())
                .run();
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
                    list.refresh();
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
                    list.refresh();
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
}
