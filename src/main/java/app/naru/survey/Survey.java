package app.naru.survey;

import app.naru.forward.Sentence;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at everything about this PC at once. A part that fails or takes too long is unknown, with
 * the reason, and holds up nothing else.
 */
public final class Survey implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Survey.class);

    private final Situation unseen;
    private final List<Collector<?>> collectors;
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("survey-", 0).factory());

    public Survey(Situation unseen, List<Collector<?>> collectors) {
        this.unseen = unseen;
        this.collectors = List.copyOf(collectors);
    }

    /** Returns the situation in which nothing has been looked at yet. */
    public Situation unseen() {
        return unseen;
    }

    /**
     * Looks at everything. Takes as long as the slowest part, at most the longest limit.
     *
     * @param arriving called, by one thread at a time, with the situation so far after each part
     * @return the whole situation
     */
    public CompletableFuture<Situation> look(Consumer<Situation> arriving) {
        Gathering gathering = new Gathering(arriving);
        CompletableFuture<?>[] parts =
                collectors.stream()
                        .map(collector ->
                                CompletableFuture.runAsync(() -> gathering.add(collector), threads))
                        .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(parts).thenApply(done -> gathering.soFar());
    }

    /** Looks at everything and waits for it. */
    public Situation look() {
        return look(soFar -> {}).join();
    }

    private <T> Fact<T> collect(Collector<T> collector) {
        Future<Fact<T>> looking = threads.submit(collector.source());
        try {
            return looking.get(collector.limit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            looking.cancel(true);
            return new Fact.Unknown<>(Sentence.of("survey.tooSlow", collector.limit().toMillis()));
        } catch (java.util.concurrent.ExecutionException e) {
            Throwable cause = e.getCause();
            LOG.warn("The part {} of the survey failed", collector.part(), cause);
            String why =
                    cause instanceof IOException && cause.getMessage() != null
                            ? cause.getMessage()
                            : String.valueOf(cause);
            return new Fact.Unknown<>(Sentence.of("survey.failed", why));
        } catch (InterruptedException e) {
            looking.cancel(true);
            Thread.currentThread().interrupt();
            return new Fact.Unknown<>(Sentence.of("survey.stopped"));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** The situation as it fills up. */
    private final class Gathering {

        private final Consumer<Situation> arriving;
        private Situation soFar = unseen;

        Gathering(Consumer<Situation> arriving) {
            this.arriving = arriving;
        }

        <T> void add(Collector<T> collector) {
            Fact<T> fact = collect(collector);
            synchronized (this) {
                soFar = collector.into().apply(soFar, fact);
                arriving.accept(soFar);
            }
        }

        synchronized Situation soFar() {
            return soFar;
        }
    }
}
