package app.naru.ui.main;

import app.naru.ui.CutOff;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is wrong with nodes as they are laid out. Called on the JavaFX thread. */
final class Looks {

    /** WCAG 2.2, 1.4.3 for text, and 1.4.11 for what is drawn. */
    private static final double TEXT_CONTRAST = 4.5;

    private static final double LARGE_TEXT_CONTRAST = 3;
    private static final double DRAWN_CONTRAST = 3;

    private Looks() {}

    /** Returns every node that is shown. */
    static Stream<Node> shown(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(Looks::shown))
                : Stream.of(node);
    }

    /** Returns the texts that are cut off, unless a tooltip tells them whole. */
    static List<String> cutOff(Parent root) {
        return shown(root)
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(labeled -> labeled.getText() != null && !labeled.getText().isEmpty())
                .filter(labeled -> labeled.getTooltip() == null || !tells(labeled))
                .filter(labeled -> isCut(labeled) || CutOff.breaksAnAddress(labeled))
                .map(Looks::describe)
                .toList();
    }

    private static boolean tells(Labeled labeled) {
        return labeled.getTooltip().getText().contains(labeled.getText());
    }

    private static boolean isCut(Labeled labeled) {
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text && child.isVisible() && !(child instanceof FontIcon)) {
                String drawn = text.getText().replace("\n", " ").strip();
                String whole =
                        (labeled.isMnemonicParsing()
                                        ? labeled.getText().replace("_", "")
                                        : labeled.getText())
                                .replace("\n", " ")
                                .strip();
                return !drawn.equals(whole);
            }
        }
        return false;
    }

    /** Returns what reaches over the edge of the window to the right. */
    static List<String> beyondTheEdge(Parent root) {
        double width = root.getLayoutBounds().getWidth();
        return shown(root)
                .filter(node -> node instanceof Control || node instanceof Text)
                .filter(node -> !(node instanceof ScrollBar))
                .filter(node -> right(node) > width + 1)
                .map(Looks::describe)
                .toList();
    }

    private static double right(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMaxX();
    }

    /** Returns the controls that the keyboard reaches but a screen reader can't name. */
    static List<String> nameless(Parent root) {
        List<Node> labels =
                shown(root)
                        .filter(Label.class::isInstance)
                        .flatMap(label ->
                                Optional.ofNullable(((Label) label).getLabelFor()).stream())
                        .toList();
        return reachable(root)
                .filter(node -> !labels.contains(node))
                .filter(node -> name(node).isBlank())
                .map(Looks::describe)
                .toList();
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return node.getAccessibleText();
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            return labeled.getText();
        }
        if (node instanceof TextInputControl input && input.getPromptText() != null) {
            return input.getPromptText();
        }
        return "";
    }

    /** Returns what the keyboard is to reach. */
    static Stream<Node> reachable(Parent root) {
        return shown(root)
                .filter(Node::isFocusTraversable)
                .filter(node -> !node.isDisabled())
                .filter(node -> !(node instanceof ScrollPane))
                // The arrow keys go on from the one that is chosen.
                .filter(node ->
                        !(node instanceof ToggleButton toggle)
                                || toggle.getToggleGroup() == null
                                || toggle.isSelected());
    }

    /** Returns the texts and icons that stand out too little from what is behind them. */
    static List<String> pale(Parent root, Color window) {
        List<String> found = new ArrayList<>();
        shown(root)
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> !text.getText().isBlank() && !isDisabled(text))
                .forEach(text -> {
                    if (text.getFill() instanceof Color color) {
                        Color behind = behind(text, window);
                        double contrast = contrast(over(color, behind), behind);
                        if (contrast < wanted(text)) {
                            found.add(
                                    String.format(
                                            Locale.ROOT, "%.2f %s", contrast, describe(text)));
                        }
                    }
                });
        return found;
    }

    private static boolean isDisabled(Node node) {
        return node.isDisabled() || (node.getParent() != null && isDisabled(node.getParent()));
    }

    private static double wanted(Text text) {
        if (text instanceof FontIcon) {
            return DRAWN_CONTRAST;
        }
        double size = text.getFont().getSize();
        boolean bold = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold");
        return size >= 24 || (bold && size >= 18.6) ? LARGE_TEXT_CONTRAST : TEXT_CONTRAST;
    }

    private static Color behind(Node node, Color window) {
        Parent parent = node.getParent();
        if (parent == null) {
            return window;
        }
        Color behind = behind(parent, window);
        if (parent instanceof Region region && region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                if (fill.getFill() instanceof Color color) {
                    behind = over(color, behind);
                }
            }
        }
        return behind;
    }

    private static Color over(Color above, Color below) {
        double alpha = above.getOpacity();
        return Color.color(
                above.getRed() * alpha + below.getRed() * (1 - alpha),
                above.getGreen() * alpha + below.getGreen() * (1 - alpha),
                above.getBlue() * alpha + below.getBlue() * (1 - alpha));
    }

    /** WCAG 2.2, "contrast ratio". */
    static double contrast(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    static String describe(Node node) {
        String text =
                node instanceof Labeled labeled
                        ? labeled.getText()
                        : node instanceof Text drawn ? drawn.getText() : "";
        String within =
                Stream.iterate(node, each -> each != null, Node::getParent)
                        .map(each ->
                                each.getId() != null
                                        ? "#" + each.getId()
                                        : each.getClass().getSimpleName())
                        .limit(4)
                        .reduce((inner, outer) -> outer + " > " + inner)
                        .orElse("");
        return within + " \"" + text + "\"";
    }
}
