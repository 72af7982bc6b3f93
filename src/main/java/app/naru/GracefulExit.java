package app.naru;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;

/**
 * Lets a command finish when the process is told to end (Ctrl-C, SIGTERM, a console that closes):
 * the process ends when the command has closed what it had opened, with the command's exit code.
 */
final class GracefulExit {

    /** What could not be closed by then stays in the journal. */
    private static final long LONGEST_SECONDS = 60;

    private static final int FAILED = 1;

    private final CompletableFuture<Integer> code = new CompletableFuture<>();

    private GracefulExit() {}

    /**
     * @param stop asks the command to end
     */
    static GracefulExit install(Runnable stop) {
        GracefulExit exit = new GracefulExit();
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().name("stop").unstarted(() -> exit.await(stop)));
        return exit;
    }

    private void await(Runnable stop) {
        stop.run();
        // Halts, since the code of a process that a signal ends would otherwise be the signal's.
        Runtime.getRuntime().halt(code());
    }

    private int code() {
        try {
            return code.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    /** Runs the command and ends the process with the exit code that it returns. */
    void with(IntSupplier command) {
        int exitCode = FAILED;
        try {
            exitCode = command.getAsInt();
        } finally {
            code.complete(exitCode);
        }
        System.exit(exitCode);
    }
}
