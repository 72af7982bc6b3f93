package app.naru.ui.firewall;

import app.naru.firewall.Decider;
import app.naru.firewall.Direction;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Protocol;
import app.naru.ui.VerdictLine;
import app.naru.ui.Words;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Binds the question what decides for a port. */
final class ExplainController {

    private final ExplainViewModel model;
    private final RulesViewModel rules;
    private final Words words;

    @FXML private RadioButton in;
    @FXML private RadioButton out;
    @FXML private TextField port;
    @FXML private RadioButton tcp;
    @FXML private RadioButton udp;
    @FXML private Label portProblem;
    @FXML private TextField program;
    @FXML private Label programProblem;
    @FXML private TextField remote;
    @FXML private Label remoteProblem;
    @FXML private RadioButton domain;
    @FXML private RadioButton privately;
    @FXML private RadioButton publicly;
    @FXML private Label profileNote;
    @FXML private Label hint;
    @FXML private VBox answer;
    @FXML private Label ofFile;
    @FXML private Hyperlink decider;

    ExplainController(ExplainViewModel model, RulesViewModel rules, Words words) {
        this.model = model;
        this.rules = rules;
        this.words = words;
    }

    @FXML
    void initialize() {
        Words.choose(model.direction(), Map.of(Direction.IN, in, Direction.OUT, out));
        Words.choose(model.protocol(), Map.of(Protocol.TCP, tcp, Protocol.UDP, udp));
        Words.choose(
                model.profile(),
                Map.of(
                        NetworkProfile.DOMAIN,
                        domain,
                        NetworkProfile.PRIVATE,
                        privately,
                        NetworkProfile.PUBLIC,
                        publicly));
        words.bind(port, portProblem, model.port());
        words.bind(program, programProblem, model.program());
        words.bind(remote, remoteProblem, model.remote());
        words.say(profileNote, model.profileNote());
        model.answer().subscribe(this::show);
        rules.file().subscribe(now -> show(model.answer().get()));
    }

    private void show(Optional<ExplainViewModel.Answer> now) {
        Words.present(hint, now.isEmpty());
        answer.getChildren().setAll(now.map(this::line).stream().toList());
        Words.present(answer, now.isPresent());
        Optional<RulesViewModel.OpenedFile> file = rules.file().get();
        ofFile.setText(
                file.map(each -> words.texts().say("rules.explain.file", each.name())).orElse(""));
        Words.present(ofFile, now.isPresent() && file.isPresent());
        Words.present(decider, rule(now).isPresent());
    }

    private VerdictLine line(ExplainViewModel.Answer now) {
        VerdictLine line = new VerdictLine(now.verdict().answer(), words.texts().say(now.words()));
        line.setId("verdict");
        return line;
    }

    private static Optional<Decider.ByRule> rule(Optional<ExplainViewModel.Answer> answer) {
        return answer.map(each -> each.verdict().decidedBy())
                .filter(Decider.ByRule.class::isInstance)
                .map(Decider.ByRule.class::cast);
    }

    @FXML
    void showDecider() {
        rule(model.answer().get()).ifPresent(by -> rules.select(by.store(), by.id()));
    }
}
