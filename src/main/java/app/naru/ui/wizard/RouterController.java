package app.naru.ui.wizard;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** Binds the router's page. */
final class RouterController {

    private final RouterViewModel model;
    private final Words words;
    private final Consumer<String> clipboard;
    private final Consumer<URI> browser;

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
        model.router().subscribe(this::showRouter);
        model.values().subscribe(this::showValues);
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
        model.router().get().ifPresent(browser);
    }
}
