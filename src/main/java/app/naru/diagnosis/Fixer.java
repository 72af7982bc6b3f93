package app.naru.diagnosis;

import app.naru.forward.Forward;
import app.naru.forward.InvalidInput;
import app.naru.forward.Sentence;
import app.naru.path.Change;
import app.naru.path.ForwardStatus;
import app.naru.path.Forwards;
import app.naru.path.Opening;
import app.naru.path.Outcome;
import app.naru.path.SavedForwards;
import app.naru.path.Step;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Does what Naru itself can do about a finding, and takes it back. */
public final class Fixer {

    private final Forwards forwards;
    private final SavedForwards saved;

    public Fixer(Forwards forwards, SavedForwards saved) {
        this.forwards = forwards;
        this.saved = saved;
    }

    /**
     * A fix that was made.
     *
     * @param before how the forward stood then
     */
    public record Made(Fix fix, ForwardStatus before) {

        /** Whether the forward still stands as the fix has left it. */
        public boolean standsIn(ForwardStatus now) {
            Forward after = fix instanceof Fix.Reopen reopen ? reopen.changed() : before.forward();
            return now.state() == ForwardStatus.State.OPEN && now.forward().equals(after);
        }
    }

    /** What came of it. */
    public sealed interface Result {

        /**
         * It is done.
         *
         * @param now how the forward stands
         * @param made what can be taken back; empty for nothing
         */
        record Done(ForwardStatus now, Optional<Made> made) implements Result {}

        record NotDone(Sentence why) implements Result {}
    }

    /**
     * Does it. Blocks while Windows asks the user.
     *
     * @throws IOException if the settings could not be written
     * @throws IllegalArgumentException if it is for the user to do
     */
    public Result apply(ForwardStatus status, Fix fix) throws IOException {
        Made made = new Made(fix, status);
        return switch (fix) {
            case Fix.Make(Change change, Optional<Sentence> meaning) ->
                    result(
                            status,
                            forwards.fix(status.forward(), change),
                            Optional.of(made).filter(each -> change.canBeUndone()));
            case Fix.Reopen reopen -> opened(reopen.changed(), Optional.of(made));
            case Fix.Copy copy -> throw new IllegalArgumentException("a text to copy");
            case Fix.Visit visit -> throw new IllegalArgumentException("a page to visit");
            case Fix.ByHand byHand -> throw new IllegalArgumentException("done by hand");
        };
    }

    /**
     * Takes the fix back: the forward is then as it was before. Blocks while Windows asks the user.
     *
     * @throws IOException if the settings could not be written
     */
    public Result undo(Made made) throws IOException {
        ForwardStatus before = made.before();
        if (made.fix() instanceof Fix.Make make) {
            Outcome outcome = forwards.takeBack(before.forward(), make.change());
            return result(before, outcome, Optional.empty());
        }
        if (before.state() == ForwardStatus.State.OPEN) {
            return opened(before.forward(), Optional.empty());
        }
        List<Step> left = saved.closeAs(before.forward(), step -> {});
        return left.stream()
                .flatMap(step -> step.outcome().stream())
                .map(Outcome::sentence)
                .<Result>map(Result.NotDone::new)
                .findFirst()
                .orElseGet(() -> done(before.forward(), Optional.empty()));
    }

    /** What was so before is not taken back. */
    private Result result(ForwardStatus status, Outcome outcome, Optional<Made> made) {
        return outcome.good()
                ? done(status.forward(), made.filter(each -> outcome instanceof Outcome.Done))
                : new Result.NotDone(outcome.sentence());
    }

    private Result done(Forward forward, Optional<Made> made) {
        return new Result.Done(forwards.status(forward), made);
    }

    private Result opened(Forward changed, Optional<Made> made) throws IOException {
        try {
            return switch (saved.open(changed, step -> {})) {
                case Opening.Opened(ForwardStatus now) -> new Result.Done(now, made);
                case Opening.NotOpened notOpened -> new Result.NotDone(notOpened.why());
            };
        } catch (InvalidInput wrong) {
            return new Result.NotDone(wrong.sentence());
        }
    }
}
