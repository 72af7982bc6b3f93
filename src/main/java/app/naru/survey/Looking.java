package app.naru.survey;

import app.naru.forward.Sentence;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A collector at work: ends with what it found, or unknown after its limit. */
final class Looking<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

    private final Collector<T> collector;
    private final CompletableFuture<Fact<T>> fact = new CompletableFuture<>();

    private Looking(Collector<T> collector) {
        this.collector = collector;
    }

    /**
     * Sets the collector to work, on a thread of its own. It is a platform thread: a call into the
     * system that hangs would hold on to one of the few threads that carry all virtual ones, and so
     * delay the other collectors.
     */
    static <T> Looking<T> start(Collector<T> collector) {
        Looking<T> looking = new Looking<>(collector);
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("survey-" + collector.part())
                        .unstarted(looking::look);
        long limit = collector.limit().toMillis();
        CompletableFuture<Fact<T>> limited =
                looking.fact.completeOnTimeout(
                        new Fact.Unknown<>(
                                Sentence.of("survey.tooSlow", collector.limit().toSeconds()), true),
                        limit,
                        TimeUnit.MILLISECONDS);
        var unused = limited.thenRun(thread::interrupt);
        thread.start();
        return looking;
    }

    /** Returns what will have been found; it never fails, and is there after the limit. */
    CompletableFuture<Fact<T>> fact() {
        return fact;
    }

    /** Gives up; what has not been found yet is unknown. */
    void stop() {
        fact.complete(new Fact.Unknown<>(Sentence.of("survey.stopped")));
    }

    private void look() {
        try {
            fact.complete(collector.source().call());
        } catch (InterruptedException | InterruptedIOException | ClosedByInterruptException e) {
            stop();
        } catch (Exception | LinkageError e) {
            // LinkageError: a system without the library that this part is read with.
            if (fact.complete(new Fact.Unknown<>(Sentence.of("survey.failed", why(e))))) {
                LOG.warn("The part {} of the survey failed", collector.part(), e);
            }
        }
    }

    /** An I/O error's message says what was read; of others the type says more. */
    private static String why(Throwable failure) {
        String message = failure.getMessage();
        return failure instanceof IOException && message != null
                ? message
                : String.valueOf(failure);
    }
}
