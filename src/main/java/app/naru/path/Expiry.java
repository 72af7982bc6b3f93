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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Closes forwards when their time is over, and tells whoever watches. */
final class Expiry implements AutoCloseable {

    private final Clock clock;
    private final Consumer<Forward> closing;
    private final List<Consumer<Forward>> watchers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("forwards-timer").factory());

    /**
     * @param closing closes a forward
     */
    Expiry(Clock clock, Consumer<Forward> closing) {
        this.clock = clock;
        this.closing = closing;
    }

    /** Calls back when a forward was closed because its time was over. */
    void watch(Consumer<Forward> watcher) {
        watchers.add(watcher);
    }

    /** Returns what will close the forward then; empty where it has no end. */
    Optional<ScheduledFuture<?>> schedule(Forward forward, Optional<Instant> until) {
        return until.map(end ->
                timer.schedule(
                        () -> expire(forward),
                        Math.max(0, Duration.between(clock.instant(), end).toMillis()),
                        TimeUnit.MILLISECONDS));
    }

    private void expire(Forward forward) {
        closing.accept(forward);
        watchers.forEach(watcher -> watcher.accept(forward));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
