package app.naru.ui;

import app.naru.diagnosis.Attendance;
import app.naru.diagnosis.Cause;
import app.naru.diagnosis.Diagnosis;
import app.naru.diagnosis.Examination;
import app.naru.diagnosis.Examiner;
import app.naru.diagnosis.Finding;
import app.naru.diagnosis.Fix;
import app.naru.diagnosis.Fixer;
import app.naru.diagnosis.Glances;
import app.naru.diagnosis.Inquiry;
import app.naru.diagnosis.Progress;
import app.naru.diagnosis.Stage;
import app.naru.diagnosis.Subject;
import app.naru.diagnosis.Troubles;
import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.path.ForwardStatus;
import app.naru.path.Forwards;
import app.naru.path.HopKind;
import app.naru.path.SavedForwards;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The looks at the ways of the windows' forwards: on request, after a fix, and quietly while they
 * are open. On the JavaFX thread, but for {@link #seen}.
 */
public final class Checks {

    /** How long a device has to be fetched and the link be opened on it. */
    public static final Duration DEVICE = Duration.ofSeconds(60);

    private static final int LONGEST_LOG = 50;

    private final Examiner examiner;
    private final Attendance attendance;
    private final Forwards forwards;
    private final Fixer fixer;
    private final BackgroundTasks tasks;
    private final Consumer<Sentence> tell;
    private final Clock clock;
    private final Map<String, Examination> latest = new ConcurrentHashMap<>();
    private final Map<String, Fixer.Made> made = new HashMap<>();
    private final List<Entry> log = new ArrayList<>();
    private final Troubles troubles = new Troubles();
    private final Glances glances = new Glances();
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final BooleanProperty watching = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Doing> doing = new ReadOnlyObjectWrapper<>(Doing.BEGINS);
    private Task.Running current = () -> {};
    private BiConsumer<Forward, Finding> failing = (forward, finding) -> {};
    private Consumer<Forward> working = forward -> {};

    /** A look that was made. */
    public record Entry(Instant at, String forwardId, Sentence sentence) {}

    /**
     * How the look under way gets on.
     *
     * @param part how much is done, 0 to 1
     * @param what was done last, or is going on
     */
    public record Doing(double part, Sentence what) {

        static final Doing BEGINS = new Doing(0, Sentence.of("check.looking"));
    }

    /**
     * @param tell tells what could not be done
     */
    public Checks(
            Examiner examiner,
            Attendance attendance,
            Forwards forwards,
            SavedForwards saved,
            BackgroundTasks tasks,
            Consumer<Sentence> tell,
            Clock clock) {
        this.examiner = examiner;
        this.attendance = attendance;
        this.forwards = forwards;
        this.fixer = new Fixer(forwards, saved);
        this.tasks = tasks;
        this.tell = tell;
        this.clock = clock;
    }

    /** Calls back when a way that worked stops working, once for each cause. */
    public void whenFailing(BiConsumer<Forward, Finding> watcher) {
        failing = watcher;
    }

    /** Calls back after each look that finds nothing in the way. */
    public void whenWorking(Consumer<Forward> watcher) {
        working = watcher;
    }

    /** Whether a look that was asked for is under way. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running;
    }

    /** How that look gets on. */
    public ReadOnlyObjectProperty<Doing> doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /** Goes up with every look that is over. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Returns the last look at the forward as it is now; empty where it has changed since. */
    public Optional<Examination> of(ForwardStatus status) {
        return last(status.forward(), stage(status));
    }

    private Optional<Examination> last(Forward forward, Stage stage) {
        return Optional.ofNullable(latest.get(forward.id()))
                .filter(last -> last.it().forward().equals(forward))
                .filter(last -> last.it().stage() == stage);
    }

    /** Returns the status with the hops as they were seen. Called in the background. */
    public ForwardStatus seen(ForwardStatus status) {
        return of(status)
                .filter(last -> last.it().stage() == Stage.OPEN)
                .map(last -> status.withHops(last.diagnosis().hops()))
                .orElse(status);
    }

    /** Returns the looks at that forward, the last one first. */
    public List<Entry> log(String forwardId) {
        return log.stream().filter(entry -> entry.forwardId().equals(forwardId)).toList();
    }

    private static Stage stage(ForwardStatus status) {
        return isOpen(status) ? Stage.OPEN : Stage.CLOSED;
    }

    private static boolean isOpen(ForwardStatus status) {
        return status.state() == ForwardStatus.State.OPEN;
    }

    /** Looks at the whole way, as far as this PC can tell alone. */
    public void check(ForwardStatus status) {
        look(status, inquiry -> inquiry);
    }

    /** Looks at the whole way, and has someone outside come. */
    public void checkFromOutside(ForwardStatus status) {
        look(status, Inquiry::withOutside);
    }

    /** Looks at the whole way, and waits for a device of the same network to come. */
    public void awaitDevice(ForwardStatus status) {
        look(status, inquiry -> inquiry.withDevice(DEVICE));
    }

    private void look(ForwardStatus status, UnaryOperator<Inquiry> how) {
        if (running.get()) {
            return;
        }
        doing.set(Doing.BEGINS);
        current =
                tasks.task(() -> examine(status, how, this::tellProgress))
                        .whileRunning(running)
                        .onSuccess(this::show)
                        .onFailure(InterruptedException.class, naruEnds -> {})
                        .run();
    }

    private void tellProgress(double part, Sentence what) {
        tasks.onViewThread(() -> doing.set(new Doing(part, what)));
    }

    /** Ends the look that is under way; what was known stays. */
    public void cancel() {
        current.cancel();
    }

    /** Looks quietly at all ways that are open, unless that is being done. */
    public void watch() {
        quietly(this::open);
    }

    /**
     * Glances at what visitors have met and whether the servers still listen, which asks nobody,
     * and looks quietly where that or the look before gives a reason. To be called every few
     * seconds.
     */
    public void glance() {
        quietly(() -> {
            List<Forward> open = forwards.opened();
            Set<String> changed = attendance.changed(open);
            return open.stream()
                    .filter(each -> changed.contains(each.id()) || isDue(each))
                    .map(forwards::status)
                    .filter(Checks::isOpen)
                    .toList();
        });
    }

    private List<ForwardStatus> open() {
        return forwards.open().stream().filter(Checks::isOpen).toList();
    }

    /** Of those that were just opened, one look tells how they were from the start. */
    private boolean isDue(Forward forward) {
        String id = forward.id();
        Optional<Glances.Sign> sign =
                forwards.standing(forward).traffic().flatMap(now -> glances.at(id, now));
        Optional<Examination> last = last(forward, Stage.OPEN);
        return last.isEmpty()
                || troubles.unsure(id)
                || sign.map(each -> isNews(each, last.get().diagnosis())).orElse(false);
    }

    private static boolean isNews(Glances.Sign sign, Diagnosis last) {
        return switch (sign) {
            case SERVER_NOT_REACHED -> last.answer().isEmpty();
            case SERVER_ANSWERS -> last.answer().isPresent();
            case ASKED_BY_OTHER_NAME ->
                    last.notes().stream()
                            .noneMatch(note -> note.cause() == Cause.ASKED_BY_OTHER_NAME);
        };
    }

    private void quietly(Supplier<List<ForwardStatus>> due) {
        if (watching.get() || running.get()) {
            return;
        }
        tasks.task(
                        () -> {
                            List<Examination> all = new ArrayList<>();
                            for (ForwardStatus status : due.get()) {
                                all.add(examine(status, Inquiry::quietly, Progress.none()));
                            }
                            return all;
                        })
                .whileRunning(watching)
                .onSuccess(all -> all.forEach(this::show))
                .onFailure(InterruptedException.class, naruEnds -> {})
                .run();
    }

    private Examination examine(ForwardStatus status, UnaryOperator<Inquiry> how, Progress progress)
            throws InterruptedException {
        Forward forward = status.forward();
        Subject subject =
                new Subject(
                        forward,
                        stage(status),
                        forwards.standing(forward),
                        status.trouble(),
                        Optional.empty());
        Examination now = examiner.examine(how.apply(Inquiry.into(subject, of(status))), progress);
        forwards.standing(forward)
                .traffic()
                .ifPresent(traffic -> glances.skip(forward.id(), traffic));
        return now;
    }

    private void show(Examination now) {
        Forward forward = now.it().forward();
        latest.put(forward.id(), now);
        log.addFirst(new Entry(clock.instant(), forward.id(), now.diagnosis().sentence()));
        if (log.size() > LONGEST_LOG) {
            log.removeLast();
        }
        troubles.news(now.diagnosis()).ifPresent(finding -> failing.accept(forward, finding));
        if (now.diagnosis().answer().isEmpty()) {
            working.accept(forward);
        }
        count.set(count.get() + 1);
    }

    /** Does what Naru can do about it, then looks again from that hop. */
    public void apply(ForwardStatus status, Finding finding, Fix fix) {
        fix(() -> fixer.apply(status, fix), finding.hop());
    }

    /** Returns what the last fix of that forward did, as long as it stands and can be undone. */
    public Optional<Sentence> fixed(ForwardStatus status) {
        return Optional.ofNullable(made.get(status.forward().id()))
                .filter(last -> last.standsIn(status))
                .map(last -> last.fix().title());
    }

    /** Undoes the last fix of that forward, then looks again. */
    public void undo(ForwardStatus status) {
        Optional.ofNullable(made.get(status.forward().id()))
                .ifPresent(last -> fix(() -> fixer.undo(last), HopKind.SERVER));
    }

    private void fix(Callable<Fixer.Result> work, HopKind from) {
        if (running.get()) {
            return;
        }
        doing.set(Doing.BEGINS);
        tasks.task(work)
                .whileRunning(running)
                .onSuccess(result -> fixed(from, result))
                .onFailure(IOException.class, this::unwritable)
                .run();
    }

    private void fixed(HopKind hop, Fixer.Result result) {
        switch (result) {
            case Fixer.Result.Done(ForwardStatus now, Optional<Fixer.Made> fix) -> {
                String id = now.forward().id();
                fix.ifPresentOrElse(last -> made.put(id, last), () -> made.remove(id));
                look(now, inquiry -> inquiry.from(hop));
            }
            case Fixer.Result.NotDone(Sentence why) -> tell.accept(why);
        }
    }

    private void unwritable(IOException failure) {
        tell.accept(Sentence.of("notice.unwritable", String.valueOf(failure.getMessage())));
    }
}
