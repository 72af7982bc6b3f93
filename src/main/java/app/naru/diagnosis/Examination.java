package app.naru.diagnosis;

import app.naru.path.Link;
import java.time.Duration;

/**
 * A look at a whole way and what it came to.
 *
 * @param took from its beginning to its end
 */
public record Examination(Case it, Diagnosis diagnosis, Duration took) {

    /** Returns how things were, for the next look to compare with. */
    Remembered remembered() {
        return new Remembered(
                Link.onThisNetwork(it.forward(), it.situation()).stream()
                        .map(Link::address)
                        .findFirst(),
                it.situation().wslAddress(),
                it.situation().publicAddress().known(),
                diagnosis.verdict() == Diagnosis.Verdict.REACHABLE
                        && (it.remembered().visited()
                                || it.seen().outside().map(OutsideSight::arrived).orElse(false)));
    }
}
