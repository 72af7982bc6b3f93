package app.naru.ui.main;

import app.naru.settings.Preferences;
import app.naru.text.Texts;
import app.naru.ui.Controllers;
import app.naru.ui.Fxml;
import app.naru.ui.Theme;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * JavaFX on its way up, beside everything else that a start has to do: reading the settings takes
 * as long.
 */
public final class JavaFxStart {

    private final CompletableFuture<Void> up = new CompletableFuture<>();

    private JavaFxStart() {}

    /**
     * Has JavaFX start on a thread of its own, and returns at once.
     *
     * @param systemIsDark whether the system's programs are dark
     * @param visible whether a window will follow soon
     * @throws IllegalStateException from {@link #await}, if JavaFX runs already
     */
    public static JavaFxStart begin(BooleanSupplier systemIsDark, boolean visible) {
        JavaFxStart start = new JavaFxStart();
        Runnable meanwhile = visible ? () -> rehearse(new Theme(systemIsDark)) : () -> {};
        Thread.ofPlatform().daemon().name("javafx-start").start(() -> start.run(meanwhile));
        return start;
    }

    private void run(Runnable meanwhile) {
        try {
            Platform.setImplicitExit(false);
            Platform.startup(() -> up.complete(null));
            Platform.runLater(meanwhile);
        } catch (RuntimeException | Error e) {
            // A library that is missing is an error: nobody may wait for ever.
            up.completeExceptionally(e);
        }
    }

    /**
     * Waits until JavaFX is there.
     *
     * @throws UnsupportedOperationException if there is no display
     */
    void await() {
        try {
            up.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    /**
     * Lays out once, where nobody sees it, what the window is made of. What JavaFX has to load and
     * to read for that is then there when the settings have been read.
     */
    private static void rehearse(Theme theme) {
        theme.apply(Preferences.Theme.SYSTEM);
        Texts texts = Texts.in(Locale.getDefault());
        Scene scene =
                new Scene(
                        new Fxml(texts)
                                .load("/app/naru/ui/main/rehearsal.fxml", Controllers.none()));
        Theme.dress(scene, texts);
        scene.getRoot().layout();
    }
}
