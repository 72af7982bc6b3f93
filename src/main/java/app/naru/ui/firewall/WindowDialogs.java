package app.naru.ui.firewall;

import app.naru.text.Texts;
import app.naru.ui.DialogQuestions;
import app.naru.ui.TabLeaves;
import app.naru.ui.Theme;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The page's dialogs over its window. */
final class WindowDialogs implements Dialogs {

    private final Texts texts;
    private final Supplier<Window> window;
    private final Consumer<Optional<RuleKind>> newRule;

    /** What was pasted last: it is there again, to be mended, where it could not be read. */
    private String pasted = "";

    WindowDialogs(Texts texts, Supplier<Window> window, Consumer<Optional<RuleKind>> newRule) {
        this.texts = texts;
        this.window = window;
        this.newRule = newRule;
    }

    @Override
    public Optional<Path> openRules() {
        return open(
                "rules.open",
                new ExtensionFilter(
                        texts.say("rules.files"), "*.reg", "*.cmd", "*.bat", "*.ps1", "*.txt"),
                new ExtensionFilter(texts.say("rules.files.all"), "*"));
    }

    @Override
    public Optional<Path> openProgram() {
        return open(
                "rules.new.browse",
                new ExtensionFilter(texts.say("rules.files.programs"), "*.exe"));
    }

    private Optional<Path> open(String title, ExtensionFilter... filters) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.say(title));
        chooser.getExtensionFilters().setAll(filters);
        return Optional.ofNullable(chooser.showOpenDialog(window.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> saveScript(String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.say("rules.export"));
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(window.get())).map(File::toPath);
    }

    @Override
    public void paste(Consumer<String> taker) {
        ButtonType show = new ButtonType(texts.say("rules.paste.show"), ButtonData.OK_DONE);
        ButtonType no = new ButtonType(texts.say("dialog.cancel"), ButtonData.CANCEL_CLOSE);
        TextArea area = new TextArea(pasted);
        area.setPromptText(texts.say("rules.paste.prompt"));
        area.setAccessibleText(texts.say("rules.paste.text"));
        area.setWrapText(true);
        TabLeaves.in(area);
        area.setPrefSize(560, 260);
        area.setMinHeight(160);
        Dialog<String> dialog = new Dialog<>();
        dialog.initOwner(window.get());
        dialog.setTitle(texts.say("app.name"));
        dialog.setHeaderText(texts.say("rules.paste.text"));
        StackPane place = new StackPane(area);
        place.getStyleClass().add("pad-16");
        dialog.getDialogPane().setContent(place);
        dialog.getDialogPane().getButtonTypes().setAll(no, show);
        dialog.setResultConverter(button -> button == show ? area.getText() : null);
        Theme.dress(dialog.getDialogPane().getScene(), texts);
        dialog.resultProperty()
                .subscribe(text -> {
                    if (text != null) {
                        pasted = text;
                        taker.accept(text);
                    }
                });
        dialog.show();
        area.requestFocus();
    }

    @Override
    public void newRule(Optional<RuleKind> recipe) {
        newRule.accept(recipe);
    }

    @Override
    public void ask(Question question, Runnable ifYes) {
        new DialogQuestions(texts, window.get()).ask(question, ifYes);
    }
}
