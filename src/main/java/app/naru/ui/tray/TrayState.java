package app.naru.ui.tray;

import app.naru.ui.Health;
import java.util.List;

/**
 * All that the tray shows.
 *
 * @param health which icon
 * @param tooltip what the icon tells when it is pointed at
 */
public record TrayState(Health health, String tooltip, List<TrayItem> menu) {
    public TrayState {
        menu = List.copyOf(menu);
    }
}
