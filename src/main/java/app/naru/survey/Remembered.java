package app.naru.survey;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What was found out stays for a while; a failure does not. */
final class Remembered<T> implements Callable<T> {

    private final Callable<T> source;
    private final Duration staysFor;
    private final InstantSource clock;
    private Optional<T> last = Optional.empty();
    private Instant until = Instant.MIN;

    Remembered(Callable<T> source, Duration staysFor, InstantSource clock) {
        this.source = source;
        this.staysFor = staysFor;
        this.clock = clock;
    }

    @Override
    public synchronized T call() throws Exception {
        if (last.isPresent() && clock.instant().isBefore(until)) {
            return last.get();
        }
        T found = source.call();
        last = Optional.of(found);
        until = clock.instant().plus(staysFor);
        return found;
    }
}
