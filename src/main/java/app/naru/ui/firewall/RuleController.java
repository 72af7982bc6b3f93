package app.naru.ui.firewall;

import app.naru.firewall.RuleName;
import app.naru.firewall.RuleScript;
import app.naru.forward.Sentence;
import app.naru.ui.PreferencesViewModel;
import app.naru.ui.Questions;
import app.naru.ui.TechnicalDetails;
import app.naru.ui.UiContext;
import app.naru.ui.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Binds what is told of the rule that was chosen. */
final class RuleController {

    private final RulesViewModel rules;
    private final RuleChanges changes;
    private final Dialogs dialogs;
    private final Words words;
    private final PreferencesViewModel preferences;
    private final Consumer<String> clipboard;

    @FXML private Label none;
    @FXML private VBox some;
    @FXML private Label name;
    @FXML private Label origin;
    @FXML private Label sentence;
    @FXML private FlowPane changing;
    @FXML private Button turn;
    @FXML private Button remove;
    @FXML private Label foreign;
    @FXML private GridPane fields;
    @FXML private VBox technical;
    @FXML private TextArea text;
    @FXML private Button copyNetsh;
    @FXML private Label noNetsh;

    RuleController(
            RulesViewModel rules,
            RuleChanges changes,
            Dialogs dialogs,
            Words words,
            UiContext context) {
        this.rules = rules;
        this.changes = changes;
        this.dialogs = dialogs;
        this.words = words;
        this.preferences = context.preferences();
        this.clipboard = context.clipboard();
    }

    @FXML
    void initialize() {
        rules.selected()
                .subscribe(row -> {
                    Words.present(none, row == null);
                    Words.present(some, row != null);
                    if (row != null) {
                        show(row);
                    }
                });
        TechnicalDetails.only(technical, preferences);
        turn.disableProperty().bind(changes.busy());
        remove.disableProperty().bind(changes.busy());
    }

    private void show(RuleRow row) {
        name.setText(row.name());
        origin.setText(words.texts().say(origin(row)));
        sentence.setText(row.words());
        Words.present(changing, row.ours());
        turn.setText(words.texts().say(row.rule().active() ? "rules.turnOff" : "rules.turnOn"));
        Words.present(foreign, !row.ours() && rules.file().get().isEmpty());
        fields.getChildren().clear();
        int line = 0;
        for (RuleFields.Entry entry : RuleFields.of(row)) {
            Label key = new Label(words.texts().say(entry.key()));
            key.getStyleClass().add("muted");
            fields.addRow(line++, key, value(entry.value()));
        }
        text.setText(row.rule().encode());
        RuleScript script = script(row);
        copyNetsh.setDisable(script.statements().isEmpty());
        Words.present(noNetsh, !script.leftOut().isEmpty());
        noNetsh.setText(
                script.leftOut().stream()
                        .findFirst()
                        .map(each -> words.texts().say(each.why()))
                        .orElse(""));
    }

    private Label value(Object value) {
        Label label =
                new Label(
                        value instanceof Sentence said
                                ? words.texts().say(said)
                                : value.toString());
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private String origin(RuleRow row) {
        if (row.ours()) {
            return "rules.origin.ours";
        }
        if (rules.file().get().isPresent()) {
            return "rules.origin.file";
        }
        return switch (row.stored().store()) {
            case LOCAL -> "rules.origin.local";
            case GROUP_POLICY -> "rules.store.policy";
            case MDM -> "rules.store.mdm";
        };
    }

    private static RuleScript script(RuleRow row) {
        return RuleScript.of(RuleScript.Format.NETSH, List.of(row.rule()));
    }

    private Optional<RuleRow> chosen() {
        @Nullable RuleRow row = rules.selected().get();
        return Optional.ofNullable(row);
    }

    @FXML
    void turn() {
        chosen().ifPresent(row ->
                changes.turn(RuleName.marked(row.rule().name()), !row.rule().active()));
    }

    @FXML
    void remove() {
        chosen().ifPresent(row ->
                dialogs.ask(
                        new Questions.Question(
                                Sentence.of("rules.remove.ask", row.name()),
                                Sentence.of("rules.remove.text"),
                                Sentence.of("rules.remove"),
                                true),
                        () -> changes.remove(RuleName.marked(row.rule().name()))));
    }

    @FXML
    void copyText() {
        clipboard.accept(text.getText());
    }

    @FXML
    void copyNetsh() {
        chosen().ifPresent(row -> script(row).statements().forEach(clipboard));
    }
}
