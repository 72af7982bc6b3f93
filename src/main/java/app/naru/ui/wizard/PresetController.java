package app.naru.ui.wizard;

import app.naru.forward.Sentence;
import app.naru.server.KnownPreset;
import app.naru.ui.CopyLine;
import app.naru.ui.Words;
import app.naru.ui.learn.Topic;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Binds the choice of a preset on the server's page. */
final class PresetController {

    private final PresetViewModel model;
    private final Words words;
    private final Consumer<String> clipboard;
    private final Consumer<Topic> learn;

    @FXML private ComboBox<KnownPreset> presets;
    @FXML private Hyperlink learnMore;
    @FXML private VBox about;
    @FXML private VBox notes;
    @FXML private VBox start;

    /**
     * @param learn opens a page of Learn
     */
    PresetController(
            PresetViewModel model, Words words, Consumer<String> clipboard, Consumer<Topic> learn) {
        this.model = model;
        this.words = words;
        this.clipboard = clipboard;
        this.learn = learn;
    }

    @FXML
    void initialize() {
        presets.setConverter(new Titles());
        presets.getItems().setAll(model.choices());
        model.chosen()
                .subscribe(chosen -> {
                    presets.setValue(chosen.orElse(null));
                    Words.present(about, chosen.isPresent());
                });
        presets.valueProperty().subscribe(this::choose);
        model.notes().subscribe(this::showNotes);
        model.start().subscribe(this::showStart);
        model.topic().subscribe(topic -> Words.present(learnMore, topic.isPresent()));
    }

    private void choose(@Nullable KnownPreset selected) {
        if (selected != null && !model.chosen().get().equals(Optional.of(selected))) {
            model.choose(selected);
        }
    }

    private void showNotes(List<Sentence> now) {
        notes.getChildren()
                .setAll(
                        now.stream()
                                .<Node>map(sentence -> {
                                    Label note = new Label("• " + words.texts().say(sentence));
                                    note.setWrapText(true);
                                    note.setMinHeight(Region.USE_PREF_SIZE);
                                    return note;
                                })
                                .toList());
    }

    private void showStart(Optional<String> command) {
        Words.present(start, command.isPresent());
        start.getChildren().removeIf(CopyLine.class::isInstance);
        command.ifPresent(
                text -> start.getChildren().add(new CopyLine(words.texts(), text, clipboard)));
    }

    @FXML
    void learnMore() {
        Optional.ofNullable(model.topic().getValue()).flatMap(topic -> topic).ifPresent(learn);
    }

    /** "Django – TCP 8000". */
    private final class Titles extends StringConverter<KnownPreset> {

        @Override
        public String toString(@Nullable KnownPreset choice) {
            return choice == null
                    ? ""
                    : words.texts()
                            .say(
                                    "wizard.preset.choice",
                                    choice.title(),
                                    PresetViewModel.ports(choice));
        }

        @Override
        public KnownPreset fromString(String text) {
            throw new UnsupportedOperationException("presets are chosen, not typed");
        }
    }
}
