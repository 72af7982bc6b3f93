package app.naru.ui.settings;

import app.naru.forward.Preset;
import app.naru.forward.Protocol;
import app.naru.text.Texts;
import app.naru.ui.Field;
import app.naru.ui.Words;
import java.util.Map;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;

/** Binds the window in which a preset is edited. */
final class EditController {

    private final PresetDraft draft;
    private final Words words;
    private final Consumer<Preset> keep;
    private final Runnable close;

    @FXML private TextField name;
    @FXML private Label nameProblem;
    @FXML private RadioButton tcp;
    @FXML private RadioButton udp;
    @FXML private TextField ports;
    @FXML private Label portsProblem;
    @FXML private TextField audience;
    @FXML private Label audienceProblem;
    @FXML private TextField lifetime;
    @FXML private Label lifetimeProblem;
    @FXML private CheckBox http;
    @FXML private TextField httpNames;
    @FXML private Label httpProblem;
    @FXML private Button save;

    EditController(PresetDraft draft, Texts texts, Consumer<Preset> keep, Runnable close) {
        this.draft = draft;
        this.words = new Words(texts);
        this.keep = keep;
        this.close = close;
    }

    @FXML
    private void initialize() {
        bind(name, nameProblem, draft.name());
        bind(ports, portsProblem, draft.ports());
        bind(audience, audienceProblem, draft.audience());
        bind(lifetime, lifetimeProblem, draft.lifetime());
        bind(httpNames, httpProblem, draft.httpNames());
        Words.choose(draft.protocol(), Map.of(Protocol.TCP, tcp, Protocol.UDP, udp));
        http.selectedProperty().bindBidirectional(draft.http());
        httpNames.disableProperty().bind(draft.http().not());
        save.disableProperty().bind(draft.reading().map(reading -> reading.good().isEmpty()));
    }

    private void bind(TextField field, Label problem, Field<?> entry) {
        field.textProperty().bindBidirectional(entry.text());
        words.complain(problem, field, entry.complaint());
    }

    @FXML
    private void save() {
        draft.reading()
                .get()
                .good()
                .ifPresent(preset -> {
                    keep.accept(preset);
                    close.run();
                });
    }

    @FXML
    private void close() {
        close.run();
    }
}
