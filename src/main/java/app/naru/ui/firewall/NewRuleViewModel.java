package app.naru.ui.firewall;

import app.naru.firewall.NetshCommand;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleSpec;
import app.naru.firewall.RuleWords;
import app.naru.forward.Sentence;
import app.naru.ui.Reading;
import app.naru.ui.firewall.RuleKind.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A new rule on its way, in the steps that Windows has for it. */
final class NewRuleViewModel {

    private final NewRuleDraft draft;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.KIND);
    private Step first = Step.KIND;
    private final ObjectBinding<Optional<Sentence>> problem;
    private final BooleanBinding complete;
    private final ObjectBinding<Sentence> progress;
    private final ObjectBinding<Optional<Sentence>> words;
    private final ObjectBinding<Optional<NetshCommand>> command;

    /**
     * @param taken whether there is a rule of that name already
     */
    NewRuleViewModel(Predicate<RuleName> taken) {
        draft = new NewRuleDraft(taken);
        ObjectBinding<Reading<RuleSpec>> rule = draft.rule();
        problem = Bindings.createObjectBinding(this::readProblem, step, rule);
        complete = Bindings.createBooleanBinding(this::isComplete, step, rule);
        progress = Bindings.createObjectBinding(this::readProgress, step, draft.kind());
        words = Bindings.createObjectBinding(() -> rule.get().good().map(RuleWords::of), rule);
        command =
                Bindings.createObjectBinding(() -> rule.get().good().map(NetshCommand::add), rule);
    }

    /** Begins with a recipe chosen: it is no question any more. */
    void choose(RuleKind recipe) {
        first = Step.WHAT;
        draft.kind().set(recipe);
        step.set(Step.WHAT);
    }

    private List<Step> steps() {
        List<Step> all = draft.kind().get().steps();
        return all.subList(all.indexOf(first), all.size());
    }

    void next() {
        go(1);
    }

    void back() {
        go(-1);
    }

    private void go(int steps) {
        List<Step> all = steps();
        int to = all.indexOf(step.get()) + steps;
        if (to >= 0 && to < all.size()) {
            step.set(all.get(to));
        }
    }

    private Sentence readProgress() {
        List<Step> all = steps();
        return Sentence.of("rules.new.step", all.indexOf(step.get()) + 1, all.size());
    }

    /** What is wrong with a field is said below it; here stands what only shows in the whole. */
    private Optional<Sentence> readProblem() {
        Optional<Sentence> whole = draft.rule().get().problem();
        boolean typed = step.get() == Step.NAME && draft.firstProblem(List.of(Step.NAME)).isEmpty();
        return typed ? whole : Optional.empty();
    }

    private boolean isComplete() {
        // Read in every step: a binding tells of a change only once until it is read again.
        boolean whole = draft.rule().get().good().isPresent();
        return step.get() == Step.NAME ? whole : draft.firstProblem(List.of(step.get())).isEmpty();
    }

    NewRuleDraft draft() {
        return draft;
    }

    ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /** Whether there is no step before it. */
    boolean isFirst(Step which) {
        return which == first;
    }

    /** How far one has come, in words. */
    ObjectBinding<Sentence> progress() {
        return progress;
    }

    /** Whether what the step asks for is there and right. */
    BooleanBinding complete() {
        return complete;
    }

    /** Why the rule can't be made; empty where it can, and before the last step. */
    ObjectBinding<Optional<Sentence>> problem() {
        return problem;
    }

    /** What the rule would do; empty while it can't be made. */
    ObjectBinding<Optional<Sentence>> words() {
        return words;
    }

    /** The exact command that makes the rule; empty while it can't be made. */
    ObjectBinding<Optional<NetshCommand>> command() {
        return command;
    }
}
