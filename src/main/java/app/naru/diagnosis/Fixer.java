package app.naru.diagnosis;

import app.naru.forward.Forward;
import app.naru.forward.InvalidInput;
import app.naru.forward.Sentence;
import app.naru.path.ForwardStatus;
import app.naru.path.Forwards;
import app.naru.path.Opening;
import app.naru.path.Outcome;
import app.naru.path.SavedForwards;
import java.io.IOException;

/** Does what Naru itself can do about a finding. */
public final class Fixer {

    private final Forwards forwards;
    private final SavedForwards saved;

    public Fixer(Forwards forwards, SavedForwards saved) {
        this.forwards = forwards;
        this.saved = saved;
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is done; this is how the forward stands now. */
        record Done(ForwardStatus now) implements Result {}

        record NotDone(Sentence why) implements Result {}
    }

    /**
     * Does it. Blocks while Windows asks the user.
     *
     * @throws IOException if the settings could not be written
     * @throws IllegalArgumentException if it is for the user to do
     */
    public Result apply(Forward forward, Fix fix) throws IOException {
        return switch (fix) {
            case Fix.Make make -> made(forward, forwards.fix(forward, make.change()));
            case Fix.Reopen reopen -> opened(reopen.changed());
            case Fix.Copy copy -> throw new IllegalArgumentException("a text to copy");
            case Fix.Visit visit -> throw new IllegalArgumentException("a page to visit");
            case Fix.ByHand byHand -> throw new IllegalArgumentException("done by hand");
        };
    }

    private Result made(Forward forward, Outcome outcome) {
        return outcome.good()
                ? new Result.Done(forwards.status(forward))
                : new Result.NotDone(outcome.sentence());
    }

    private Result opened(Forward changed) throws IOException {
        try {
            return switch (saved.open(changed, step -> {})) {
                case Opening.Opened(ForwardStatus now) -> new Result.Done(now);
                case Opening.NotOpened notOpened -> new Result.NotDone(notOpened.why());
            };
        } catch (InvalidInput wrong) {
            return new Result.NotDone(wrong.sentence());
        }
    }
}
