package app.naru.ui.wizard;

import app.naru.path.Change;
import app.naru.path.Outcome;
import app.naru.text.Texts;
import app.naru.ui.PreferencesViewModel;
import app.naru.ui.TabLeaves;
import app.naru.ui.TechnicalDetails;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** A change in words, as its exact command, and what came of it; why it failed is said below. */
final class ChangeRow extends HBox {

    /**
     * @param begun whether it is being made or has been
     * @param outcome empty while it is not over
     */
    ChangeRow(
            Texts texts,
            PreferencesViewModel preferences,
            Change change,
            boolean begun,
            Optional<Outcome> outcome) {
        getStyleClass().addAll("card", "gap-12");
        setAlignment(Pos.TOP_LEFT);
        FontIcon icon = new FontIcon(icon(begun, outcome));
        outcome.map(ChangeRow::style).ifPresent(icon.getStyleClass()::add);
        VBox words = new VBox(wrapped(texts.say(change.description())));
        words.getStyleClass().add("gap-8");
        HBox.setHgrow(words, Priority.ALWAYS);
        change.command()
                .map(text -> command(texts, text))
                .ifPresent(command -> {
                    TechnicalDetails.only(command, preferences);
                    words.getChildren().add(command);
                });
        outcome.filter(Outcome::good)
                .map(over -> outcome(texts, over))
                .ifPresent(words.getChildren()::add);
        getChildren().addAll(icon, words);
    }

    private static Ikon icon(boolean begun, Optional<Outcome> outcome) {
        return outcome.map(ChangeRow::icon)
                .orElse(
                        begun
                                ? Material2OutlinedAL.HOURGLASS_EMPTY
                                : Material2OutlinedAL.ARROW_FORWARD);
    }

    private static Ikon icon(Outcome outcome) {
        if (outcome instanceof Outcome.ByHand) {
            return Material2OutlinedMZ.PAN_TOOL;
        }
        return outcome.good() ? Material2OutlinedAL.CHECK_CIRCLE : Material2OutlinedAL.CANCEL;
    }

    private static String style(Outcome outcome) {
        if (outcome instanceof Outcome.ByHand) {
            return "by-hand";
        }
        return outcome.good() ? "made" : "not-made";
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private TextArea command(Texts texts, String text) {
        TextArea command = new TextArea(text);
        command.setAccessibleText(texts.say("wizard.firewall.command"));
        TabLeaves.in(command);
        command.setEditable(false);
        command.setWrapText(true);
        command.setPrefRowCount(4);
        command.setMinHeight(USE_PREF_SIZE);
        command.getStyleClass().add("command");
        return command;
    }

    private static Label outcome(Texts texts, Outcome outcome) {
        Label label = wrapped(texts.say(outcome.sentence()));
        label.getStyleClass().add("muted");
        return label;
    }
}
