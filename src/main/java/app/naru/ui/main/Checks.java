package app.naru.ui.main;

import app.naru.diagnosis.Case;
import app.naru.diagnosis.Examination;
import app.naru.diagnosis.Examiner;
import app.naru.diagnosis.Finding;
import app.naru.diagnosis.Fix;
import app.naru.diagnosis.Remembered;
import app.naru.diagnosis.Stage;
import app.naru.diagnosis.Subject;
import app.naru.diagnosis.Troubles;
import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.path.ForwardStatus;
import app.naru.path.Forwards;
import app.naru.path.HopKind;
import app.naru.path.Link;
import app.naru.path.Opening;
import app.naru.path.Outcome;
import app.naru.path.SavedForwards;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.Task;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The looks at the ways of the window's forwards: on request, after a fix, and quietly while they
 * are open. On the JavaFX thread, but for {@link #seen}.
 */
final class Checks {

    private static final int LONGEST_LOG = 50;

    private final Examiner examiner;
    private final Forwards forwards;
    private final SavedForwards saved;
    private final BackgroundTasks tasks;
    private final Notices notices;
    private final Clock clock;
    private final Map<String, Examination> latest = new ConcurrentHashMap<>();
    private final List<Entry> log = new ArrayList<>();
    private final Troubles troubles = new Troubles();
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final BooleanProperty watching = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private Task.Running current = () -> {};
    private BiConsumer<Forward, Finding> failing = (forward, finding) -> {};

    /** A look that was made. */
    record Entry(Instant at, String forwardId, Sentence sentence) {}

    Checks(
            Examiner examiner,
            Forwards forwards,
            SavedForwards saved,
            BackgroundTasks tasks,
            Notices notices,
            Clock clock) {
        this.examiner = examiner;
        this.forwards = forwards;
        this.saved = saved;
        this.tasks = tasks;
        this.notices = notices;
        this.clock = clock;
    }

    /** Calls back when a way that worked stops working, once for each cause. */
    void whenFailing(BiConsumer<Forward, Finding> watcher) {
        failing = watcher;
    }

    /** Whether a look that was asked for is under way. */
    ReadOnlyBooleanProperty runningProperty() {
        return running;
    }

    /** Goes up with every look that is over. */
    ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Returns the last look at the forward as it is now; empty where it has changed since. */
    Optional<Examination> of(ForwardStatus status) {
        return Optional.ofNullable(latest.get(status.forward().id()))
                .filter(last -> last.it().forward().equals(status.forward()))
                .filter(last -> last.it().stage() == stage(status));
    }

    /** Returns the status with the hops as they were seen. Called in the background. */
    ForwardStatus seen(ForwardStatus status) {
        return of(status)
                .filter(last -> last.it().stage() == Stage.OPEN)
                .map(last -> status.withHops(last.diagnosis().hops()))
                .orElse(status);
    }

    /** Returns the looks at that forward, the last one first. */
    List<Entry> log(String forwardId) {
        return log.stream().filter(entry -> entry.forwardId().equals(forwardId)).toList();
    }

    private static Stage stage(ForwardStatus status) {
        return status.state() == ForwardStatus.State.OPEN ? Stage.OPEN : Stage.CLOSED;
    }

    /** Looks at the whole way. */
    void check(ForwardStatus status) {
        check(status, HopKind.SERVER);
    }

    private void check(ForwardStatus status, HopKind from) {
        if (running.get()) {
            return;
        }
        current =
                tasks.task(() -> examine(status, from))
                        .whileRunning(running)
                        .onSuccess(this::show)
                        .run();
    }

    /** Ends the look that is under way; what was known stays. */
    void cancel() {
        current.cancel();
    }

    /** Looks quietly at the ways that are open, unless that is being done. */
    void watch() {
        if (watching.get() || running.get()) {
            return;
        }
        tasks.task(
                        () -> {
                            List<Examination> all = new ArrayList<>();
                            for (ForwardStatus status : forwards.open()) {
                                if (status.state() == ForwardStatus.State.OPEN) {
                                    all.add(examine(status, HopKind.SERVER));
                                }
                            }
                            return all;
                        })
                .whileRunning(watching)
                .onSuccess(all -> all.forEach(this::show))
                .run();
    }

    private Examination examine(ForwardStatus status, HopKind from) throws InterruptedException {
        Forward forward = status.forward();
        Subject subject =
                new Subject(
                        forward,
                        stage(status),
                        forwards.standing(forward),
                        status.trouble(),
                        Optional.empty());
        Optional<Examination> before = of(status);
        return examiner.examine(
                subject,
                before.map(Checks::remembered).orElse(Remembered.NOTHING),
                before,
                from,
                (part, what) -> {});
    }

    private static Remembered remembered(Examination last) {
        Case it = last.it();
        return new Remembered(
                Link.onThisNetwork(it.forward(), it.situation()).stream()
                        .map(Link::address)
                        .findFirst(),
                it.situation().wslAddress(),
                it.situation().publicAddress().known());
    }

    private void show(Examination now) {
        Forward forward = now.it().forward();
        latest.put(forward.id(), now);
        log.addFirst(new Entry(clock.instant(), forward.id(), now.diagnosis().sentence()));
        if (log.size() > LONGEST_LOG) {
            log.removeLast();
        }
        troubles.news(now.diagnosis()).ifPresent(finding -> failing.accept(forward, finding));
        count.set(count.get() + 1);
    }

    /** Does what Naru can do about it, then looks again from that hop. */
    void apply(ForwardStatus status, Finding finding, Fix fix) {
        switch (fix) {
            case Fix.Make make ->
                    tasks.task(() -> forwards.fix(status.forward(), make.change()))
                            .whileRunning(running)
                            .onSuccess(outcome -> done(status, finding, outcome))
                            .run();
            case Fix.Reopen reopen ->
                    tasks.task(() -> saved.open(reopen.changed(), step -> {}))
                            .whileRunning(running)
                            .onSuccess(this::opened)
                            .onFailure(IOException.class, notices::unwritable)
                            .run();
            case Fix.Copy copy -> throw new IllegalArgumentException("a text to copy");
            case Fix.Visit visit -> throw new IllegalArgumentException("a page to visit");
            case Fix.ByHand byHand -> throw new IllegalArgumentException("done by hand");
        }
    }

    private void done(ForwardStatus status, Finding finding, Outcome outcome) {
        if (outcome.good()) {
            check(forwards.status(status.forward()), finding.hop());
        } else {
            notices.add(new Notice.Told(outcome.sentence()));
        }
    }

    private void opened(Opening opening) {
        switch (opening) {
            case Opening.Opened(ForwardStatus now) -> check(now);
            case Opening.NotOpened notOpened -> notices.add(new Notice.Told(notOpened.why()));
        }
    }
}
