package app.naru;

import app.naru.instance.HeldLock;
import app.naru.instance.Instances;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Sees to it that there is one window: a second start shows the first one's. */
final class SingleWindow {

    private static final Duration STEP = Duration.ofMillis(100);

    private final Instances instances;
    private final Duration patience;

    /** Shows a window until it has ended, and returns the exit code. */
    @FunctionalInterface
    interface Window {
        int show() throws IOException, InterruptedException;
    }

    /**
     * @param patience how long to wait for a window that is just being started by another process
     */
    SingleWindow(Instances instances, Duration patience) {
        this.instances = instances;
        this.patience = patience;
    }

    /**
     * Runs the window, or shows another process's.
     *
     * @param window shows the window, publishes this process while it is there, and returns the
     *     exit code when it has ended
     * @param visible whether the user wants to see a window; if not, another process's is left
     *     alone
     * @return the window's exit code; 0 if another's was shown, 1 if that did not answer
     */
    int open(Window window, boolean visible) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        do {
            Optional<HeldLock> right = instances.becomeWindow();
            if (right.isPresent()) {
                return run(window, right.get());
            }
            if (!visible || instances.showWindow()) {
                return 0;
            }
            Thread.sleep(STEP);
        } while (System.nanoTime() < deadline);
        return 1;
    }

    private static int run(Window window, HeldLock right) throws IOException, InterruptedException {
        try {
            return window.show();
        } finally {
            right.close();
        }
    }
}
