package app.naru.ui;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/**
 * Does something again and again on the JavaFX thread, from its start to its end.
 *
 * <p>A {@code Timeline} would do the same at a higher price: while one plays, JavaFX looks sixty
 * times a second whether something has moved.
 */
public final class Repeating implements AutoCloseable {

    /** A timer of the JDK's takes four times as much to wake up as a thread that just sleeps. */
    private final Thread clock =
            Thread.ofPlatform().daemon().name("repeating").unstarted(this::tickOn);

    private final Duration pause;
    private final Runnable what;
    private final Executor viewThread;
    private BooleanSupplier due = () -> true;

    /** After a sleep of the PC, or while the JavaFX thread is busy, once is enough. */
    private final AtomicBoolean waiting = new AtomicBoolean();

    private volatile boolean closed;

    /**
     * Makes it, not yet started.
     *
     * @param pause from one time to the next, and before the first
     */
    public Repeating(Duration pause, Runnable what) {
        this(pause, what, Platform::runLater);
    }

    /** On another thread than JavaFX's. */
    Repeating(Duration pause, Runnable what, Executor viewThread) {
        this.pause = pause;
        this.what = what;
        this.viewThread = viewThread;
    }

    /**
     * Leaves it out when there is no need for it, and the JavaFX thread alone; to be said before
     * the start.
     *
     * @param now whether there is; asked each time, on a thread of its own
     */
    public Repeating whenever(BooleanSupplier now) {
        due = now;
        return this;
    }

    /** Starts it; to be called once. */
    public Repeating start() {
        clock.start();
        return this;
    }

    private void tickOn() {
        try {
            while (!closed) {
                Thread.sleep(pause);
                tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        if (!waiting.get() && due.getAsBoolean()) {
            waiting.set(true);
            viewThread.execute(this::once);
        }
    }

    private void once() {
        waiting.set(false);
        if (!closed) {
            what.run();
        }
    }

    /** Ends it; called on the JavaFX thread, it is not done once more after that. */
    @Override
    public void close() {
        closed = true;
        clock.interrupt();
    }
}
