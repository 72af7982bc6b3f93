package app.naru.path;

import app.naru.forward.Port;
import app.naru.forward.Sentence;
import java.util.Optional;

/** What came of a change, or of taking it back. */
public sealed interface Outcome {

    /**
     * It is so now.
     *
     * @param how in words
     */
    record Done(Sentence how) implements Outcome {
        public Done() {
            this(Sentence.of("path.outcome.done"));
        }
    }

    /** It was so before. */
    record AlreadySo() implements Outcome {}

    /** There is nothing to do on this system; not a failure. */
    record NotHere(Sentence why) implements Outcome {}

    /** Naru can't do it here, and why; the user can. Not a failure. */
    record ByHand(Sentence why) implements Outcome {}

    /** It can't be taken back, and nothing has to be; not a failure. */
    record Stays(Sentence why) implements Outcome {}

    /** The user said no when Windows asked. */
    record Declined(Sentence why) implements Outcome {}

    /**
     * It could not be done.
     *
     * @param otherPort a port that would do instead, where the port was the trouble
     */
    record Failed(Sentence why, Optional<Port> otherPort) implements Outcome {
        public Failed(Sentence why) {
            this(why, Optional.empty());
        }
    }

    /** Whether the path can go on from here. */
    default boolean good() {
        return switch (this) {
            case Done done -> true;
            case AlreadySo so -> true;
            case NotHere notHere -> true;
            case ByHand byHand -> true;
            case Stays stays -> true;
            case Declined declined -> false;
            case Failed failed -> false;
        };
    }

    /** Returns the outcome in words. */
    default Sentence sentence() {
        return switch (this) {
            case Done(Sentence how) -> how;
            case AlreadySo so -> Sentence.of("path.outcome.alreadySo");
            case NotHere(Sentence why) -> why;
            case ByHand(Sentence why) -> why;
            case Stays(Sentence why) -> why;
            case Declined(Sentence why) -> why;
            case Failed(Sentence why, Optional<Port> otherPort) -> why;
        };
    }
}
