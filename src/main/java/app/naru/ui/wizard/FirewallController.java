package app.naru.ui.wizard;

import app.naru.firewall.Verdict;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.path.Forecast;
import app.naru.path.Offer;
import app.naru.ui.PreferencesViewModel;
import app.naru.ui.TechnicalDetails;
import app.naru.ui.UiContext;
import app.naru.ui.VerdictLine;
import app.naru.ui.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Binds the firewall's page. */
final class FirewallController {

    private final FirewallViewModel model;
    private final PreferencesViewModel preferences;
    private final Words words;
    private final Consumer<String> clipboard;

    @FXML private Label notHere;
    @FXML private RadioButton tcp;
    @FXML private RadioButton udp;
    @FXML private TextField port;
    @FXML private Label portProblem;
    @FXML private CheckBox domain;
    @FXML private CheckBox privately;
    @FXML private CheckBox publicly;
    @FXML private Label profileProblem;
    @FXML private Label profileNote;
    @FXML private CheckBox trust;
    @FXML private Label trustText;
    @FXML private TextField name;
    @FXML private Label nameProblem;
    @FXML private Label ruleName;
    @FXML private TextField description;
    @FXML private Label descriptionProblem;
    @FXML private VBox verdicts;
    @FXML private Label blocked;
    @FXML private VBox offers;
    @FXML private StackPane commandPlace;
    @FXML private VBox commandBox;
    @FXML private TextArea command;
    @FXML private Button copy;
    @FXML private TitledPane details;

    FirewallController(FirewallViewModel model, Words words, UiContext context) {
        this.model = model;
        this.words = words;
        this.preferences = context.preferences();
        this.clipboard = context.clipboard();
    }

    @FXML
    void initialize() {
        Draft draft = model.draft();
        words.show(notHere, model.notHere());
        Words.choose(draft.server().protocol(), Map.of(Protocol.TCP, tcp, Protocol.UDP, udp));
        words.bind(port, portProblem, draft.listen().ports());
        bind(domain, NetworkProfile.DOMAIN);
        bind(privately, NetworkProfile.PRIVATE);
        bind(publicly, NetworkProfile.PUBLIC);
        words.show(profileProblem, draft.rule().profileProblem());
        words.show(profileNote, model.profileNote());
        trust.selectedProperty().bindBidirectional(draft.rule().trustNetwork());
        model.mayTrust()
                .subscribe(may -> {
                    Words.present(trust, may);
                    Words.present(trustText, may);
                });
        words.bind(name, nameProblem, draft.rule().name());
        words.show(ruleName, model.ruleName());
        words.bind(description, descriptionProblem, draft.rule().description());
        model.forecast().subscribe(this::show);
        words.show(blocked, model.blocked());
        model.offers().subscribe(this::show);
        Words.unfoldToTell(details, draft.listen().ports().complaint());
        Words.unfoldToTell(details, draft.rule().profileProblem());
        Words.unfoldToTell(details, draft.rule().name().complaint());
        Words.unfoldToTell(details, draft.rule().description().complaint());
        TechnicalDetails.only(commandBox, preferences);
        model.notHere().subscribe(left -> Words.present(commandPlace, left.isEmpty()));
        command.textProperty().bind(model.command());
        copy.disableProperty().bind(model.command().isEmpty());
    }

    private void show(Optional<Forecast> forecast) {
        verdicts.getChildren().setAll(forecast.map(this::lines).orElse(List.of()));
        Words.present(verdicts, forecast.isPresent());
    }

    private List<VerdictLine> lines(Forecast forecast) {
        Verdict now = forecast.now();
        Verdict then = forecast.then();
        return now.equals(then)
                ? List.of(line(now, now.sentence()))
                : List.of(
                        line(now, Sentence.of("wizard.firewall.verdict.now", now.sentence())),
                        line(then, Sentence.of("wizard.firewall.verdict.then", then.sentence())));
    }

    private VerdictLine line(Verdict verdict, Sentence sentence) {
        return new VerdictLine(verdict.answer(), words.texts().say(sentence));
    }

    private void show(List<Offer> all) {
        offers.getChildren().setAll(all.stream().map(this::row).toList());
        Words.present(offers, !all.isEmpty());
    }

    private Node row(Offer offer) {
        CheckBox agree = new CheckBox(words.texts().say(offer.change().description()));
        agree.setWrapText(true);
        agree.setMinHeight(Region.USE_PREF_SIZE);
        agree.setSelected(model.draft().agreed().get().contains(offer.change()));
        agree.selectedProperty().subscribe(yes -> model.agree(offer.change(), yes));
        Label why = new Label(words.texts().say(offer.why()));
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        VBox row = new VBox(why, agree);
        row.getStyleClass().add("gap-4");
        return row;
    }

    private void bind(CheckBox box, NetworkProfile profile) {
        box.selectedProperty().bindBidirectional(model.draft().rule().profile(profile));
    }

    @FXML
    void copy() {
        clipboard.accept(model.command().get());
    }
}
