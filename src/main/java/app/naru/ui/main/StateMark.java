package app.naru.ui.main;

import app.naru.path.ForwardStatus;
import app.naru.ui.Health;
import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** A forward's state as an icon, a colour and a word. */
final class StateMark {

    private StateMark() {}

    /** Shows the state in this icon and label. */
    static void show(FontIcon icon, Label label, ForwardStatus status, String word) {
        for (Health each : Health.values()) {
            icon.getStyleClass().remove(each.styleClass());
            label.getStyleClass().remove(each.styleClass());
        }
        Health health = Health.of(status);
        icon.getStyleClass().add(health.styleClass());
        label.getStyleClass().add(health.styleClass());
        icon.setIconCode(icon(health));
        label.setText(word);
    }

    private static Ikon icon(Health health) {
        return switch (health) {
            case CLOSED -> Material2OutlinedMZ.REMOVE_CIRCLE_OUTLINE;
            case CHANGING -> Material2OutlinedMZ.SCHEDULE;
            case OPEN -> Material2OutlinedAL.CHECK_CIRCLE;
            case PROBLEM -> Material2OutlinedMZ.REPORT_PROBLEM;
        };
    }
}
