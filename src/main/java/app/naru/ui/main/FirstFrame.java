package app.naru.ui.main;

import javafx.application.Platform;
import javafx.scene.Scene;

/** The first time that a window is drawn: until then, everything that can wait does. */
final class FirstFrame implements Runnable {

    /** A pulse waits for what the one before has drawn once it has been laid out itself. */
    private static final int PULSES = 3;

    private final Scene scene;
    private final Runnable then;
    private int pulses;

    private FirstFrame(Scene scene, Runnable then) {
        this.scene = scene;
        this.then = then;
    }

    /** Does this on the JavaFX thread when the scene, which is in a window by now, is drawn. */
    static void of(Scene scene, Runnable then) {
        scene.addPostLayoutPulseListener(new FirstFrame(scene, then));
        Platform.requestNextPulse();
    }

    /** Counts a pulse. */
    @Override
    public void run() {
        pulses++;
        if (pulses < PULSES) {
            Platform.requestNextPulse();
        } else {
            scene.removePostLayoutPulseListener(this);
            Platform.runLater(then);
        }
    }
}
