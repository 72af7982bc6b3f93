package app.naru.path;

import java.util.Optional;

/**
 * One change on its way.
 *
 * @param number from 1
 * @param of how many there are
 * @param outcome empty while it is under way
 */
public record Step(Change change, int number, int of, Optional<Outcome> outcome) {

    /** Whether it is over and the path can go on from here. */
    public boolean good() {
        return outcome.map(Outcome::good).orElse(false);
    }
}
