package app.naru.survey;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at everything about this PC at once. A part that fails or takes too long is unknown, with
 * the reason, and holds up nothing else.
 */
public final class Survey implements AutoCloseable {

    private final Situation unseen;
    private final List<Collector<?>> collectors;
    private final Set<Looking<?>> running = ConcurrentHashMap.newKeySet();

    /** Puts parts together and tells of them, one after the other. */
    private final ExecutorService gathering =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("survey-gathering").factory());

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
     * @return the whole situation; when it is cancelled, the collectors are interrupted and nothing
     *     more arrives; it fails with what {@code arriving} throws
     * @throws IllegalStateException if the survey is closed
     */
    public CompletableFuture<Situation> look(Consumer<Situation> arriving) {
        Look look = new Look(arriving);
        synchronized (running) {
            if (gathering.isShutdown()) {
                throw new IllegalStateException("the survey is closed");
            }
            collectors.forEach(look::begin);
        }
        return look.whole;
    }

    /** Looks at everything and waits for it. */
    public Situation look() {
        return look(soFar -> {}).join();
    }

    /** Stops; parts that are being looked at become unknown. */
    @Override
    public void close() {
        synchronized (running) {
            running.forEach(Looking::stop);
            gathering.shutdown();
        }
    }

    /** One look at everything: the situation as it fills up. Its state is gathering's alone. */
    private final class Look {

        private final Consumer<Situation> arriving;
        private final CompletableFuture<Situation> whole = new CompletableFuture<>();
        private Situation soFar = unseen;
        private int missing = collectors.size();

        Look(Consumer<Situation> arriving) {
            this.arriving = arriving;
            if (collectors.isEmpty()) {
                whole.complete(unseen);
            }
        }

        <T> void begin(Collector<T> collector) {
            Looking<T> looking = Looking.start(collector);
            running.add(looking);
            var unusedStop = whole.whenComplete((done, failure) -> looking.stop());
            var unusedEnd =
                    looking.fact()
                            .thenAcceptAsync(fact -> arrived(collector, fact), gathering)
                            .whenComplete((done, failure) -> ended(looking, failure));
        }

        private <T> void arrived(Collector<T> collector, Fact<T> fact) {
            if (whole.isDone()) {
                return;
            }
            soFar = collector.into().apply(soFar, fact);
            arriving.accept(soFar);
            missing--;
            if (missing == 0) {
                whole.complete(soFar);
            }
        }

        private void ended(Looking<?> looking, @Nullable Throwable failure) {
            running.remove(looking);
            if (failure instanceof CompletionException wrapped && wrapped.getCause() != null) {
                whole.completeExceptionally(wrapped.getCause());
            } else if (failure != null) {
                whole.completeExceptionally(failure);
            }
        }
    }
}
