package app.naru.ui.firewall;

import app.naru.firewall.Firewall;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleSpec;
import app.naru.firewall.WindowsFirewall;
import app.naru.forward.ForwardName;
import app.naru.forward.Sentence;
import app.naru.path.FirewallChange;
import app.naru.path.Forwards;
import app.naru.path.Journal;
import app.naru.path.Outcome;
import app.naru.ui.BackgroundTasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Makes, switches and removes Naru's own rules, with Windows' consent, and takes it back: at once,
 * and later for as long as the journal has it.
 */
final class RuleChanges {

    private final Forwards forwards;
    private final Optional<WindowsFirewall> firewall;
    private final BackgroundTasks tasks;
    private final Runnable afterwards;
    private final SimpleBooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Told>> told =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Journal.Entry>> last =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * What came of it.
     *
     * @param undo what takes it back; none where nothing was done
     */
    record Told(Sentence words, boolean good, List<Journal.Entry> undo) {}

    /**
     * @param afterwards what is done, on the JavaFX thread, when the rules may have changed
     */
    RuleChanges(
            Forwards forwards,
            Optional<WindowsFirewall> firewall,
            BackgroundTasks tasks,
            Runnable afterwards) {
        this.forwards = forwards;
        this.firewall = firewall;
        this.tasks = tasks;
        this.afterwards = afterwards;
    }

    /** Reads which change was the last. */
    void refresh() {
        if (firewall.isPresent()) {
            tasks.task(this::lastKept)
                    .onSuccess(last::set)
                    .onFailure(IOException.class, this::unread)
                    .run();
        }
    }

    private Optional<Journal.Entry> lastKept() throws IOException {
        List<Journal.Entry> kept =
                forwards.kept().stream()
                        .filter(entry -> entry.change() instanceof FirewallChange)
                        .toList();
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.getLast());
    }

    private void unread(IOException failure) {
        told.set(
                Optional.of(
                        new Told(
                                Sentence.of(
                                        "rules.journal.unread",
                                        String.valueOf(failure.getMessage())),
                                false,
                                List.of())));
    }

    void make(RuleSpec rule) {
        makeAll(List.of(rule), rule.name().withoutMark());
    }

    /** Makes all of them, with one question of Windows'. */
    void makeAll(List<RuleSpec> rules, ForwardName name) {
        firewall.ifPresent(windows ->
                run(() -> {
                    Firewall there = windows.rules();
                    return made(FirewallChange.MakeRule.replacing(rules, there), name);
                }));
    }

    void turn(RuleName rule, boolean on) {
        run(() -> made(List.of(new FirewallChange.SwitchRule(rule, on)), rule.withoutMark()));
    }

    void remove(RuleName rule) {
        firewall.ifPresent(windows ->
                run(() -> {
                    FirewallChange change =
                            new FirewallChange.RemoveRule(rule, windows.rules().find(rule));
                    return made(List.of(change), rule.withoutMark());
                }));
    }

    private void run(Callable<Told> work) {
        told.set(Optional.empty());
        tasks.task(work)
                .whileRunning(busy)
                .onSuccess(result -> {
                    told.set(Optional.of(result));
                    refresh();
                    afterwards.run();
                })
                .onFailure(IOException.class, this::unread)
                .run();
    }

    private Told made(List<FirewallChange> changes, ForwardName name) throws IOException {
        List<Outcome> outcomes = forwards.make(name, changes);
        List<FirewallChange> done = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Done) {
                done.add(changes.get(i));
            }
        }
        List<Journal.Entry> undo =
                forwards.kept().stream().filter(entry -> done.contains(entry.change())).toList();
        return new Told(words(changes, outcomes, "firewall.done"), good(outcomes), undo);
    }

    /** Takes back what the last message is about. */
    void undo() {
        told.get().map(Told::undo).filter(entries -> !entries.isEmpty()).ifPresent(this::takeBack);
    }

    /** Takes back the last change that was made, whoever made it here. */
    void undoLast() {
        last.get().ifPresent(entry -> takeBack(List.of(entry)));
    }

    private void takeBack(List<Journal.Entry> entries) {
        List<FirewallChange> changes =
                entries.stream()
                        .map(Journal.Entry::change)
                        .map(FirewallChange.class::cast)
                        .toList();
        run(() -> {
            List<Outcome> outcomes = forwards.takeBack(entries);
            return new Told(
                    words(changes, outcomes, "cli.firewall.undone"), good(outcomes), List.of());
        });
    }

    private static boolean good(List<Outcome> outcomes) {
        return outcomes.stream().allMatch(Outcome::good);
    }

    /** Returns what came of the only one, or of all of them; what went wrong counts more. */
    private static Sentence words(
            List<FirewallChange> changes, List<Outcome> outcomes, String done) {
        if (changes.size() == 1) {
            return changes.getFirst().told(outcomes.getFirst(), done);
        }
        long good = outcomes.stream().filter(Outcome::good).count();
        return outcomes.stream()
                .filter(outcome -> !outcome.good())
                .findFirst()
                .map(bad ->
                        Sentence.of("rules.changed.some", good, outcomes.size(), bad.sentence()))
                .orElseGet(() -> Sentence.of("rules.changed.all", outcomes.size()));
    }

    /** Shows another message in the same place. */
    void tell(Told message) {
        told.set(Optional.of(message));
    }

    /** The message was read. */
    void dismiss() {
        told.set(Optional.empty());
    }

    /** What came of the last change; empty once it was read. */
    ReadOnlyObjectProperty<Optional<Told>> told() {
        return told.getReadOnlyProperty();
    }

    /** The last change that can be taken back. */
    ReadOnlyObjectProperty<Optional<Journal.Entry>> last() {
        return last.getReadOnlyProperty();
    }

    /** Whether Windows is asking, or at work. */
    ReadOnlyBooleanProperty busy() {
        return busy;
    }
}
