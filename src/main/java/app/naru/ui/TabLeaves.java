package app.naru.ui;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Lets the Tab key leave a text of several lines instead of being written into it. */
public final class TabLeaves {

    private TabLeaves() {}

    /** From now on Tab goes on from this text, and Shift+Tab back. */
    public static void in(TextArea area) {
        area.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
                        event.consume();
                        // What a text of one line does with it is what a text area does with Ctrl.
                        area.fireEvent(withShortcut(event));
                    }
                });
    }

    private static KeyEvent withShortcut(KeyEvent event) {
        return new KeyEvent(
                event.getSource(),
                event.getTarget(),
                event.getEventType(),
                event.getCharacter(),
                event.getText(),
                event.getCode(),
                event.isShiftDown(),
                true,
                false,
                false);
    }
}
