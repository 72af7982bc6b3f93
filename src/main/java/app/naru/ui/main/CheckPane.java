package app.naru.ui.main;

import app.naru.diagnosis.Examination;
import app.naru.diagnosis.Finding;
import app.naru.diagnosis.Fix;
import app.naru.forward.Sentence;
import app.naru.path.ForwardStatus;
import app.naru.text.Texts;
import app.naru.ui.UiContext;
import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Whether others reach a forward; if not, the one thing in the way and what to do about it. */
final class CheckPane extends VBox {

    private static final int MOST_LOGGED = 5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final UiContext context;
    private final Checks checks;
    private final Button check = new Button();
    private final HBox looking = new HBox();
    private final MenuButton report = new MenuButton();
    private final CheckMenuItem withNames = new CheckMenuItem();
    private final VBox result = new VBox();
    private Optional<ForwardStatus> shown = Optional.empty();

    CheckPane(UiContext context, Checks checks) {
        this.context = context;
        this.checks = checks;
        setId("checkPane");
        getStyleClass().add("gap-8");
        result.setId("checkResult");
        result.getStyleClass().add("gap-8");
        check.setId("check");
        check.setMinWidth(USE_PREF_SIZE);
        check.setOnAction(event -> checkOrCancel());
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setMaxSize(18, 18);
        looking.getChildren().addAll(wheel, label(say("check.looking"), "muted"));
        looking.getStyleClass().add("gap-8");
        looking.setAlignment(Pos.CENTER_LEFT);
        looking.visibleProperty().bind(checks.runningProperty());
        looking.managedProperty().bind(looking.visibleProperty());
        checks.runningProperty().subscribe(this::nameButton);
        buildReport();
        HBox row = new HBox(check, report);
        row.getStyleClass().add("gap-8");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, looking, result);
    }

    /** One button for both, so that the focus stays where it is. */
    private void checkOrCancel() {
        if (checks.runningProperty().get()) {
            checks.cancel();
        } else {
            shown.ifPresent(checks::check);
        }
    }

    private void nameButton() {
        boolean known = shown.flatMap(checks::of).isPresent();
        check.setText(
                say(
                        checks.runningProperty().get()
                                ? "check.cancel"
                                : known ? "check.again" : "check.first"));
    }

    private void buildReport() {
        report.setId("copyReport");
        report.setText(say("check.report"));
        report.setMinWidth(USE_PREF_SIZE);
        MenuItem own = new MenuItem(say("check.report.own"));
        own.setOnAction(event -> copyReport(context.texts()));
        MenuItem english = new MenuItem(say("check.report.english"));
        english.setOnAction(event -> copyReport(Texts.in(Locale.ENGLISH)));
        withNames.setText(say("check.report.names"));
        report.getItems().addAll(own, english, new SeparatorMenuItem(), withNames);
    }

    private void copyReport(Texts texts) {
        shown.flatMap(checks::of)
                .map(last -> ReportText.of(last, texts, withNames.isSelected()))
                .ifPresent(context.clipboard());
    }

    /** Shows what is known of the forward as it is now. */
    void show(ForwardStatus status) {
        shown = Optional.of(status);
        Optional<Examination> last = checks.of(status);
        nameButton();
        report.setVisible(last.isPresent());
        report.setManaged(last.isPresent());
        result.getChildren().clear();
        last.ifPresent(examination -> show(status, examination));
    }

    private void show(ForwardStatus status, Examination examination) {
        Optional<Finding> answer = examination.diagnosis().answer();
        VBox card = new VBox();
        card.getStyleClass().addAll("gap-8", answer.isPresent() ? "notice" : "inset");
        card.getChildren()
                .add(label(context.texts().say(examination.diagnosis().sentence()), "strong"));
        answer.ifPresent(finding -> card.getChildren().addAll(body(status, finding)));
        result.getChildren().add(card);
        examination
                .diagnosis()
                .notes()
                .forEach(note -> result.getChildren().add(note(status, note)));
        result.getChildren().add(log(status));
    }

    private Node note(ForwardStatus status, Finding note) {
        VBox card = new VBox(label(context.texts().say(note.sentence()), "body"));
        card.getStyleClass().addAll("gap-4", "inset");
        card.getChildren().addAll(body(status, note));
        return card;
    }

    private List<Node> body(ForwardStatus status, Finding finding) {
        VBox evidence = new VBox();
        finding.evidence()
                .forEach(each ->
                        evidence.getChildren()
                                .add(label(context.texts().say(each), "muted", "small")));
        VBox fixes = new VBox();
        fixes.getStyleClass().add("gap-8");
        finding.fixes().forEach(fix -> fixes.getChildren().add(node(status, finding, fix)));
        return List.of(evidence, fixes);
    }

    private Node node(ForwardStatus status, Finding finding, Fix fix) {
        String title = context.texts().say(fix.title());
        return switch (fix) {
            case Fix.Make make -> {
                VBox box = new VBox(label(title, "body"));
                make.change()
                        .command()
                        .ifPresent(text -> box.getChildren().add(ChangeLine.detail(context, text)));
                box.getChildren().add(doIt(status, finding, fix, say("check.do")));
                box.getStyleClass().add("gap-4");
                yield withMeaning(box, fix);
            }
            case Fix.Reopen reopen -> withMeaning(new VBox(doIt(status, finding, fix, title)), fix);
            case Fix.Copy copy -> {
                VBox box = new VBox(label(title, "body"), ChangeLine.command(context, copy.text()));
                box.getStyleClass().add("gap-4");
                yield box;
            }
            case Fix.Visit visit -> {
                Button open = new Button(title);
                open.setMinHeight(USE_PREF_SIZE);
                open.setOnAction(event -> context.browser().accept(visit.page()));
                yield open;
            }
            case Fix.ByHand byHand -> label(title, "body");
        };
    }

    private Node withMeaning(VBox box, Fix fix) {
        fix.meaning()
                .ifPresent(meaning ->
                        box.getChildren()
                                .add(label(context.texts().say(meaning), "muted", "small")));
        return box;
    }

    private Button doIt(ForwardStatus status, Finding finding, Fix fix, String title) {
        Button button = new Button(title);
        button.getStyleClass().add(Styles.ACCENT);
        button.setMinHeight(USE_PREF_SIZE);
        button.disableProperty().bind(checks.runningProperty());
        button.setOnAction(event -> checks.apply(status, finding, fix));
        return button;
    }

    private Node log(ForwardStatus status) {
        VBox lines = new VBox();
        checks.log(status.forward().id()).stream()
                .limit(MOST_LOGGED)
                .map(entry ->
                        context.texts()
                                .say(
                                        Sentence.of(
                                                "check.log",
                                                TIME.format(
                                                        entry.at().atZone(ZoneId.systemDefault())),
                                                entry.sentence())))
                .forEach(text -> lines.getChildren().add(label(text, "muted", "small")));
        return lines;
    }

    private String say(String key) {
        return context.texts().say(Sentence.of(key));
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
