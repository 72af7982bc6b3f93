package app.naru.ui;

import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** A label of several lines that never breaks one inside of a word, such as an address. */
public final class WholeWords extends Label {

    public WholeWords(String text) {
        super(text);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
    }

    @Override
    protected double computeMinWidth(double height) {
        double widest = 0;
        for (String word : getText().split("\\s+")) {
            Text measured = new Text(word);
            measured.setFont(getFont());
            widest = Math.max(widest, measured.getLayoutBounds().getWidth());
        }
        return snapSizeX(widest) + snappedLeftInset() + snappedRightInset();
    }
}
