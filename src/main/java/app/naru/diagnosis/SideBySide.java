package app.naru.diagnosis;

import app.naru.forward.Sentence;
import java.time.Duration;
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
    private final long deadline;
    private final Progress progress;

    SideBySide(Duration limit, Progress progress) {
        this.deadline = System.nanoTime() + limit.toNanos();
        this.progress = progress;
    }

    /** A look that goes on. */
    final class Look<T> {

        private final Future<T> future;

        private Look(Sentence what, Callable<T> work) {
            started.incrementAndGet();
            future =
                    threads.submit(() -> {
                        T seen = work.call();
                        progress.at((double) ended.incrementAndGet() / started.get(), what);
                        return seen;
                    });
        }

        /** Returns what was seen; the other where it failed or there was no time. */
        T or(T otherwise) throws InterruptedException {
            try {
                return future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | CancellationException late) {
                return otherwise;
            } catch (ExecutionException e) {
                LOG.warn("A look at the way failed", e.getCause());
                return otherwise;
            }
        }
    }

    /** Begins a look. */
    <T> Look<T> look(String what, Callable<T> work) {
        return new Look<>(Sentence.of("diagnosis.looked." + what), work);
    }

    /** Ends what still goes on: threads that wait on the network are woken. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
