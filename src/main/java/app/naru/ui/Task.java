package app.naru.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Work for the background and what to do when it is over, all of that on the JavaFX thread: {@code
 * tasks.task(work).onSuccess(..).onFailure(..).run()}. A failure that is not declared goes to the
 * error screen.
 */
public final class Task<T> {

    private final BackgroundTasks tasks;
    private final Callable<T> work;
    private final List<Failure> failures = new ArrayList<>();
    private Consumer<T> success = result -> {};
    private Runnable cancelled = () -> {};
    private BooleanProperty running = new SimpleBooleanProperty();

    private record Failure(Predicate<Throwable> takes, Consumer<Throwable> handler) {}

    Task(BackgroundTasks tasks, Callable<T> work) {
        this.tasks = tasks;
        this.work = work;
    }

    /** Passes on the result. */
    public Task<T> onSuccess(Consumer<T> handler) {
        success = success.andThen(handler);
        return this;
    }

    /** Passes on a failure of that class or below; the first that fits is taken. */
    public <E extends Throwable> Task<T> onFailure(Class<E> type, Consumer<E> handler) {
        failures.add(new Failure(type::isInstance, failure -> handler.accept(type.cast(failure))));
        return this;
    }

    /** Does this when the task was cancelled; nothing else is called then. */
    public Task<T> onCancelled(Runnable handler) {
        cancelled = handler;
        return this;
    }

    /** Keeps the property true while the task runs. */
    public Task<T> whileRunning(BooleanProperty property) {
        running = property;
        return this;
    }

    /** Starts it. */
    public Running run() {
        FutureTask<T> future = new FutureTask<>(work);
        running.set(true);
        tasks.execute(() -> {
            future.run();
            tasks.onViewThread(() -> over(future));
        });
        return () -> future.cancel(true);
    }

    private void over(FutureTask<T> future) {
        tasks.ended();
        running.set(false);
        try {
            success.accept(future.get());
        } catch (CancellationException e) {
            cancelled.run();
        } catch (ExecutionException e) {
            failed(Objects.requireNonNull(e.getCause()));
        } catch (InterruptedException e) {
            throw new IllegalStateException("a task that is over was waited for", e);
        }
    }

    private void failed(Throwable failure) {
        failures.stream()
                .filter(each -> each.takes().test(failure))
                .findFirst()
                .ifPresentOrElse(
                        each -> each.handler().accept(failure), () -> tasks.unexpected(failure));
    }

    /** A task that has been started. */
    public interface Running {

        /** Interrupts it. Without effect when it is over. */
        void cancel();
    }
}
