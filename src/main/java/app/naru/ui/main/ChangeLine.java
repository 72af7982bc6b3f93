package app.naru.ui.main;

import app.naru.path.Change;
import app.naru.ui.TechnicalDetails;
import app.naru.ui.UiContext;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** A change of this PC: what it does, and the exact command where it is one. */
final class ChangeLine extends VBox {

    ChangeLine(UiContext context, Change change) {
        getStyleClass().add("change-line");
        Label description = new Label(context.texts().say(change.description()));
        description.setWrapText(true);
        description.setMinHeight(USE_PREF_SIZE);
        getChildren().add(description);
        change.command().ifPresent(command -> getChildren().add(detail(context, command)));
    }

    /** Returns an exact command, which only some want to see. */
    static HBox detail(UiContext context, String command) {
        HBox line = command(context, command);
        TechnicalDetails.only(line, context.preferences());
        return line;
    }

    /** Returns a text with a button that copies it. */
    static HBox command(UiContext context, String command) {
        Label text = new Label(command);
        text.getStyleClass().add("code");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = new Button();
        copy.setGraphic(new FontIcon(Material2OutlinedAL.CONTENT_COPY));
        copy.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        copy.setMinWidth(USE_PREF_SIZE);
        String name = context.texts().say("detail.copyCommand");
        copy.setAccessibleText(name);
        copy.setTooltip(new Tooltip(name));
        copy.setOnAction(event -> context.clipboard().accept(command));
        HBox line = new HBox(text, copy);
        line.getStyleClass().addAll("command", "gap-8");
        return line;
    }
}
