package app.naru.ui;

import app.naru.path.HopKind;
import app.naru.path.HopView;
import app.naru.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The path drawn: the hops from the Internet on the left to the server on the right, those that a
 * forward does not have left out. Each tells its state by an icon, a colour and a text.
 */
public final class PathPicture extends Region {

    private final Texts texts;
    private final HBox row = new HBox();
    private final ObjectProperty<Optional<HopKind>> selectedHop =
            new SimpleObjectProperty<>(Optional.empty());
    private List<HopView> hops = List.of();

    public PathPicture(Texts texts) {
        this.texts = texts;
        getStyleClass().add("path-picture");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(texts.say("picture.path"));
        row.getStyleClass().add("path-row");
        row.setAlignment(Pos.TOP_CENTER);
        getChildren().add(row);
        selectedHop.subscribe(this::showSelection);
    }

    /** Draws these hops without their places. */
    public void setHops(List<HopView> views) {
        setHops(views, Map.of());
    }

    /**
     * Draws these hops, whatever their order. The selection stays if its hop is among them.
     *
     * @param places the address and port of each, as far as they are known
     */
    public void setHops(List<HopView> views, Map<HopKind, String> places) {
        List<HopView> ordered =
                views.stream().sorted(Comparator.comparing(HopView::hop).reversed()).toList();
        if (kinds(ordered).equals(kinds(hops))) {
            updateInPlace(ordered);
        } else {
            rebuild(ordered);
        }
        hops = ordered;
        figures().forEach(figure -> figure.setPlace(Optional.ofNullable(places.get(figure.hop()))));
        selectedHop
                .get()
                .filter(hop -> !kinds(ordered).contains(hop))
                .ifPresent(gone -> selectedHop.set(Optional.empty()));
        showSelection();
    }

    /** The hop that was clicked last; empty for none. Clicking it again takes it back. */
    public ObjectProperty<Optional<HopKind>> selectedHopProperty() {
        return selectedHop;
    }

    /** Returns the drawn hop that is selected. */
    public Optional<HopView> selectedView() {
        return selectedHop
                .get()
                .flatMap(kind -> hops.stream().filter(view -> view.hop() == kind).findFirst());
    }

    private static List<HopKind> kinds(List<HopView> views) {
        return views.stream().map(HopView::hop).toList();
    }

    /** Keeps the nodes, so that neither the focus nor a screen reader's place is lost. */
    private void updateInPlace(List<HopView> ordered) {
        List<HopFigure> figures = figures();
        for (int i = 0; i < figures.size(); i++) {
            figures.get(i).show(ordered.get(i));
        }
    }

    private void rebuild(List<HopView> ordered) {
        List<Node> nodes = new ArrayList<>();
        for (HopView view : ordered) {
            if (!nodes.isEmpty()) {
                Region arrow = new PathArrow();
                HBox.setHgrow(arrow, Priority.SOMETIMES);
                nodes.add(arrow);
            }
            HopFigure figure = new HopFigure(texts, view);
            figure.setOnAction(event -> toggle(view.hop()));
            HBox.setHgrow(figure, Priority.ALWAYS);
            nodes.add(figure);
        }
        row.getChildren().setAll(nodes);
    }

    private void toggle(HopKind hop) {
        Optional<HopKind> clicked = Optional.of(hop);
        selectedHop.set(selectedHop.get().equals(clicked) ? Optional.empty() : clicked);
        showSelection();
    }

    private void showSelection() {
        figures()
                .forEach(figure ->
                        figure.setSelected(
                                selectedHop.get().filter(figure.hop()::equals).isPresent()));
    }

    private List<HopFigure> figures() {
        return row.getChildren().stream()
                .filter(HopFigure.class::isInstance)
                .map(HopFigure.class::cast)
                .toList();
    }

    @Override
    protected void layoutChildren() {
        layoutInArea(
                row,
                snappedLeftInset(),
                snappedTopInset(),
                getWidth() - snappedLeftInset() - snappedRightInset(),
                getHeight() - snappedTopInset() - snappedBottomInset(),
                0,
                HPos.CENTER,
                VPos.TOP);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double insets = snappedTopInset() + snappedBottomInset();
        return insets
                + row.prefHeight(width < 0 ? -1 : width - snappedLeftInset() - snappedRightInset());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
