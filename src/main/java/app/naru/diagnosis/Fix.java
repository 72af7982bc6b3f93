package app.naru.diagnosis;

import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.path.Change;
import java.net.URI;
import java.util.Optional;

/** What to do about a finding. */
public sealed interface Fix {

    /** Returns what it does, for people: what stands on its button, or beside its text. */
    Sentence title();

    /** Returns what else it means, to be read before it is done; empty where the title says all. */
    default Optional<Sentence> meaning() {
        return Optional.empty();
    }

    /** Naru changes this PC. */
    record Make(Change change, Optional<Sentence> meaning) implements Fix {

        public Make(Change change) {
            this(change, Optional.empty());
        }

        @Override
        public Sentence title() {
            return change.description();
        }
    }

    /** Naru opens the forward, otherwise than now or again. */
    record Reopen(Sentence title, Forward changed, Optional<Sentence> meaning) implements Fix {

        public Reopen(Sentence title, Forward changed) {
            this(title, changed, Optional.empty());
        }
    }

    /**
     * The user puts a text into a file or a terminal of theirs.
     *
     * @param title where it belongs
     * @param text with all values filled in
     */
    record Copy(Sentence title, String text) implements Fix {}

    /** The user goes to a page: the router's, or the right link. */
    record Visit(Sentence title, URI page) implements Fix {}

    /** The user does what only they can do. */
    record ByHand(Sentence title) implements Fix {}

    /** Whether Naru does it, after a click. */
    default boolean byNaru() {
        return this instanceof Make || this instanceof Reopen;
    }
}
