package app.naru.diagnosis;

import app.naru.forward.Sentence;
import app.naru.relay.Endpoint;

/** One attempt to connect, and what came of it. */
public record Reach(Endpoint to, Result result) {

    /** What came of it. */
    public enum Result {
        ACCEPTED,
        /** Taken, and closed again before anything was said. */
        CLOSED_AT_ONCE,
        REFUSED,
        TIMED_OUT,
        /** No way leads there. */
        UNREACHABLE,
        /** Its name has no address. */
        UNKNOWN_NAME
    }

    /** Whether someone answers there. */
    public boolean good() {
        return result == Result.ACCEPTED;
    }

    /** Returns it in words. */
    public Sentence sentence() {
        return Sentence.of("diagnosis.reach." + result, to);
    }
}
