package app.naru.cli;

import java.util.concurrent.CompletableFuture;

/** The wish that a command which stays in the foreground ends: Ctrl-C, or the system's. */
public final class Stop {

    private final CompletableFuture<Void> requested = new CompletableFuture<>();

    /** Asks the command to end. */
    public void request() {
        requested.complete(null);
    }

    /** Runs the action when the command is asked to end, or now if it was. */
    void whenRequested(Runnable action) {
        requested.thenRun(action);
    }

    /** Waits until the command is asked to end. */
    void await() {
        requested.join();
    }
}
