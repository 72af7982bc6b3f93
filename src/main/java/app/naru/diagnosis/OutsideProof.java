package app.naru.diagnosis;

import app.naru.forward.Forward;
import java.util.Optional;

/** Has someone outside visit a forward. */
@FunctionalInterface
public interface OutsideProof {

    /**
     * Blocks until the visit is over, or this thread is interrupted.
     *
     * @return empty where nobody could be asked to
     */
    Optional<OutsideSight> visit(Forward forward) throws InterruptedException;

    /** Returns the proof where nobody outside is to be asked. */
    static OutsideProof none() {
        return forward -> Optional.empty();
    }
}
