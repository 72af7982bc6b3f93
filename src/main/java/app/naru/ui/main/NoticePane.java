package app.naru.ui.main;

import app.naru.firewall.PortProxyEntry;
import app.naru.forward.Sentence;
import app.naru.path.Journal;
import app.naru.text.Texts;
import app.naru.ui.WizardOpener;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** One notice: what it tells, and the buttons that answer it. */
final class NoticePane extends HBox {

    /** More changes than these are counted, not listed. */
    private static final int MOST_LISTED = 4;

    /** What asks nothing of anyone is read in that time and goes by itself. */
    private static final Duration READ_IN = Duration.seconds(12);

    private final Texts texts;
    private final MainViewModel model;
    private final Notices notices;
    private final WindowCommands commands;

    NoticePane(
            Texts texts,
            MainViewModel model,
            Notices notices,
            WindowCommands commands,
            Notice notice) {
        this.commands = commands;
        this.texts = texts;
        this.model = model;
        this.notices = notices;
        getStyleClass().addAll("notice", "gap-12");
        pseudoClassStateChanged(Styles.STATE_SUCCESS, notice instanceof Notice.Removed);
        setAlignment(Pos.CENTER_LEFT);
        FontIcon icon = new FontIcon(Material2OutlinedAL.INFO);
        icon.getStyleClass().add("notice-icon");
        VBox lines = new VBox();
        lines.getStyleClass().add("gap-4");
        lines.setMinWidth(0);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines(notice).forEach(sentence -> lines.getChildren().add(line(sentence)));
        getChildren().addAll(icon, lines);
        getChildren().addAll(buttons(notice));
        if (notice instanceof Notice.Removed) {
            PauseTransition aWhile = new PauseTransition(READ_IN);
            aWhile.setOnFinished(event -> notices.dismiss(notice));
            aWhile.play();
        }
    }

    private static List<Sentence> lines(Notice notice) {
        return switch (notice) {
            case Notice.Told(Sentence sentence) -> List.of(sentence);
            case Notice.Failing(String forwardId, Sentence sentence) -> List.of(sentence);
            case Notice.Removed(Sentence sentence, boolean stillListens) ->
                    stillListens
                            ? List.of(sentence, Sentence.of("detail.stillListens"))
                            : List.of(sentence);
            case Notice.Proxied(PortProxyEntry entry) ->
                    List.of(Sentence.of("notice.proxied", entry.from(), entry.to()));
            case Notice.NotOpened notOpened ->
                    List.of(
                            Sentence.of("notice.notOpened", notOpened.forward().name()),
                            notOpened.why());
            case Notice.LeftOver(List<Journal.Entry> entries) -> leftOver(entries);
        };
    }

    private static List<Sentence> leftOver(List<Journal.Entry> entries) {
        List<Sentence> lines = new ArrayList<>();
        lines.add(Sentence.of("notice.leftOver"));
        entries.stream()
                .limit(MOST_LISTED)
                .map(entry ->
                        Sentence.of(
                                "notice.leftOver.entry",
                                entry.name(),
                                entry.change().description()))
                .forEach(lines::add);
        if (entries.size() > MOST_LISTED) {
            lines.add(Sentence.of("notice.leftOver.more", entries.size() - MOST_LISTED));
        }
        return lines;
    }

    private List<Node> buttons(Notice notice) {
        return switch (notice) {
            case Notice.Told told -> List.of(dismiss(told, "notice.dismiss"));
            case Notice.Failing failing -> List.of(dismiss(failing, "notice.dismiss"));
            case Notice.Removed removed -> List.of(dismiss(removed, "notice.dismiss"));
            case Notice.Proxied proxied ->
                    List.of(
                            button(
                                    Sentence.of("notice.proxied.take"),
                                    () ->
                                            commands.openWizard(
                                                    new WizardOpener.Start.Like(
                                                            model.inPlaceOf(proxied.entry())))),
                            dismiss(proxied, "notice.proxied.keep"));
            case Notice.NotOpened notOpened -> {
                List<Node> buttons = new ArrayList<>();
                notOpened
                        .otherPort()
                        .ifPresent(port ->
                                buttons.add(
                                        button(
                                                Sentence.of("notice.otherPort", port),
                                                () -> model.openAt(notOpened, port))));
                buttons.add(dismiss(notOpened, "notice.dismiss"));
                yield buttons;
            }
            case Notice.LeftOver leftOver ->
                    List.of(
                            button(Sentence.of("notice.leftOver.close"), model::closeLeftOver),
                            dismiss(leftOver, "notice.leftOver.keep"));
        };
    }

    private Button dismiss(Notice notice, String key) {
        return button(Sentence.of(key), () -> notices.dismiss(notice));
    }

    private Button button(Sentence text, Runnable action) {
        Button button = new Button(texts.say(text));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private Label line(Sentence sentence) {
        Label label = new Label(texts.say(sentence));
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
