package app.naru.ui.learn;

import app.naru.forward.Sentence;
import app.naru.text.Texts;
import app.naru.ui.CopyLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Makes the nodes of a page. */
final class BlockNodes {

    private final Texts texts;
    private final Consumer<String> clipboard;

    BlockNodes(Texts texts, Consumer<String> clipboard) {
        this.texts = texts;
        this.clipboard = clipboard;
    }

    List<Node> of(List<Block> blocks) {
        return blocks.stream().map(this::node).toList();
    }

    private Node node(Block block) {
        return switch (block) {
            case Block.Heading(Sentence text) -> label(text, "learn-heading");
            case Block.Paragraph(Sentence text) -> label(text, "learn-text");
            case Block.Points(List<Sentence> points) -> rows(points, number -> mark("•"));
            case Block.Steps(List<Sentence> steps) ->
                    rows(steps, number -> numbered(String.valueOf(number)));
            case Block.Checklist(List<Sentence> items) -> checklist(items);
            case Block.Warning(Sentence text) -> warning(text);
            case Block.Command(String text) -> new CopyLine(texts, text, clipboard);
            case Block.Picture(Drawing drawing) -> new DrawingPicture(texts, drawing);
        };
    }

    private Label label(Sentence text, String styleClass) {
        Label label = new Label(texts.say(text));
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label mark(String text) {
        Label mark = new Label(text);
        mark.getStyleClass().add("learn-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        return mark;
    }

    private static Label numbered(String number) {
        Label mark = mark(number);
        mark.getStyleClass().add("learn-number");
        return mark;
    }

    private VBox rows(List<Sentence> texts, Function<Integer, Label> mark) {
        List<Node> rows = new ArrayList<>();
        for (Sentence each : texts) {
            Label text = label(each, "learn-text");
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox row = new HBox(mark.apply(rows.size() + 1), text);
            row.getStyleClass().add("learn-row");
            row.setAlignment(Pos.TOP_LEFT);
            rows.add(row);
        }
        return list(rows);
    }

    private VBox checklist(List<Sentence> items) {
        return list(
                items.stream()
                        .<Node>map(item -> {
                            CheckBox box = new CheckBox(texts.say(item));
                            box.setWrapText(true);
                            box.getStyleClass().add("learn-check");
                            box.setMinHeight(Region.USE_PREF_SIZE);
                            return box;
                        })
                        .toList());
    }

    private static VBox list(List<Node> rows) {
        VBox list = new VBox();
        list.getChildren().addAll(rows);
        list.getStyleClass().add("learn-list");
        return list;
    }

    private HBox warning(Sentence text) {
        FontIcon icon = new FontIcon(Material2OutlinedMZ.WARNING);
        icon.getStyleClass().add("notice-icon");
        Label label = label(text, "learn-text");
        label.setAccessibleText(texts.say("learn.warning", label.getText()));
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox warning = new HBox(icon, label);
        warning.getStyleClass().addAll("notice", "gap-12");
        return warning;
    }
}
