package app.naru.ui;

import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Looks before it clicks, as a person does: waits for what is to be clicked on until it is shown,
 * can be used and stands still, and types once the keyboard is in the field. What it reads it reads
 * on the JavaFX thread, so that a page may change meanwhile.
 */
public final class PatientRobot extends FxRobot {

    private static final long PATIENCE = TimeUnit.MINUTES.toMillis(1);

    /** A node, and where it is on the screen. */
    private record Place(Node node, Bounds bounds) {}

    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        return clickOnFirst(query, () -> lookup(query), motion, buttons);
    }

    @Override
    public FxRobot clickOn(Node node, Motion motion, MouseButton... buttons) {
        return clickOnFirst(node.toString(), () -> from(node), motion, buttons);
    }

    /** Clicks on the first of these that is shown within that. */
    public FxRobot clickWithin(String within, String query) {
        return clickOnFirst(
                query + " in " + within,
                () -> from(lookup(within)).lookup(query),
                Motion.DEFAULT,
                new MouseButton[0]);
    }

    private FxRobot clickOnFirst(
            String what, Supplier<NodeQuery> query, Motion motion, MouseButton... buttons) {
        await("a click on " + what)
                .until(() -> {
                    Optional<Place> before = seen(() -> place(query.get()));
                    WaitForAsyncUtils.waitForFxEvents();
                    Optional<Place> place = seen(() -> place(query.get()));
                    return place.isPresent()
                            && place.equals(before)
                            && hits(place.get(), motion, buttons);
                });
        return this;
    }

    /** Where it can be clicked on now. */
    private static Optional<Place> place(NodeQuery query) {
        return query.queryAll().stream()
                .filter(node -> isShown(node) && !node.isDisabled())
                .findFirst()
                .map(node -> new Place(node, node.localToScreen(node.getBoundsInLocal())));
    }

    /** Clicks there; returns whether the node was still there to be hit. */
    private boolean hits(Place place, Motion motion, MouseButton... buttons) {
        AtomicBoolean hit = new AtomicBoolean();
        EventHandler<MouseEvent> released = event -> hit.set(true);
        interact(() -> place.node().addEventFilter(MouseEvent.MOUSE_RELEASED, released));
        targetWindow(place.node().getScene().getWindow());
        clickOn(centre(place.bounds()), motion, buttons);
        interact(() -> place.node().removeEventFilter(MouseEvent.MOUSE_RELEASED, released));
        return hit.get();
    }

    private static Point2D centre(Bounds bounds) {
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /** Clicks into the field until the keyboard is there. */
    public FxRobot focus(String field) {
        await("the keyboard in " + field)
                .until(() -> {
                    clickOn(field);
                    return isFocused(field);
                });
        return this;
    }

    /** Puts that text into the field, in the place of what is there. */
    public FxRobot type(String field, String text) {
        focus(field);
        interact(() -> lookup(field).queryTextInputControl().selectAll());
        write(text);
        await().until(() -> textIn(field).equals(text));
        return this;
    }

    public boolean isFocused(String query) {
        return seen(() -> lookup(query).queryAll().stream().anyMatch(Node::isFocused));
    }

    /** Whether any of these is shown. */
    public boolean shows(String query) {
        return seen(() -> lookup(query).queryAll().stream().anyMatch(PatientRobot::isShown));
    }

    private static boolean isShown(Node node) {
        return node.getScene() != null
                && node.getScene().getWindow() != null
                && node.getScene().getWindow().isShowing()
                && isVisible(node);
    }

    private static boolean isVisible(Node node) {
        return node.isVisible() && (node.getParent() == null || isVisible(node.getParent()));
    }

    public void untilShown(String query) {
        await(query + " to be shown").until(() -> shows(query));
    }

    public void untilGone(String query) {
        await(query + " to be gone").until(() -> !shows(query));
    }

    /** Returns what a field or a label has in it; nothing where there is none. */
    public String textIn(String query) {
        return seen(() ->
                lookup(query).queryAll().stream().map(PatientRobot::text).findFirst().orElse(""));
    }

    private static String text(Node node) {
        return switch (node) {
            case TextInputControl field -> field.getText();
            case Labeled label -> label.getText();
            default -> "";
        };
    }

    /** Returns what that finds on the JavaFX thread. */
    public static <T> T seen(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE, look);
    }
}
