package app.naru.diagnosis;

import app.naru.forward.Sentence;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks that are made at once, each on a thread of its own, all within one limit. */
final class SideBySide implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SideBySide.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final long start = System.nanoTime();
    private final Duration limit;
    private final Progress progress;

    /**
     * @param limit of each look that has none of its own, counted from now
     */
    SideBySide(Duration limit, Progress progress) {
        this.limit = limit;
        this.progress = progress;
    }

    /** A look that goes on. */
    final class Look<T> {

        private final Duration within;
        private final Future<Optional<T>> future;

        private Look(Sentence what, Duration within, Callable<Optional<T>> work) {
            this.within = within;
            started.incrementAndGet();
            future =
                    threads.submit(() -> {
                        Optional<T> seen = work.call();
                        ended.incrementAndGet();
                        doing(what);
                        return seen;
                    });
        }

        /** Returns what was seen; nothing where it failed or there was no time. */
        Optional<T> seen() throws InterruptedException {
            long left = start + within.toNanos() - System.nanoTime();
            try {
                return future.get(Math.max(0, left), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | CancellationException late) {
                return Optional.empty();
            } catch (ExecutionException e) {
                LOG.warn("A look at the way failed", e.getCause());
                return Optional.empty();
            }
        }
    }

    /** Begins a look. */
    <T> Look<T> look(String what, Callable<Optional<T>> work) {
        return look(what, limit, work);
    }

    /** Begins a look that may take that long, counted from the beginning of all. */
    <T> Look<T> look(String what, Duration within, Callable<Optional<T>> work) {
        return new Look<>(Sentence.of("diagnosis.looked." + what), within, work);
    }

    /** Tells what goes on. */
    void doing(Sentence what) {
        progress.at((double) ended.get() / started.get(), what);
    }

    /** Ends what still goes on: threads that wait on the network are woken. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
