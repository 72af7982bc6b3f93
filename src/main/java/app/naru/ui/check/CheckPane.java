package app.naru.ui.check;

import app.naru.diagnosis.Diagnosis;
import app.naru.diagnosis.Examination;
import app.naru.diagnosis.Finding;
import app.naru.forward.Audience;
import app.naru.forward.Sentence;
import app.naru.path.ForwardStatus;
import app.naru.path.HopView;
import app.naru.ui.Checks;
import app.naru.ui.UiContext;
import app.naru.ui.WhileShown;
import app.naru.ui.check.FindingView.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Whether others reach a forward; if not, the one thing in the way and what to do about it. */
public final class CheckPane extends VBox {

    private static final int MOST_LOGGED = 5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final UiContext context;
    private final Checks checks;
    private final Place place;
    private final Button check = new Button();
    private final MenuButton more = new MenuButton();
    private final MenuItem outside = new MenuItem();
    private final MenuItem device = new MenuItem();
    private final ReportMenu report;
    private final VBox progress = new VBox();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label doing = Words.label("", "muted", "small");
    private final VBox result = new VBox();
    private Optional<ForwardStatus> shown = Optional.empty();

    /** Where what was found is told. */
    public enum Place {
        /** Here. */
        HERE,
        /** At its hop; see {@link #at}. */
        AT_ITS_HOP
    }

    public CheckPane(UiContext context, Checks checks, Place place) {
        this.context = context;
        this.checks = checks;
        this.place = place;
        this.report = new ReportMenu(context, () -> shown.flatMap(checks::of));
        setId("checkPane");
        getStyleClass().add("gap-8");
        result.setId("checkResult");
        result.getStyleClass().add("gap-8");
        buildButtons();
        buildProgress();
        WhileShown.on(
                this,
                () ->
                        Subscription.combine(
                                checks.runningProperty().subscribe(this::showRunning),
                                checks.doingProperty().subscribe(this::showDoing)));
        HBox row = new HBox(check, more, report);
        row.getStyleClass().add("gap-8");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, progress, result);
    }

    private void buildButtons() {
        check.setId("check");
        check.setMinWidth(USE_PREF_SIZE);
        check.setOnAction(event -> checkOrCancel());
        more.setId("moreChecks");
        more.setText(say("check.more"));
        more.setMinWidth(USE_PREF_SIZE);
        outside.setId("checkWithOutside");
        outside.setText(say("check.more.outside"));
        outside.setOnAction(event -> shown.ifPresent(checks::checkFromOutside));
        device.setId("checkWithDevice");
        device.setText(say("check.more.device"));
        device.setOnAction(event -> shown.ifPresent(checks::awaitDevice));
        more.getItems().addAll(device, outside);
    }

    private void buildProgress() {
        progress.setId("checkProgress");
        bar.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("gap-4");
        progress.getChildren().addAll(bar, doing);
        progress.managedProperty().bind(progress.visibleProperty());
    }

    /** One button for both, so that the focus stays where it is. */
    private void checkOrCancel() {
        if (checks.runningProperty().get()) {
            checks.cancel();
        } else {
            shown.ifPresent(checks::check);
        }
    }

    private void showRunning(boolean now) {
        progress.setVisible(now);
        more.setDisable(now);
        nameButton();
    }

    private void showDoing(Checks.Doing now) {
        bar.setProgress(now.part());
        doing.setText(context.texts().say(now.what()));
    }

    private void nameButton() {
        boolean known = shown.flatMap(checks::of).isPresent();
        check.setText(
                say(
                        checks.runningProperty().get()
                                ? "check.cancel"
                                : known ? "check.again" : "check.first"));
    }

    /** Shows what is known of the forward as it is now. */
    public void show(ForwardStatus status) {
        shown = Optional.of(status);
        Optional<Examination> last = checks.of(status);
        boolean open = status.state() == ForwardStatus.State.OPEN;
        nameButton();
        showRunning(checks.runningProperty().get());
        more.setVisible(open && status.traffic().isPresent());
        more.setManaged(more.isVisible());
        outside.setVisible(status.forward().audience() instanceof Audience.Internet);
        outside.setDisable(!context.settings().internet().allowed());
        report.setVisible(last.isPresent());
        report.setManaged(last.isPresent());
        result.getChildren().clear();
        checks.fixed(status).ifPresent(what -> result.getChildren().add(fixed(status, what)));
        last.ifPresent(examination -> show(status, examination.diagnosis()));
    }

    private Node fixed(ForwardStatus status, Sentence what) {
        Label done = Words.label(context.texts().say(Sentence.of("check.fixed", what)), "body");
        HBox.setHgrow(done, Priority.ALWAYS);
        done.setMaxWidth(Double.MAX_VALUE);
        Button undo = new Button(say("check.undo"));
        undo.setId("undoFix");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.disableProperty().bind(checks.runningProperty());
        undo.setOnAction(event -> checks.undo(status));
        HBox line = new HBox(done, undo);
        line.getStyleClass().addAll("gap-8", "inset");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void show(ForwardStatus status, Diagnosis diagnosis) {
        // What is in the way, its hop says already.
        if (place == Place.HERE || diagnosis.answer().isEmpty()) {
            result.getChildren().add(card(status, diagnosis));
            for (Finding note : diagnosis.notes()) {
                VBox card = new VBox(new FindingView(context, checks, status, note, true));
                card.getStyleClass().add("inset");
                result.getChildren().add(card);
            }
        }
        result.getChildren().add(log(status));
    }

    private Node card(ForwardStatus status, Diagnosis diagnosis) {
        Label sentence = Words.label(context.texts().say(diagnosis.sentence()), "strong");
        sentence.setId("checkAnswer");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox head = new HBox(icon(diagnosis.verdict()), sentence);
        head.getStyleClass().add("gap-8");
        VBox card = new VBox(head);
        card.getStyleClass().addAll("gap-8", diagnosis.answer().isPresent() ? "notice" : "inset");
        if (place == Place.HERE) {
            diagnosis
                    .answer()
                    .ifPresent(answer ->
                            card.getChildren()
                                    .add(new FindingView(context, checks, status, answer, false)));
        }
        return card;
    }

    private static FontIcon icon(Diagnosis.Verdict verdict) {
        FontIcon icon =
                new FontIcon(
                        switch (verdict) {
                            case REACHABLE -> Material2OutlinedAL.CHECK_CIRCLE;
                            case NOT_REACHABLE -> Material2OutlinedAL.ERROR_OUTLINE;
                            case CANT_TELL -> Material2OutlinedAL.HELP_OUTLINE;
                        });
        icon.getStyleClass().add("verdict-" + verdict.name().toLowerCase(Locale.ROOT));
        return icon;
    }

    /** Returns what was found at that hop: why, and what to do; nothing where nothing was. */
    public List<Node> at(HopView hop) {
        return shown.flatMap(status -> checks.of(status).map(last -> at(hop, status, last)))
                .orElse(List.of());
    }

    private List<Node> at(HopView hop, ForwardStatus status, Examination last) {
        boolean works = last.diagnosis().answer().isEmpty();
        return last.diagnosis().findings().stream()
                .filter(finding -> finding.hop() == hop.hop())
                // Where nothing is in the way, what is worth knowing is told below.
                .filter(finding -> finding.blocks() || !works)
                .<Node>map(finding ->
                        new FindingView(
                                context,
                                checks,
                                status,
                                finding,
                                !finding.sentence().equals(hop.sentence())))
                .toList();
    }

    /**
     * When it was checked, and what the checks before said; what the last one said stands above.
     */
    private Node log(ForwardStatus status) {
        VBox lines = new VBox();
        lines.setId("checkLog");
        String key = "check.log.last";
        for (Checks.Entry entry :
                checks.log(status.forward().id()).stream().limit(MOST_LOGGED).toList()) {
            String time = TIME.format(entry.at().atZone(ZoneId.systemDefault()));
            String text = context.texts().say(Sentence.of(key, time, entry.sentence()));
            lines.getChildren().add(Words.label(text, "muted", "small"));
            key = "check.log";
        }
        return lines;
    }

    private String say(String key) {
        return context.texts().say(Sentence.of(key));
    }
}
