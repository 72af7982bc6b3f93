package app.naru.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** Finds texts that have less room than they want, and addresses broken in two. */
public final class CutOff {

    /** A pixel is lost to rounding. */
    private static final double SLACK = 1;

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}(:\\d+)?");

    private CutOff() {}

    /** Fails, naming them, if texts below that node are cut off. */
    public static void assertNone(Parent root) {
        // What has come in since the last frame has no size yet.
        root.applyCss();
        root.layout();
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
        if (breaksAnAddress(label)) {
            cut.add(label.getText() + ": an address in two lines");
        }
        double right = label.localToScene(label.getLayoutBounds()).getMaxX();
        double edge = label.getScene().getWidth();
        if (right > edge + SLACK) {
            cut.add(label.getText() + ": ends at " + right + ", the window at " + edge);
        }
    }

    /** Whether an address in that text does not fit into one of its lines. */
    public static boolean breaksAnAddress(Labeled label) {
        double given = label.getWidth() - label.snappedLeftInset() - label.snappedRightInset();
        return label.isWrapText()
                && ADDRESS.matcher(label.getText())
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(address -> width(address, label) > given + SLACK);
    }

    private static double width(String word, Labeled label) {
        Text measured = new Text(word);
        measured.setFont(label.getFont());
        return measured.getLayoutBounds().getWidth();
    }
}
