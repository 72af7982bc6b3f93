package app.naru.path;

import app.naru.forward.Forward;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes forwards when their time is over, and tells whoever watches. */
final class Expiry implements AutoCloseable {

    /** While this PC sleeps its clock goes on and its timers do not: the clock is what counts. */
    static final Duration LOOK = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    private final Clock clock;
    private final Duration look;
    private final Predicate<End> closing;
    private final List<Consumer<Forward>> watchers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("forwards-timer").factory());

    /**
     * @param look how often the clock is looked at
     * @param closing closes a forward, unless it has another end by now; returns whether it did
     */
    Expiry(Clock clock, Duration look, Predicate<End> closing) {
        this.clock = clock;
        this.look = look;
        this.closing = closing;
    }

    /** Calls back when a forward was closed because its time was over. */
    void watch(Consumer<Forward> watcher) {
        watchers.add(watcher);
    }

    /** Returns what will close the forward then; empty where it has no end. */
    Optional<End> schedule(Forward forward, Optional<Instant> until) {
        Optional<End> end = until.map(at -> new End(forward, at));
        end.ifPresent(End::await);
        return end;
    }

    /** The end of an open forward's time. */
    final class End {

        private final Forward forward;
        private final Instant at;
        private volatile boolean cancelled;

        private End(Forward forward, Instant at) {
            this.forward = forward;
            this.at = at;
        }

        String forwardId() {
            return forward.id();
        }

        void cancel() {
            cancelled = true;
        }

        private void await() {
            long left = Math.max(0, Duration.between(clock.instant(), at).toMillis());
            var unused =
                    timer.schedule(
                            this::look, Math.min(left, look.toMillis()), TimeUnit.MILLISECONDS);
        }

        private void look() {
            if (cancelled) {
                return;
            }
            if (clock.instant().isBefore(at)) {
                await();
                return;
            }
            try {
                if (closing.test(this)) {
                    watchers.forEach(watcher -> watcher.accept(forward));
                }
            } catch (RuntimeException e) {
                // thrown further, nobody would hear of it
                LOG.error("The forward {} could not be closed at its end", forward.name(), e);
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
