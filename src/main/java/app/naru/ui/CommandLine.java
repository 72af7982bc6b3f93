package app.naru.ui;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** A command or another text for elsewhere, with a button that copies it. */
public final class CommandLine extends HBox {

    public CommandLine(UiContext context, String command) {
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
        getStyleClass().addAll("command", "gap-8");
        getChildren().addAll(text, copy);
    }

    /** Returns an exact command, which only some want to see. */
    public static CommandLine detail(UiContext context, String command) {
        CommandLine line = new CommandLine(context, command);
        TechnicalDetails.only(line, context.preferences());
        return line;
    }
}
