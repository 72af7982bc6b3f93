package app.naru.ui;

import app.naru.firewall.Verdict;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** What the firewall does with something, by a mark and in words. */
public final class VerdictLine extends HBox {

    /**
     * @param words what is said of it
     */
    public VerdictLine(Verdict.Answer answer, String words) {
        FontIcon icon = new FontIcon(icon(answer));
        icon.getStyleClass().add("firewall-" + answer.name().toLowerCase(Locale.ROOT));
        Label text = new Label(words);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        setHgrow(text, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("gap-8");
        getChildren().setAll(icon, text);
    }

    private static Ikon icon(Verdict.Answer answer) {
        return switch (answer) {
            case ALLOWED -> Material2OutlinedAL.CHECK_CIRCLE_OUTLINE;
            case BLOCKED -> Material2OutlinedAL.BLOCK;
            case UNKNOWN -> Material2OutlinedAL.HELP_OUTLINE;
        };
    }
}
