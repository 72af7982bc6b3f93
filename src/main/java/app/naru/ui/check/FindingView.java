package app.naru.ui.check;

import app.naru.diagnosis.Finding;
import app.naru.diagnosis.Fix;
import app.naru.forward.Sentence;
import app.naru.path.ForwardStatus;
import app.naru.text.Texts;
import app.naru.ui.Checks;
import app.naru.ui.CommandLine;
import app.naru.ui.UiContext;
import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What was found: its sentence, why it is thought so, and what to do about it. */
final class FindingView extends VBox {

    private final UiContext context;
    private final Checks checks;
    private final ForwardStatus status;
    private final Finding finding;

    /**
     * @param withSentence whether its sentence stands nowhere else
     */
    FindingView(
            UiContext context,
            Checks checks,
            ForwardStatus status,
            Finding finding,
            boolean withSentence) {
        this.context = context;
        this.checks = checks;
        this.status = status;
        this.finding = finding;
        getStyleClass().addAll("finding", "gap-8");
        if (withSentence) {
            getChildren().add(Words.label(say(finding.sentence()), "body"));
        }
        addEvidence();
        boolean first = true;
        for (Fix fix : finding.fixes()) {
            getChildren().add(node(fix, first && finding.blocks()));
            first = first && !fix.byNaru();
        }
    }

    private void addEvidence() {
        VBox evidence = new VBox();
        for (Sentence each : finding.evidence()) {
            evidence.getChildren().add(Words.label("• " + say(each), "muted", "small"));
        }
        if (finding.blocks()) {
            Sentence sure = Sentence.of("check.sure." + finding.sureness());
            evidence.getChildren().add(Words.label(say(sure), "muted", "small"));
        }
        if (!evidence.getChildren().isEmpty()) {
            getChildren().add(evidence);
        }
    }

    /**
     * @param main whether it is the one to press first
     */
    private Node node(Fix fix, boolean main) {
        VBox box = new VBox();
        box.getStyleClass().add("gap-4");
        switch (fix) {
            case Fix.Make make -> {
                box.getChildren().add(Words.label(say(fix.title()), "body"));
                make.change()
                        .command()
                        .ifPresent(
                                text -> box.getChildren().add(CommandLine.detail(context, text)));
                box.getChildren().add(button(fix, say(Sentence.of("check.do")), main));
            }
            case Fix.Reopen reopen -> box.getChildren().add(button(fix, say(fix.title()), main));
            case Fix.Copy copy -> {
                box.getChildren().add(Words.label(say(fix.title()), "body"));
                addText(box, copy.text());
            }
            case Fix.Visit visit -> {
                Button open = new Button(say(fix.title()));
                open.setMinHeight(USE_PREF_SIZE);
                open.setOnAction(event -> context.browser().accept(visit.page()));
                box.getChildren().add(open);
            }
            case Fix.ByHand byHand -> box.getChildren().add(Words.label(say(fix.title()), "body"));
        }
        fix.meaning()
                .ifPresent(each -> box.getChildren().add(Words.label(say(each), "muted", "small")));
        return box;
    }

    private void addText(VBox box, String text) {
        box.getChildren().add(new CommandLine(context, text));
    }

    private Button button(Fix fix, String title, boolean main) {
        Button button = new Button(title);
        if (main) {
            button.setId("fix");
            button.getStyleClass().add(Styles.ACCENT);
        }
        button.setMinHeight(USE_PREF_SIZE);
        button.setWrapText(true);
        button.disableProperty().bind(checks.runningProperty());
        button.setOnAction(event -> checks.apply(status, finding, fix));
        return button;
    }

    private String say(Sentence sentence) {
        Texts texts = context.texts();
        return texts.say(sentence);
    }

    /** Labels that wrap. */
    static final class Words {

        private Words() {}

        static Label label(String text, String... styles) {
            Label label = new Label(text);
            label.getStyleClass().addAll(styles);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            return label;
        }
    }
}
