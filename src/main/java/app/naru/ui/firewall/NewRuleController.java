package app.naru.ui.firewall;

import app.naru.firewall.Action;
import app.naru.firewall.Direction;
import app.naru.firewall.NetshCommand;
import app.naru.firewall.RuleProtocol;
import app.naru.firewall.RuleSpec;
import app.naru.forward.NetworkProfile;
import app.naru.ui.PreferencesViewModel;
import app.naru.ui.TechnicalDetails;
import app.naru.ui.Words;
import app.naru.ui.firewall.RuleKind.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Binds the steps of a new rule. */
final class NewRuleController {

    private static final ObservableValue<Boolean> ALWAYS = new SimpleBooleanProperty(true);

    private final NewRuleViewModel model;
    private final Words words;
    private final Surroundings around;

    @FXML private Label stepNumber;
    @FXML private Label stepTitle;
    @FXML private VBox kindStep;
    @FXML private RadioButton kindProgram;
    @FXML private RadioButton kindPort;
    @FXML private RadioButton kindCustom;
    @FXML private RadioButton kindDeny;
    @FXML private RadioButton kindBlock;
    @FXML private HBox directions;
    @FXML private RadioButton in;
    @FXML private RadioButton out;
    @FXML private VBox whatStep;
    @FXML private VBox programPlace;
    @FXML private TextField program;
    @FXML private Label programProblem;
    @FXML private VBox portPlace;
    @FXML private ComboBox<RuleProtocol> protocol;
    @FXML private VBox localPlace;
    @FXML private TextField localPorts;
    @FXML private Label localProblem;
    @FXML private VBox remotePlace;
    @FXML private TextField remotePorts;
    @FXML private Label remotePortsProblem;
    @FXML private VBox addressPlace;
    @FXML private TextField remote;
    @FXML private Label remoteProblem;
    @FXML private HBox remoteChoices;
    @FXML private VBox actionStep;
    @FXML private RadioButton allow;
    @FXML private RadioButton block;
    @FXML private VBox profileStep;
    @FXML private CheckBox domain;
    @FXML private CheckBox privately;
    @FXML private CheckBox publicly;
    @FXML private Label profileProblem;
    @FXML private VBox nameStep;
    @FXML private TextField name;
    @FXML private Label nameProblem;
    @FXML private TextField description;
    @FXML private Label descriptionProblem;
    @FXML private Label problem;
    @FXML private Label sentence;
    @FXML private VBox technical;
    @FXML private TextArea command;
    @FXML private Button copy;
    @FXML private Label notHere;
    @FXML private Button back;
    @FXML private Button next;
    @FXML private Button make;

    /**
     * What the steps need of the window.
     *
     * @param here whether a rule can be made on this PC
     * @param make makes the rule
     * @param close closes the window
     */
    record Surroundings(
            boolean here,
            Consumer<RuleSpec> make,
            Runnable close,
            Supplier<Optional<Path>> program,
            PreferencesViewModel preferences,
            Consumer<String> clipboard) {}

    NewRuleController(NewRuleViewModel model, Words words, Surroundings around) {
        this.model = model;
        this.words = words;
        this.around = around;
    }

    @FXML
    void initialize() {
        bindKind();
        bindWhat();
        Words.choose(model.draft().action(), Map.of(Action.ALLOW, allow, Action.BLOCK, block));
        domain.selectedProperty().bindBidirectional(model.draft().profile(NetworkProfile.DOMAIN));
        privately
                .selectedProperty()
                .bindBidirectional(model.draft().profile(NetworkProfile.PRIVATE));
        publicly.selectedProperty().bindBidirectional(model.draft().profile(NetworkProfile.PUBLIC));
        words.show(profileProblem, model.draft().profileProblem());
        bindName();
        bindSteps();
    }

    private void bindKind() {
        Words.choose(
                model.draft().kind(),
                Map.of(
                        RuleKind.PROGRAM,
                        kindProgram,
                        RuleKind.PORT,
                        kindPort,
                        RuleKind.CUSTOM,
                        kindCustom,
                        RuleKind.DENY_PROGRAM,
                        kindDeny,
                        RuleKind.BLOCK_ADDRESS,
                        kindBlock));
        Words.choose(model.draft().direction(), Map.of(Direction.IN, in, Direction.OUT, out));
        directions
                .disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.draft().kind().get().isRecipe(), model.draft().kind()));
    }

    private void bindWhat() {
        new Choices(words.texts())
                .offer(
                        protocol,
                        List.of(RuleProtocol.values()),
                        NewRuleController::key,
                        model.draft().protocol());
        words.bind(program, programProblem, model.draft().program());
        words.bind(localPorts, localProblem, model.draft().localPorts());
        words.bind(remotePorts, remotePortsProblem, model.draft().remotePorts());
        words.bind(remote, remoteProblem, model.draft().remote());
        model.draft()
                .shape()
                .subscribe(now -> {
                    Words.present(programPlace, now.program());
                    Words.present(portPlace, now.protocol());
                    Words.present(localPlace, now.localPorts());
                    Words.present(remotePlace, now.remotePorts());
                    Words.present(addressPlace, now.remote());
                    Words.present(remoteChoices, now.anyRemote());
                });
    }

    private static String key(RuleProtocol protocol) {
        return switch (protocol) {
            case TCP -> "rules.protocol.tcp";
            case UDP -> "rules.protocol.udp";
            case ICMPV4 -> "rules.protocol.icmpv4";
            case ICMPV6 -> "rules.protocol.icmpv6";
            case ANY -> "rules.protocol.any";
        };
    }

    private void bindName() {
        words.bind(name, nameProblem, model.draft().name());
        words.bind(description, descriptionProblem, model.draft().description());
        words.show(problem, model.problem());
        words.show(sentence, model.words());
        TechnicalDetails.only(technical, around.preferences());
        model.command()
                .subscribe(now -> {
                    command.setText(now.map(NetshCommand::toString).orElse(""));
                    copy.setDisable(now.isEmpty());
                });
        notHere.setText(words.texts().say("path.firewall.notHere"));
        Words.present(notHere, !around.here());
    }

    private void bindSteps() {
        Map<Step, Node> places =
                Map.of(
                        Step.KIND,
                        kindStep,
                        Step.WHAT,
                        whatStep,
                        Step.ACTION,
                        actionStep,
                        Step.PROFILE,
                        profileStep,
                        Step.NAME,
                        nameStep);
        model.step()
                .subscribe(now -> {
                    places.forEach((step, place) -> Words.present(place, step == now));
                    stepTitle.setText(words.texts().say(title(now)));
                    Words.present(next, now != Step.NAME);
                    Words.present(make, now == Step.NAME);
                    next.setDefaultButton(now != Step.NAME);
                    make.setDefaultButton(now == Step.NAME);
                    back.setDisable(model.isFirst(now));
                    entry(now).ifPresent(field -> Platform.runLater(field::requestFocus));
                });
        words.say(stepNumber, model.progress());
        next.disableProperty().bind(model.complete().not());
        make.disableProperty().bind(around.here() ? model.complete().not() : ALWAYS);
    }

    /** What a step can't do without, to be typed at once; empty where there is no such thing. */
    private Optional<TextField> entry(Step step) {
        return switch (step) {
            case WHAT ->
                    Optional.of(
                            switch (model.draft().kind().get()) {
                                case PROGRAM, DENY_PROGRAM, CUSTOM -> program;
                                case PORT ->
                                        model.draft().shape().get().localPorts()
                                                ? localPorts
                                                : remotePorts;
                                case BLOCK_ADDRESS -> remote;
                            });
            case NAME -> Optional.of(name);
            case KIND, ACTION, PROFILE -> Optional.empty();
        };
    }

    /** Choices would keep Enter, which goes on from everywhere. */
    void pressed(KeyEvent event) {
        boolean keepsEnter =
                event.getTarget() instanceof RadioButton || event.getTarget() instanceof CheckBox;
        if (event.getCode() == KeyCode.ENTER && keepsEnter) {
            event.consume();
            next.fire();
        }
    }

    private static String title(Step step) {
        return switch (step) {
            case KIND -> "rules.new.step.kind";
            case WHAT -> "rules.new.step.what";
            case ACTION -> "rules.new.step.action";
            case PROFILE -> "rules.new.step.profile";
            case NAME -> "rules.new.step.name";
        };
    }

    @FXML
    void browse() {
        around.program()
                .get()
                .ifPresent(path -> model.draft().program().text().set(path.toString()));
    }

    @FXML
    void onlyThisNetwork() {
        remote.setText("localsubnet");
    }

    @FXML
    void anyone() {
        remote.setText("any");
    }

    @FXML
    void copy() {
        around.clipboard().accept(command.getText());
    }

    @FXML
    void cancel() {
        around.close().run();
    }

    @FXML
    void back() {
        model.back();
    }

    @FXML
    void next() {
        model.next();
    }

    @FXML
    void make() {
        model.draft()
                .rule()
                .get()
                .good()
                .ifPresent(rule -> {
                    around.close().run();
                    around.make().accept(rule);
                });
    }
}
