package app.naru.ui.firewall;

import app.naru.firewall.RuleScript;
import app.naru.ui.Words;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;

/** Binds what can be done with the page, beside its title. */
final class ActionsController {

    private final RulesViewModel rules;
    private final RuleChanges changes;
    private final RuleExport export;
    private final Dialogs dialogs;
    private final Words words;

    @FXML private SplitMenuButton newRule;
    @FXML private MenuItem undoLast;

    ActionsController(
            RulesViewModel rules,
            RuleChanges changes,
            RuleExport export,
            Dialogs dialogs,
            Words words) {
        this.rules = rules;
        this.changes = changes;
        this.export = export;
        this.dialogs = dialogs;
        this.words = words;
    }

    @FXML
    void initialize() {
        if (!rules.isHere()) {
            // it can be looked at, and not be made
            newRule.getStyleClass().remove("accent");
        }
        changes.last()
                .subscribe(now -> {
                    undoLast.setDisable(now.isEmpty());
                    undoLast.setText(
                            now.map(entry ->
                                            words.texts()
                                                    .say(
                                                            "rules.undoLast.this",
                                                            entry.change().description()))
                                    .orElseGet(() -> words.texts().say("rules.undoLast")));
                });
    }

    @FXML
    void newRule() {
        dialogs.newRule(Optional.empty());
    }

    @FXML
    void denyProgram() {
        dialogs.newRule(Optional.of(RuleKind.DENY_PROGRAM));
    }

    @FXML
    void blockAddress() {
        dialogs.newRule(Optional.of(RuleKind.BLOCK_ADDRESS));
    }

    @FXML
    void openFile() {
        dialogs.openRules().ifPresent(rules::open);
    }

    @FXML
    void paste() {
        dialogs.paste(rules::openPasted);
    }

    @FXML
    void exportNetsh() {
        export(RuleScript.Format.NETSH);
    }

    @FXML
    void exportPowerShell() {
        export(RuleScript.Format.POWERSHELL);
    }

    private void export(RuleScript.Format format) {
        dialogs.saveScript(format.fileName())
                .ifPresent(file -> export.write(rules.shownRules(), format, file));
    }

    @FXML
    void undoLast() {
        changes.undoLast();
    }

    @FXML
    void lookAgain() {
        rules.refresh();
    }
}
