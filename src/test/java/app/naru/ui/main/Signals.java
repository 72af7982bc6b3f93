package app.naru.ui.main;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands out by its colour, and whether words say the same. Called on the JavaFX thread. */
final class Signals {

    /** Grey is no signal. */
    private static final double LEAST_SATURATION = 0.35;

    /** An icon stands in a box of its own, which stands beside its words. */
    private static final int LEVELS = 3;

    private Signals() {}

    /** Returns the coloured shapes and icons that no words stand beside or are read out for. */
    static List<String> wordless(Parent root) {
        return Looks.shown(root)
                .filter(Signals::isSignal)
                .filter(node -> !moves(node) && !hasWords(node))
                .map(Looks::describe)
                .toList();
    }

    /** Progress is told by what moves, not by its colour. */
    private static boolean moves(Node node) {
        return Stream.iterate(node, each -> each != null, Node::getParent)
                .anyMatch(ProgressIndicator.class::isInstance);
    }

    private static boolean isSignal(Node node) {
        return colour(node)
                .filter(colour -> colour.getOpacity() > 0.3)
                .filter(colour -> colour.getSaturation() > LEAST_SATURATION)
                .filter(colour -> colour.getBrightness() > 0.25)
                .isPresent();
    }

    private static Optional<Color> colour(Node node) {
        return switch (node) {
            case FontIcon icon -> colour(icon.getFill());
            case Text words -> Optional.empty();
            case Shape shape -> colour(shape.getFill()).or(() -> colour(shape.getStroke()));
            case Region region when region.getBackground() != null ->
                    region.getBackground().getFills().stream()
                            .map(BackgroundFill::getFill)
                            .flatMap(fill -> colour(fill).stream())
                            .reduce((below, above) -> above);
            default -> Optional.empty();
        };
    }

    private static Optional<Color> colour(Object paint) {
        return paint instanceof Color colour && colour.getOpacity() > 0
                ? Optional.of(colour)
                : Optional.empty();
    }

    private static boolean hasWords(Node node) {
        return Stream.iterate(node, each -> each != null, Node::getParent)
                .limit(LEVELS)
                .flatMap(Looks::shown)
                .anyMatch(Signals::speaks);
    }

    private static boolean speaks(Node node) {
        return (node.getAccessibleText() != null && !node.getAccessibleText().isBlank())
                || (node instanceof Text text
                        && !(text instanceof FontIcon)
                        && !text.getText().isBlank());
    }
}
