package app.naru.ui.wizard;

import app.naru.forward.Sentence;
import app.naru.ui.Words;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Binds the router's page. */
final class RouterController {

    private final RouterViewModel model;
    private final Words words;
    private final Consumer<String> clipboard;
    private final Consumer<URI> browser;

    @FXML private VBox looking;
    @FXML private ProgressBar lookingPart;
    @FXML private Label lookingHow;
    @FXML private Label byItself;
    @FXML private VBox trouble;
    @FXML private Label why;
    @FXML private VBox help;
    @FXML private CheckBox anyway;
    @FXML private Label anywayText;
    @FXML private TitledPane byHand;
    @FXML private Hyperlink router;
    @FXML private Label noRouter;
    @FXML private GridPane values;
    @FXML private Label noValues;

    RouterController(
            RouterViewModel model, Words words, Consumer<String> clipboard, Consumer<URI> browser) {
        this.model = model;
        this.words = words;
        this.clipboard = clipboard;
        this.browser = browser;
    }

    @FXML
    void initialize() {
        model.look().subscribe(this::showLook);
        model.page().subscribe(this::showRouter);
        model.values().subscribe(this::showValues);
        anyway.selectedProperty().bindBidirectional(model.anyway());
        model.search();
    }

    private void showLook(RouterViewModel.Look now) {
        Words.present(looking, now instanceof RouterViewModel.Look.Looking);
        Words.present(byItself, now instanceof RouterViewModel.Look.ByItself);
        Words.present(
                trouble,
                now instanceof RouterViewModel.Look.ByHand
                        || now instanceof RouterViewModel.Look.NoUse);
        Words.present(anyway, now instanceof RouterViewModel.Look.NoUse);
        Words.present(anywayText, now instanceof RouterViewModel.Look.NoUse);
        switch (now) {
            case RouterViewModel.Look.Looking(double part, Sentence how) -> {
                byHand.setExpanded(false);
                lookingPart.setProgress(part);
                lookingHow.setText(words.texts().say(how));
            }
            case RouterViewModel.Look.ByItself(Sentence how) ->
                    byItself.setText(words.texts().say(how));
            case RouterViewModel.Look.ByHand(Sentence reason) -> {
                explain(reason, List.of());
                byHand.setExpanded(true);
            }
            case RouterViewModel.Look.NoUse(Sentence reason, List<Sentence> ways) ->
                    explain(reason, ways);
        }
    }

    private void explain(Sentence reason, List<Sentence> ways) {
        why.setText(words.texts().say(reason));
        help.getChildren().setAll(ways.stream().map(this::bullet).toList());
        Words.present(help, !ways.isEmpty());
    }

    /** A line that is too long goes on below its words, not below the bullet. */
    private HBox bullet(Sentence way) {
        Label text = new Label(words.texts().say(way));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label dot = new Label("•");
        dot.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(dot, text);
        row.getStyleClass().add("gap-8");
        return row;
    }

    @FXML
    void lookAgain() {
        model.search();
    }

    private void showRouter(Optional<URI> page) {
        router.setText(page.map(URI::toString).orElse(""));
        Words.present(router, page.isPresent());
        Words.present(noRouter, page.isEmpty());
    }

    private void showValues(List<RouterViewModel.Value> now) {
        values.getChildren().clear();
        for (int row = 0; row < now.size(); row++) {
            RouterViewModel.Value each = now.get(row);
            String box = words.texts().say("wizard.router.box." + each.box());
            Label text = new Label(each.text());
            text.setId("router-" + each.box());
            text.getStyleClass().add("address-value");
            text.setWrapText(true);
            Button copy = new Button(words.texts().say("wizard.copy"));
            copy.getStyleClass().add("small");
            copy.setAccessibleText(words.texts().say("wizard.router.copy", box, each.text()));
            copy.setOnAction(event -> clipboard.accept(each.text()));
            values.addRow(row, new Label(box), text, copy);
        }
        Words.present(values, !now.isEmpty());
        Words.present(noValues, now.isEmpty());
    }

    @FXML
    void openRouter() {
        model.page().get().ifPresent(browser);
    }
}
