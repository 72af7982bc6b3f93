package app.naru.ui;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Lets a caret rest while its window is closed. To JavaFX 21, a window keeps the focus when it is
 * closed, and the caret of the field in it blinks on: the toolkit would wake up sixty times a
 * second for as long as there is that field.
 */
final class Carets {

    private Carets() {}

    /** Looks after the carets of the scene, whatever comes into it. */
    static void restWithWindow(Scene scene) {
        scene.windowProperty()
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(showing -> blink(scene.getFocusOwner(), showing));
    }

    private static void blink(@Nullable Node owner, boolean showing) {
        if (owner instanceof ComboBox<?> box && box.isEditable()) {
            blink(box.getEditor(), showing);
        } else if (owner instanceof TextInputControl field
                && field.getSkin() instanceof TextInputControlSkin<?> skin) {
            skin.setCaretAnimating(showing && field.isFocused());
        }
    }
}
