package app.naru.ui.learn;

import app.naru.text.Texts;
import app.naru.ui.WholeWords;
import app.naru.ui.learn.Drawing.Figure;
import app.naru.ui.learn.Drawing.Row;
import app.naru.ui.learn.Drawing.Shape;
import app.naru.ui.learn.Drawing.Way;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Draws a {@link Drawing}. What a way does is told by a mark and a word, not by colour alone. */
final class DrawingPicture extends VBox {

    private final Texts texts;

    DrawingPicture(Texts texts, Drawing drawing) {
        this.texts = texts;
        getStyleClass().add("drawing");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        String caption = texts.say(drawing.caption());
        setAccessibleText(
                caption
                        + " "
                        + drawing.rows().stream()
                                .map(this::inWords)
                                .collect(Collectors.joining(" ")));
        drawing.rows().forEach(row -> getChildren().add(row(row)));
        Label below = label(caption, "drawing-caption");
        below.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(below);
    }

    private String inWords(Row row) {
        StringBuilder words = new StringBuilder(texts.say(row.figures().getFirst().name()));
        for (int i = 0; i < row.ways().size(); i++) {
            words.append(" → ")
                    .append(texts.say(row.figures().get(i + 1).name()))
                    .append(word(row.ways().get(i)).map(word -> " (" + word + ")").orElse(""));
        }
        return words.append(".").toString();
    }

    private HBox row(Row row) {
        HBox nodes = new HBox(figure(row.figures().getFirst()));
        for (int i = 0; i < row.ways().size(); i++) {
            VBox way = way(row.ways().get(i));
            HBox.setHgrow(way, Priority.ALWAYS);
            nodes.getChildren().addAll(way, figure(row.figures().get(i + 1)));
        }
        nodes.getStyleClass().add("drawing-row");
        nodes.setAlignment(Pos.TOP_LEFT);
        return nodes;
    }

    private VBox figure(Figure figure) {
        FontIcon icon = new FontIcon(icon(figure.shape()));
        icon.getStyleClass().add("drawing-icon");
        StackPane disc = new StackPane(icon);
        disc.getStyleClass().add("drawing-disc");
        disc.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        VBox drawn = new VBox(disc, label(texts.say(figure.name()), "drawing-name"));
        figure.at().ifPresent(at -> drawn.getChildren().add(label(texts.say(at), "drawing-at")));
        drawn.getStyleClass().add("drawing-figure");
        drawn.setAlignment(Pos.TOP_CENTER);
        return drawn;
    }

    private VBox way(Way way) {
        Region line = new Region();
        line.getStyleClass().add("drawing-line");
        HBox.setHgrow(line, Priority.ALWAYS);
        FontIcon end =
                new FontIcon(
                        way == Way.STOPS
                                ? Material2OutlinedAL.BLOCK
                                : Material2OutlinedAL.ARROW_FORWARD);
        end.getStyleClass().add("drawing-end");
        HBox arrow = new HBox(line, end);
        arrow.getStyleClass().add("drawing-arrow");
        arrow.setAlignment(Pos.CENTER);
        VBox drawn = new VBox(arrow);
        drawn.setAlignment(Pos.TOP_CENTER);
        drawn.getStyleClass().addAll("drawing-way", styleClass(way));
        word(way).ifPresent(word -> drawn.getChildren().add(label(word, "drawing-word")));
        return drawn;
    }

    private static String styleClass(Way way) {
        return switch (way) {
            case PASSES -> "way-passes";
            case STOPS -> "way-stops";
            case NOT_REACHED -> "way-not-reached";
        };
    }

    private Optional<String> word(Way way) {
        return switch (way) {
            case PASSES -> Optional.of(texts.say("learn.picture.passes"));
            case STOPS -> Optional.of(texts.say("learn.picture.blocked"));
            case NOT_REACHED -> Optional.empty();
        };
    }

    private static Label label(String text, String styleClass) {
        Label label = new WholeWords(text);
        label.getStyleClass().add(styleClass);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setAlignment(Pos.CENTER);
        return label;
    }

    private static Ikon icon(Shape shape) {
        return switch (shape) {
            case PHONE -> Material2OutlinedMZ.SMARTPHONE;
            case PC -> Material2OutlinedAL.COMPUTER;
            case ROUTER -> Material2OutlinedMZ.ROUTER;
            case FIREWALL -> Material2OutlinedMZ.SECURITY;
            case SERVER -> Material2OutlinedAL.DNS;
            case BROWSER -> Material2OutlinedMZ.WEB;
            case INTERNET -> Material2OutlinedAL.LANGUAGE;
            case RELAY -> Material2OutlinedMZ.SYNC_ALT;
            case WSL -> Material2OutlinedAL.CODE;
            case PROVIDER -> Material2OutlinedAL.BUSINESS;
            case PEOPLE -> Material2OutlinedMZ.PEOPLE;
        };
    }
}
