package app.naru.ui.wizard;

import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.path.Change;
import app.naru.path.Plan;
import app.naru.path.Step;
import app.naru.ui.PathPicture;
import app.naru.ui.PreferencesViewModel;
import app.naru.ui.Words;
import app.naru.ui.wizard.OpeningViewModel.Progress;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Binds the page that opens it. */
final class OpeningController {

    private final OpeningViewModel model;
    private final Words words;
    private final PreferencesViewModel preferences;
    private final Runnable toPort;

    @FXML private StackPane picture;
    @FXML private VBox obstacles;
    @FXML private VBox changes;
    @FXML private Label nothingToChange;
    @FXML private VBox underWay;
    @FXML private ProgressBar bar;
    @FXML private Label now;
    @FXML private Button stop;
    @FXML private Label stopped;
    @FXML private VBox failure;
    @FXML private Label why;
    @FXML private Button otherPort;

    /**
     * @param toPort goes back to the page with the port
     */
    OpeningController(
            OpeningViewModel model,
            Words words,
            PreferencesViewModel preferences,
            Runnable toPort) {
        this.model = model;
        this.words = words;
        this.preferences = preferences;
        this.toPort = toPort;
    }

    @FXML
    void initialize() {
        PathPicture path = new PathPicture(words.texts());
        picture.getChildren().add(path);
        model.hops().subscribe(hops -> path.setHops(hops, model.draft().places()));
        model.plan().subscribe(plan -> draw());
        model.progress().subscribe(progress -> draw());
        words.show(stopped, model.stopped());
    }

    private void draw() {
        Progress progress = model.progress().get();
        Optional<Plan> plan = model.plan().get();
        List<Sentence> inTheWay =
                progress instanceof Progress.Ready
                        ? plan.map(Plan::obstacles).orElse(List.of())
                        : List.of();
        obstacles.getChildren().setAll(inTheWay.stream().map(this::sentence).toList());
        Words.present(obstacles, !inTheWay.isEmpty());
        List<Change> planned = plan.map(Plan::changes).orElse(List.of());
        changes.getChildren()
                .setAll(planned.stream().map(each -> row(each, model.steps())).toList());
        Words.present(nothingToChange, planned.isEmpty() && inTheWay.isEmpty());
        drawRunning(progress);
        drawFailure(progress);
    }

    private Label sentence(Sentence sentence) {
        Label label = new Label(words.texts().say(sentence));
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private ChangeRow row(Change change, List<Step> steps) {
        Optional<Step> begun =
                steps.stream().filter(step -> step.change().equals(change)).findFirst();
        return new ChangeRow(
                words.texts(),
                preferences,
                change,
                begun.isPresent(),
                begun.flatMap(Step::outcome));
    }

    private void drawRunning(Progress progress) {
        Words.present(underWay, progress instanceof Progress.Running);
        if (progress instanceof Progress.Running(List<Step> steps, boolean stopping)) {
            long over = steps.stream().filter(step -> step.outcome().isPresent()).count();
            bar.setProgress(
                    steps.isEmpty()
                            ? ProgressBar.INDETERMINATE_PROGRESS
                            : (double) over / steps.getFirst().of());
            stop.setDisable(stopping);
            String key = stopping ? "wizard.open.stopping" : "wizard.open.step";
            now.setText(
                    steps.isEmpty()
                            ? words.texts().say("wizard.open.starting")
                            : words.texts()
                                    .say(key, steps.getLast().number(), steps.getLast().of()));
        }
    }

    private void drawFailure(Progress progress) {
        Words.present(failure, progress instanceof Progress.Failed);
        if (progress
                instanceof
                Progress.Failed(List<Step> steps, Sentence sentence, Optional<Port> other)) {
            why.setText(words.texts().say(sentence));
            Words.present(otherPort, other.isPresent());
            other.ifPresent(
                    port -> otherPort.setText(words.texts().say("wizard.open.usePort", port)));
        }
    }

    @FXML
    void stop() {
        model.stop();
    }

    @FXML
    void useOtherPort() {
        if (model.progress().get() instanceof Progress.Failed failed) {
            failed.otherPort()
                    .ifPresent(port -> {
                        model.usePort(port);
                        toPort.run();
                    });
        }
    }
}
