package app.naru.ui;

import javafx.beans.binding.Bindings;
import javafx.stage.Stage;
import javafx.stage.Window;

/** A window that stays in front of another one. */
public final class OwnedWindow {

    private OwnedWindow() {}

    /** Returns a new window in front of that one. */
    public static Stage over(Window owner) {
        Stage stage = new Stage();
        put(stage, owner);
        return stage;
    }

    /** Puts the window, not shown yet, in front of that one, with its icon: it has none itself. */
    public static void put(Stage stage, Window owner) {
        stage.initOwner(owner);
        if (owner instanceof Stage above) {
            Bindings.bindContent(stage.getIcons(), above.getIcons());
        }
    }
}
