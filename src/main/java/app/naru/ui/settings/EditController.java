package app.naru.ui.settings;

import app.naru.forward.Preset;
import app.naru.forward.Protocol;
import app.naru.text.Texts;
import app.naru.ui.AudienceDraft;
import app.naru.ui.AudienceDraft.HowLong;
import app.naru.ui.AudienceDraft.Who;
import app.naru.ui.Field;
import app.naru.ui.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
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
    @FXML private ComboBox<Who> who;
    @FXML private TextField addresses;
    @FXML private Label addressesProblem;
    @FXML private ComboBox<HowLong> howLong;
    @FXML private TextField time;
    @FXML private Label timeProblem;
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
        words.bind(name, nameProblem, draft.name());
        words.bind(ports, portsProblem, draft.ports());
        words.bind(httpNames, httpProblem, draft.httpNames());
        bindAudience(draft.audience());
        Words.choose(draft.protocol(), Map.of(Protocol.TCP, tcp, Protocol.UDP, udp));
        http.selectedProperty().bindBidirectional(draft.http());
        httpNames.disableProperty().bind(draft.http().not());
        save.disableProperty().bind(draft.reading().map(reading -> reading.good().isEmpty()));
    }

    private void bindAudience(AudienceDraft audience) {
        offer(who, audience.who(), EditController::name, List.of(Who.values()));
        bind(addresses, audience.chosen());
        words.complain(addressesProblem, addresses, audience.chosenComplaint());
        audience.who().subscribe(now -> Words.present(addresses, now == Who.CHOSEN));
        offer(howLong, audience.howLong(), EditController::name, List.of(HowLong.values()));
        bind(time, audience.custom());
        words.complain(timeProblem, time, audience.customComplaint());
        audience.howLong().subscribe(now -> Words.present(time, now == HowLong.CUSTOM));
    }

    private <T> void offer(
            ComboBox<T> list, ObjectProperty<T> chosen, Function<T, String> name, List<T> choices) {
        list.getItems().setAll(choices);
        list.setConverter(words.named(name));
        list.valueProperty().bindBidirectional(chosen);
    }

    private static String name(Who who) {
        return switch (who) {
            case THIS_NETWORK -> "wizard.audience.network";
            case CHOSEN -> "wizard.audience.chosen";
            case INTERNET -> "wizard.audience.internet";
        };
    }

    private static String name(HowLong time) {
        return switch (time) {
            case HALF_AN_HOUR -> "wizard.audience.halfAnHour";
            case TWO_HOURS -> "wizard.audience.twoHours";
            case EIGHT_HOURS -> "wizard.audience.eightHours";
            case UNTIL_STOPPED -> "wizard.audience.untilStopped";
            case CUSTOM -> "settings.preset.time";
        };
    }

    private static void bind(TextField field, Field<?> entry) {
        field.textProperty().bindBidirectional(entry.text());
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
