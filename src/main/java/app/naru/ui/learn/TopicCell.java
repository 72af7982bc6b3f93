package app.naru.ui.learn;

import app.naru.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A page in the list; the first of each group has the group's name above it. */
final class TopicCell extends ListCell<Topic> {

    /** There may be one at the right. */
    private static final double SCROLL_BAR = 14;

    private final Texts texts;
    private final Label group = new Label();
    private final Label title = new Label();
    private final VBox both = new VBox(group, title);

    TopicCell(Texts texts) {
        this.texts = texts;
        group.getStyleClass().add("topic-group");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        title.getStyleClass().add("topic-title");
        // As wide as the list and no wider: long titles wrap.
        setPrefWidth(0);
    }

    /** A cell asks its graphic for the height at any width; this text wraps at the true one. */
    @Override
    protected double computePrefHeight(double width) {
        if (isEmpty() || getListView() == null) {
            return super.computePrefHeight(width);
        }
        double sides = snappedLeftInset() + snappedRightInset();
        double room = getListView().getWidth() - sides - SCROLL_BAR;
        return snappedTopInset() + both.prefHeight(room) + snappedBottomInset();
    }

    @Override
    protected void updateItem(@Nullable Topic topic, boolean empty) {
        super.updateItem(topic, empty);
        if (empty || topic == null) {
            setGraphic(null);
            return;
        }
        boolean first =
                getIndex() == 0
                        || getListView().getItems().get(getIndex() - 1).group() != topic.group();
        group.setText(texts.say("learn.group." + topic.group()));
        group.setVisible(first);
        group.setManaged(first);
        title.setText(texts.say(topic.title()));
        setAccessibleText(title.getText());
        setGraphic(both);
    }
}
