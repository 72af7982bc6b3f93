package app.naru.ui.settings;

import app.naru.forward.Forward;
import app.naru.forward.Preset;
import app.naru.forward.Sentence;
import app.naru.ui.ForwardWords;
import app.naru.ui.Questions;
import app.naru.ui.Questions.Question;
import app.naru.ui.SettingRow;
import app.naru.ui.UiContext;
import app.naru.ui.Words;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Binds the user's own presets. */
final class OwnPresetsController {

    private final UiContext context;
    private final OwnPresetsViewModel model;
    private final Questions questions;
    private final Words words;

    @FXML private VBox presets;
    @FXML private Label none;
    @FXML private MenuButton add;
    @FXML private Label trouble;

    OwnPresetsController(UiContext context, OwnPresetsViewModel model, Questions questions) {
        this.context = context;
        this.model = model;
        this.questions = questions;
        this.words = new Words(context.texts());
    }

    @FXML
    private void initialize() {
        words.show(trouble, model.troubleProperty());
        model.presets().addListener((ListChangeListener<Preset>) change -> show());
        add.setOnShowing(event -> offer(model.forwards()));
        offer(model.forwards());
        show();
    }

    private void offer(List<Forward> forwards) {
        add.getItems().setAll(forwards.stream().map(this::item).toList());
        if (forwards.isEmpty()) {
            MenuItem nothing = new MenuItem(context.texts().say("settings.presets.noForward"));
            nothing.setDisable(true);
            add.getItems().setAll(nothing);
        }
    }

    private MenuItem item(Forward forward) {
        MenuItem item = new MenuItem(forward.name().text());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.save(forward));
        return item;
    }

    private void show() {
        Words.present(none, model.presets().isEmpty());
        presets.getChildren().setAll(model.presets().stream().<Node>map(this::row).toList());
    }

    private SettingRow row(Preset preset) {
        SettingRow row = new SettingRow();
        row.setTitle(preset.name().text());
        row.setText(
                context.texts()
                        .say(
                                preset.http().isPresent()
                                        ? "settings.presets.what.http"
                                        : "settings.presets.what",
                                preset.protocol().name(),
                                preset.ports(),
                                ForwardWords.audience(preset.audience()),
                                ForwardWords.lifetime(preset.lifetime())));
        Button edit = button("settings.presets.edit", preset);
        edit.setOnAction(event -> PresetWindow.open(context, model, preset, row.getScene()));
        Button remove = button("settings.presets.remove", preset);
        remove.getStyleClass().add(Styles.FLAT);
        remove.setOnAction(event -> remove(preset));
        HBox buttons = new HBox(edit, remove);
        buttons.getStyleClass().add("gap-8");
        buttons.setMinWidth(HBox.USE_PREF_SIZE);
        row.setControl(buttons);
        return row;
    }

    private Button button(String key, Preset preset) {
        Button button = new Button(context.texts().say(key));
        button.setAccessibleText(
                context.texts().say("settings.presets.of", button.getText(), preset.name()));
        return button;
    }

    private void remove(Preset preset) {
        questions.ask(
                new Question(
                        Sentence.of("settings.presets.remove.title", preset.name()),
                        Sentence.of("settings.presets.remove.text"),
                        Sentence.of("settings.presets.remove"),
                        true),
                () -> model.remove(preset));
    }
}
