package app.naru.ui;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** Numbers over time as a small line, the latest at the right, the highest at the top. */
public final class Sparkline extends Region {

    private final Path area = new Path();
    private final Path line = new Path();
    private List<Double> values = List.of();
    private double least = 1;

    public Sparkline() {
        getStyleClass().add("sparkline");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        area.getStyleClass().add("sparkline-area");
        line.getStyleClass().add("sparkline-line");
        area.setManaged(false);
        line.setManaged(false);
        getChildren().addAll(area, line);
    }

    /**
     * Draws these.
     *
     * @param numbers none of them negative
     * @param fullHeight what reaches the top as long as no number is higher
     * @param description read aloud instead of the line
     */
    public void show(List<Double> numbers, double fullHeight, String description) {
        setAccessibleText(description);
        if (!numbers.equals(values) || fullHeight != least) {
            values = List.copyOf(numbers);
            least = fullHeight;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        area.getElements().clear();
        line.getElements().clear();
        if (values.size() < 2) {
            return;
        }
        double left = snappedLeftInset();
        double bottom = getHeight() - snappedBottomInset();
        double width = getWidth() - left - snappedRightInset();
        double height = bottom - snappedTopInset();
        double highest = Math.max(least, values.stream().max(Double::compare).orElse(least));
        double step = width / (values.size() - 1);
        area.getElements().add(new MoveTo(left, bottom));
        for (int i = 0; i < values.size(); i++) {
            double x = left + i * step;
            double y = bottom - height * values.get(i) / highest;
            area.getElements().add(new LineTo(x, y));
            line.getElements().add(i == 0 ? new MoveTo(x, y) : new LineTo(x, y));
        }
        area.getElements().add(new LineTo(left + width, bottom));
    }
}
