package app.naru.ui;

import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One thing to set: what it is and what it means at the left, the control at the right. */
@DefaultProperty("control")
public final class SettingRow extends HBox {

    private final Label title = new Label();
    private final Label text = new Label();
    private final ObjectProperty<@Nullable Node> control = new SimpleObjectProperty<>();

    public SettingRow() {
        getStyleClass().add("setting-row");
        setAlignment(Pos.CENTER_LEFT);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().addAll("muted", "small");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.visibleProperty().bind(text.textProperty().isNotEmpty());
        text.managedProperty().bind(text.visibleProperty());
        VBox words = new VBox(title, text);
        words.getStyleClass().add("gap-4");
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().add(words);
        control.subscribe(this::place);
    }

    private void place(@Nullable Node now) {
        getChildren().remove(1, getChildren().size());
        if (now != null) {
            getChildren().add(now);
            title.setLabelFor(now);
            now.accessibleTextProperty().bind(title.textProperty());
            // Not bound: fields say there what is wrong with them.
            text.textProperty().subscribe(help -> now.setAccessibleHelp(help));
        }
    }

    public StringProperty titleProperty() {
        return title.textProperty();
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String now) {
        title.setText(now);
    }

    /** What it means, or why it can't be set here. */
    public StringProperty textProperty() {
        return text.textProperty();
    }

    public String getText() {
        return text.getText();
    }

    public void setText(String now) {
        text.setText(now);
    }

    public ObjectProperty<@Nullable Node> controlProperty() {
        return control;
    }

    public @Nullable Node getControl() {
        return control.get();
    }

    public void setControl(@Nullable Node now) {
        control.set(now);
    }
}
