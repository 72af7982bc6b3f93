package app.naru.ui.main;

import app.naru.path.Change;
import app.naru.ui.CommandLine;
import app.naru.ui.UiContext;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A change of this PC: what it does, and the exact command where it is one. */
final class ChangeLine extends VBox {

    ChangeLine(UiContext context, Change change) {
        getStyleClass().add("change-line");
        Label description = new Label(context.texts().say(change.description()));
        description.setWrapText(true);
        description.setMinHeight(USE_PREF_SIZE);
        getChildren().add(description);
        change.command()
                .ifPresent(command -> getChildren().add(CommandLine.detail(context, command)));
    }
}
