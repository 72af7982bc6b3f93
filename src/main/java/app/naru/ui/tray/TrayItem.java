package app.naru.ui.tray;

import java.util.List;

/** An entry of the tray's menu, its texts in the user's language. Actions run on AWT's thread. */
public sealed interface TrayItem {

    /** Does something. */
    record Item(String text, Runnable action) implements TrayItem {}

    /** Is on or off; choosing it asks for the other. */
    record Check(String text, boolean on, boolean enabled, Runnable action) implements TrayItem {}

    /** Only tells something. */
    record Info(String text) implements TrayItem {}

    /** A line between others. */
    record Separator() implements TrayItem {}

    /** A menu of its own. */
    record Submenu(String text, List<TrayItem> items) implements TrayItem {
        public Submenu {
            items = List.copyOf(items);
        }
    }
}
