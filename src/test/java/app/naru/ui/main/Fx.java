package app.naru.ui.main;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Does things on the JavaFX thread and waits for them. */
final class Fx {

    private Fx() {}

    static <T> T get(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        return done.orTimeout(60, TimeUnit.SECONDS).join();
    }

    static void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }
}
