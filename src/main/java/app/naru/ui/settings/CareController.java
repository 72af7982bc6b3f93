package app.naru.ui.settings;

import app.naru.path.Traces.Result;
import app.naru.path.Traces.Trace;
import app.naru.text.Texts;
import app.naru.ui.UiContext;
import app.naru.ui.Words;
import app.naru.ui.settings.RemovalViewModel.State;
import atlantafx.base.theme.Styles;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Binds taking settings along, and removing everything. */
final class CareController {

    private static final String FILE = "naru-settings.json";

    private final Texts texts;
    private final TransferViewModel transfer;
    private final RemovalViewModel removal;
    private final Function<FileChooser, Optional<File>> saving;
    private final Function<FileChooser, Optional<File>> opening;

    @FXML private Label told;
    @FXML private Button look;
    @FXML private VBox found;
    @FXML private Label foundTitle;
    @FXML private VBox traces;
    @FXML private HBox consent;
    @FXML private Button remove;
    @FXML private HBox working;
    @FXML private ProgressBar progress;
    @FXML private Label removalTold;

    CareController(UiContext context, TransferViewModel transfer, RemovalViewModel removal) {
        this.texts = context.texts();
        this.transfer = transfer;
        this.removal = removal;
        this.saving = chooser -> Optional.ofNullable(chooser.showSaveDialog(window()));
        this.opening = chooser -> Optional.ofNullable(chooser.showOpenDialog(window()));
    }

    private Window window() {
        return look.getScene().getWindow();
    }

    @FXML
    private void initialize() {
        transfer.toldProperty()
                .subscribe(now -> {
                    told.setText(now.map(each -> texts.say(each.sentence())).orElse(""));
                    told.pseudoClassStateChanged(
                            Styles.STATE_SUCCESS,
                            now.filter(TransferViewModel.Told::good).isPresent());
                    Words.present(told, now.isPresent());
                });
        removal.stateProperty().subscribe(this::show);
    }

    private FileChooser chooser() {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(FILE);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.say("settings.file"), "*.json"));
        return chooser;
    }

    @FXML
    private void exportAll() {
        saving.apply(chooser()).map(File::toPath).ifPresent(transfer::exportTo);
    }

    @FXML
    private void importAll() {
        opening.apply(chooser()).map(File::toPath).ifPresent(transfer::importFrom);
    }

    private void show(State state) {
        Words.present(look, !(state instanceof State.Found || state instanceof State.Removing));
        look.setDisable(state instanceof State.Looking);
        Words.present(found, !(state instanceof State.Idle || state instanceof State.Looking));
        Words.present(working, state instanceof State.Looking || state instanceof State.Removing);
        Words.present(consent, state instanceof State.Found);
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        removalTold.pseudoClassStateChanged(Styles.STATE_SUCCESS, false);
        Words.present(removalTold, state instanceof State.Over || state instanceof State.Failed);
        Words.present(foundTitle, state instanceof State.Found);
        switch (state) {
            case State.Idle idle -> traces.getChildren().clear();
            case State.Looking looking -> traces.getChildren().clear();
            case State.Found(List<Trace> all) -> showFound(all);
            case State.Removing(List<Result> over, int total) -> {
                progress.setProgress((double) over.size() / total);
                showResults(over);
            }
            case State.Over over -> {
                showResults(over.results());
                removalTold.setText(
                        texts.say(over.good() ? "settings.remove.gone" : "settings.remove.left"));
                removalTold.pseudoClassStateChanged(Styles.STATE_SUCCESS, over.good());
            }
            case State.Failed(var why) -> removalTold.setText(texts.say(why));
        }
    }

    private void showFound(List<Trace> all) {
        foundTitle.setText(
                all.isEmpty()
                        ? texts.say("settings.remove.nothing")
                        : texts.say("settings.remove.found"));
        Words.present(remove, !all.isEmpty());
        traces.getChildren()
                .setAll(
                        all.stream()
                                .<Node>map(trace -> line("• " + texts.say(trace.sentence())))
                                .toList());
    }

    private void showResults(List<Result> results) {
        traces.getChildren()
                .setAll(
                        results.stream()
                                .<Node>map(result ->
                                        line(
                                                texts.say(
                                                        "settings.remove.result",
                                                        result.trace().sentence(),
                                                        result.outcome().sentence())))
                                .toList());
    }

    private static Label line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    @FXML
    private void look() {
        removal.look();
    }

    @FXML
    private void remove() {
        removal.remove();
    }

    @FXML
    private void cancel() {
        removal.cancel();
    }
}
