package app.naru.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

/** Finds texts that have less room than they want. */
public final class CutOff {

    /** A pixel is lost to rounding. */
    private static final double SLACK = 1;

    private CutOff() {}

    /** Fails, naming them, if texts below that node are cut off. */
    public static void assertNone(Parent root) {
        List<String> cut = new ArrayList<>();
        look(root, cut);
        assertThat(cut).as("texts that are cut off").isEmpty();
    }

    private static void look(Parent parent, List<String> cut) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible()) {
                continue;
            }
            if (child instanceof Labeled label
                    && label.getText() != null
                    && !label.getText().isEmpty()) {
                lookAt(label, cut);
            }
            if (child instanceof Parent inner) {
                look(inner, cut);
            }
        }
    }

    private static void lookAt(Labeled label, List<String> cut) {
        double wanted =
                label.isWrapText() ? label.prefHeight(label.getWidth()) : label.prefWidth(-1);
        double given = label.isWrapText() ? label.getHeight() : label.getWidth();
        if (wanted > given + SLACK) {
            cut.add(label.getText() + ": " + wanted + " > " + given);
        }
        double right = label.localToScene(label.getLayoutBounds()).getMaxX();
        double edge = label.getScene().getWidth();
        if (right > edge + SLACK) {
            cut.add(label.getText() + ": ends at " + right + ", the window at " + edge);
        }
    }
}
