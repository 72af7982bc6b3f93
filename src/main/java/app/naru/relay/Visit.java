package app.naru.relay;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * One client's connection (UDP: session), under way or over.
 *
 * @param id the same in each reading; two readings' bytes make a rate
 * @param since when the client came
 * @param target where it was led to; empty as long as no target has answered
 * @param bytesIn bytes from the client to the target
 * @param bytesOut bytes from the target to the client
 * @param failure why no target was reached the last time that one was sought; empty where each was
 * @param end how it ended; empty while it is under way
 */
public record Visit(
        long id,
        Instant since,
        InetSocketAddress client,
        Optional<InetSocketAddress> target,
        long bytesIn,
        long bytesOut,
        Optional<Failure> failure,
        Optional<End> end) {

    /** When and how a connection ended. */
    public record End(Instant at, Reason reason) {}

    /** How a connection ended. */
    public enum Reason {
        /** Both sides had said all they had to say. */
        FINISHED,
        /** The client broke it off, or was lost. */
        BROKEN_BY_CLIENT,
        /** The target broke it off, or was lost. */
        BROKEN_BY_TARGET,
        /** No target answered. */
        NOT_REACHED,
        /** Nothing was carried for longer than the limit. */
        IDLE,
        /** Naru ended it: the relay was closed, or the client may no longer come. */
        ENDED_HERE
    }
}
