package app.naru.relay;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What went wrong last on the server's side. What clients break off is their own affair.
 *
 * @param client who met it
 * @param failure why no target was reached; empty where the target broke the connection off
 */
public record LastError(Instant at, InetSocketAddress client, Optional<Failure> failure) {

    /** Returns the later of both. */
    static Optional<LastError> later(Optional<LastError> one, Optional<LastError> other) {
        return Stream.of(one, other)
                .flatMap(Optional::stream)
                .max((a, b) -> a.at().compareTo(b.at()));
    }
}
