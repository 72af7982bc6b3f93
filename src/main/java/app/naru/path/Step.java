package app.naru.path;

import app.naru.forward.Sentence;
import java.util.Optional;

/**
 * One change on its way, or on its way back.
 *
 * @param back whether it is being taken back
 * @param number from 1
 * @param of how many there are
 * @param outcome empty while it is under way
 */
public record Step(Change change, boolean back, int number, int of, Optional<Outcome> outcome) {

    /** Returns what is being done, for people. */
    public Sentence doing() {
        return back ? change.undoing() : change.description();
    }

    /** Whether it is over and the path can go on from here. */
    public boolean good() {
        return outcome.map(Outcome::good).orElse(false);
    }
}
