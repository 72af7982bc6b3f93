package app.naru.diagnosis;

import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.path.Standing;
import java.util.Optional;

/**
 * Whose way is looked at.
 *
 * @param standing how far it is open, where this process has it open
 * @param trouble what it is known to lack
 * @param openIn the process that has it open, where that is another one
 */
public record Subject(
        Forward forward,
        Stage stage,
        Standing standing,
        Optional<Sentence> trouble,
        Optional<Long> openIn) {

    /** A forward that is not open, or a port for which there is none. */
    public static Subject of(Forward forward, Stage stage) {
        return new Subject(forward, stage, Standing.CLOSED, Optional.empty(), Optional.empty());
    }
}
