package app.naru.diagnosis;

import app.naru.forward.Sentence;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Has others visit an open forward: that alone proves that they get through. */
public interface VisitProof {

    /**
     * Has someone outside come. Blocks until that is over, or this thread is interrupted.
     *
     * @param doing is told what goes on
     * @return empty where nobody could be asked to, or nobody would see them arrive
     */
    Optional<OutsideSight> fromOutside(Case it, Consumer<Sentence> doing)
            throws InterruptedException;

    /**
     * Waits that long for a device of the same network.
     *
     * @param doing is told what goes on
     * @return whether one came; empty where nobody would see it arrive
     */
    Optional<Boolean> fromNetwork(Case it, Duration limit, Consumer<Sentence> doing)
            throws InterruptedException;

    /** Returns the proof where nobody is to be asked. */
    static VisitProof none() {
        return new VisitProof() {
            @Override
            public Optional<OutsideSight> fromOutside(Case it, Consumer<Sentence> doing) {
                return Optional.empty();
            }

            @Override
            public Optional<Boolean> fromNetwork(
                    Case it, Duration limit, Consumer<Sentence> doing) {
                return Optional.empty();
            }
        };
    }
}
