package app.naru.ui;

import app.naru.text.Texts;
import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** A command, or an address, with a button that copies it and says for a moment that it did. */
public final class CopyLine extends HBox {

    private static final Duration SAY_IT = Duration.seconds(2);

    public CopyLine(Texts texts, String what, Consumer<String> clipboard) {
        Label text = new Label(what);
        text.getStyleClass().add("code");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        FontIcon icon = new FontIcon(Material2OutlinedAL.CONTENT_COPY);
        Button copy = new Button(texts.say("copy.it"), icon);
        copy.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setAccessibleText(texts.say("copy.what", what));
        copy.setTooltip(new Tooltip(texts.say("copy.what", what)));
        PauseTransition over = new PauseTransition(SAY_IT);
        over.setOnFinished(event -> {
            copy.setText(texts.say("copy.it"));
            icon.setIconCode(Material2OutlinedAL.CONTENT_COPY);
        });
        copy.setOnAction(event -> {
            clipboard.accept(what);
            copy.setText(texts.say("copy.done"));
            icon.setIconCode(Material2OutlinedAL.CHECK);
            over.playFromStart();
        });
        getChildren().setAll(text, copy);
        getStyleClass().addAll("command", "gap-8");
        setAlignment(Pos.CENTER_LEFT);
    }
}
