package app.naru.ui.wizard;

import app.naru.ui.AudienceDraft;
import app.naru.ui.AudienceDraft.HowLong;
import app.naru.ui.AudienceDraft.Who;
import app.naru.ui.Words;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Binds the page of who may come and for how long. */
final class AudienceController {

    private final AudienceDraft draft;
    private final Words words;

    @FXML private RadioButton network;
    @FXML private RadioButton chosen;
    @FXML private TextField addresses;
    @FXML private Label addressesProblem;
    @FXML private RadioButton internet;
    @FXML private VBox meaning;
    @FXML private CheckBox understood;
    @FXML private RadioButton twoHours;
    @FXML private RadioButton halfAnHour;
    @FXML private RadioButton eightHours;
    @FXML private RadioButton untilStopped;
    @FXML private RadioButton custom;
    @FXML private TextField time;
    @FXML private Label timeProblem;

    AudienceController(AudienceDraft draft, Words words) {
        this.draft = draft;
        this.words = words;
    }

    @FXML
    void initialize() {
        Words.choose(
                draft.who(),
                Map.of(Who.THIS_NETWORK, network, Who.CHOSEN, chosen, Who.INTERNET, internet));
        addresses.textProperty().bindBidirectional(draft.chosen().text());
        addresses.disableProperty().bind(chosen.selectedProperty().not());
        words.complain(addressesProblem, addresses, draft.chosenComplaint());
        understood.selectedProperty().bindBidirectional(draft.internetUnderstood());
        draft.who().subscribe(who -> Words.present(meaning, who == Who.INTERNET));
        Words.choose(
                draft.howLong(),
                Map.of(
                        HowLong.TWO_HOURS, twoHours,
                        HowLong.HALF_AN_HOUR, halfAnHour,
                        HowLong.EIGHT_HOURS, eightHours,
                        HowLong.UNTIL_STOPPED, untilStopped,
                        HowLong.CUSTOM, custom));
        time.textProperty().bindBidirectional(draft.custom().text());
        time.disableProperty().bind(custom.selectedProperty().not());
        words.complain(timeProblem, time, draft.customComplaint());
    }
}
