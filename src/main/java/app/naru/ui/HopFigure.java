package app.naru.ui;

import app.naru.path.HopKind;
import app.naru.path.HopView;
import app.naru.path.HopView.State;
import app.naru.text.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.ScaleTransition;
import javafx.event.ActionEvent;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** One hop of the picture: its icon in a disc with the state's mark, its name, its state. */
final class HopFigure extends ToggleButton {

    private final Texts texts;
    private final FontIcon mark = new FontIcon();
    private final Label state = new Label();
    private final Label place = new Label();
    private final StackPane disc = new StackPane();
    private final HopKind hop;
    private String where = "";
    private String sentence = "";
    private final VBox drawing;
    private final Tooltip tooltip = new Tooltip();

    HopFigure(Texts texts, HopView view) {
        this.texts = texts;
        this.hop = view.hop();
        getStyleClass().add("hop");
        setId("hop-" + hop);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        drawing = drawing();
        setGraphic(drawing);
        tooltip.setWrapText(true);
        setTooltip(tooltip);
        show(view);
    }

    private VBox drawing() {
        FontIcon icon = new FontIcon(icon(hop));
        icon.getStyleClass().add("hop-icon");
        mark.getStyleClass().add("hop-mark");
        StackPane badge = new StackPane(mark);
        badge.getStyleClass().add("hop-badge");
        badge.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        disc.getChildren().addAll(icon, badge);
        disc.getStyleClass().add("hop-disc");
        disc.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(badge, Pos.BOTTOM_RIGHT);
        Label name = label(new Label(texts.say("path.hop." + hop)), "hop-name");
        label(place, "hop-place");
        place.setWrapText(false);
        place.setMinWidth(0);
        place.managedProperty().bind(place.visibleProperty());
        place.setVisible(false);
        widthProperty().subscribe(this::fitPlace);
        place.fontProperty().subscribe(this::fitPlace);
        VBox drawing = new VBox(disc, name, place, label(state, "hop-state"));
        drawing.getStyleClass().add("hop-drawing");
        drawing.setAlignment(Pos.TOP_CENTER);
        return drawing;
    }

    private static Label label(Label label, String styleClass) {
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    HopKind hop() {
        return hop;
    }

    /** Shows its address and port, where they are known. */
    void setPlace(Optional<String> text) {
        where = text.orElse("");
        fitPlace();
        place.setVisible(text.isPresent());
        showTooltip();
    }

    /**
     * An address is never broken but before its port; what is still too wide ends in an ellipsis.
     */
    private void fitPlace() {
        Text measure = new Text(where);
        measure.setFont(place.getFont());
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        int colon = where.lastIndexOf(':');
        boolean breaks = colon > 0 && room > 0 && measure.getLayoutBounds().getWidth() > room;
        place.setText(breaks ? where.substring(0, colon) + "\n" + where.substring(colon) : where);
    }

    private void showTooltip() {
        tooltip.setText(where.isEmpty() ? sentence : where + "\n" + sentence);
    }

    /** Shows the hop's new state; a change is seen for a moment. */
    void show(HopView view) {
        if (!getStyleClass().contains(styleClass(view.state())) && getScene() != null) {
            swell();
        }
        for (State each : State.values()) {
            getStyleClass().remove(styleClass(each));
        }
        getStyleClass().add(styleClass(view.state()));
        mark.setIconCode(mark(view.state()));
        state.setText(texts.say("path.state." + view.state()));
        sentence = texts.say(view.sentence());
        showTooltip();
        setAccessibleText(
                texts.say("picture.hop", texts.say("path.hop." + hop), state.getText(), sentence));
    }

    private void swell() {
        ScaleTransition swelling = new ScaleTransition(Duration.millis(160), disc);
        swelling.setToX(1.15);
        swelling.setToY(1.15);
        swelling.setAutoReverse(true);
        swelling.setCycleCount(2);
        swelling.play();
    }

    /** The picture decides what is selected; a click only asks. */
    @Override
    public void fire() {
        if (!isDisabled()) {
            fireEvent(new ActionEvent());
        }
    }

    /** A button asks its graphic for the height at any width; this text wraps at the true one. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double sides = snappedLeftInset() + snappedRightInset();
        double drawn = drawing.prefHeight(width < 0 ? -1 : width - sides);
        return snappedTopInset() + drawn + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    private static String styleClass(State state) {
        return "hop-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Ikon icon(HopKind hop) {
        return switch (hop) {
            case INTERNET -> Material2OutlinedAL.LANGUAGE;
            case ROUTER -> Material2OutlinedMZ.ROUTER;
            case LOCAL_NETWORK -> Material2OutlinedAL.DEVICE_HUB;
            case FIREWALL -> Material2OutlinedMZ.SECURITY;
            case RELAY -> Material2OutlinedMZ.SYNC_ALT;
            case WSL -> Material2OutlinedAL.CODE;
            case SERVER -> Material2OutlinedAL.DNS;
        };
    }

    private static Ikon mark(State state) {
        return switch (state) {
            case OPEN -> Material2OutlinedAL.CHECK;
            case PLANNED -> Material2OutlinedMZ.SCHEDULE;
            case BY_HAND -> Material2OutlinedMZ.PAN_TOOL;
            case PROBLEM -> Material2OutlinedAL.CLOSE;
            case UNKNOWN -> Material2OutlinedAL.HELP_OUTLINE;
        };
    }
}
