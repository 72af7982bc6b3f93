package app.naru.ui;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Runs what blocks away from the JavaFX thread and hands its result back to it. The only class that
 * knows both. Everything but {@link #onViewThread} is called on the JavaFX thread.
 */
public final class BackgroundTasks implements AutoCloseable {

    /** What comes again each second finds its thread still there. */
    private static final Duration KEPT = Duration.ofSeconds(3);

    private final ExecutorService ownThreads;
    private final Executor background;
    private final Executor viewThread;
    private final Consumer<Throwable> unexpected;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private int running;

    private BackgroundTasks(
            ExecutorService ownThreads,
            Executor background,
            Executor viewThread,
            Consumer<Throwable> unexpected) {
        this.ownThreads = ownThreads;
        this.background = background;
        this.viewThread = viewThread;
        this.unexpected = unexpected;
    }

    /**
     * Returns the tasks of a running window.
     *
     * <p>Platform threads: opening a forward waits inside {@code synchronized} and in native calls
     * (Windows' consent prompt), where Java 21's virtual threads would hold on to the few carriers
     * that the relay's connections need.
     *
     * @param unexpected shown, on the JavaFX thread, what no task declared
     */
    public static BackgroundTasks onToolkit(Consumer<Throwable> unexpected) {
        ExecutorService threads =
                new ThreadPoolExecutor(
                        0,
                        Integer.MAX_VALUE,
                        KEPT.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new SynchronousQueue<>(),
                        Thread.ofPlatform().daemon().name("task-", 0).factory());
        return new BackgroundTasks(threads, threads, Platform::runLater, unexpected);
    }

    /**
     * Returns tasks that are done when {@link Task#run()} returns, for tests of view models: no
     * threads, no toolkit. What no task declared is thrown.
     */
    public static BackgroundTasks direct() {
        return new BackgroundTasks(
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory()),
                Runnable::run,
                Runnable::run,
                failure -> {
                    throw new IllegalStateException(failure);
                });
    }

    /** Returns a task, not yet started, that calls this in the background. */
    public <T> Task<T> task(Callable<T> work) {
        return new Task<>(this, work);
    }

    /** Does this on the JavaFX thread, soon. May be called on any thread. */
    public void onViewThread(Runnable work) {
        viewThread.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                unexpected.accept(e);
            }
        });
    }

    /** Returns a consumer for any thread that passes on what it gets on the JavaFX thread. */
    public <T> Consumer<T> onViewThread(Consumer<T> consumer) {
        return value -> onViewThread(() -> consumer.accept(value));
    }

    /** Whether anything runs. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Once its window has ended, nothing new is begun: what was last told may ask for more. */
    void execute(Runnable work) {
        if (ownThreads.isShutdown()) {
            return;
        }
        running++;
        busy.set(true);
        background.execute(work);
    }

    void ended() {
        running--;
        busy.set(running > 0);
    }

    void unexpected(Throwable failure) {
        unexpected.accept(failure);
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        ownThreads.shutdownNow();
    }
}
