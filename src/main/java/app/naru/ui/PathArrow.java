package app.naru.ui;

import javafx.scene.layout.Region;

/** The arrow between two hops: a line and a head, which take what width there is. */
final class PathArrow extends Region {

    private final Region line = new Region();
    private final Region head = new Region();

    PathArrow() {
        getStyleClass().add("path-arrow");
        line.getStyleClass().add("path-arrow-line");
        head.getStyleClass().add("path-arrow-head");
        getChildren().addAll(line, head);
        setMouseTransparent(true);
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        double headWidth = head.prefWidth(-1);
        double headHeight = head.prefHeight(-1);
        double thickness = line.prefHeight(-1);
        double left = snappedLeftInset();
        double right = getWidth() - snappedRightInset();
        line.resizeRelocate(
                left,
                snapPositionY(middle - thickness / 2),
                right - left - headWidth / 2,
                thickness);
        head.resizeRelocate(
                right - headWidth, snapPositionY(middle - headHeight / 2), headWidth, headHeight);
    }
}
