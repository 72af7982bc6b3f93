package app.naru.ui.main;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Uses windows as a person does, by what is on show. Not on the JavaFX thread. */
final class OnScreen {

    private OnScreen() {}

    /** Returns the window that was opened last; tooltips and lists of choices are none. */
    static Window top() {
        return Fx.get(() ->
                Window.getWindows().stream().filter(Stage.class::isInstance).toList().getLast());
    }

    static void until(Callable<Boolean> condition) {
        await().until(condition);
    }

    static void untilShown(Window window, String query) {
        until(() -> isShown(window, query));
    }

    static boolean isShown(Window window, String query) {
        return Fx.get(() ->
                window.getScene().getRoot().lookupAll(query).stream().anyMatch(OnScreen::isShown));
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    /** Presses the first button of these that is shown. */
    static void click(Window window, String query) {
        Fx.run(() -> button(window, query).fire());
    }

    private static ButtonBase button(Window window, String query) {
        return window.getScene().getRoot().lookupAll(query).stream()
                .filter(OnScreen::isShown)
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + query));
    }

    /** Chooses from the menu of a button. */
    static void choose(Window window, String query, String item) {
        Fx.run(() ->
                ((MenuButton) button(window, query))
                        .getItems().stream()
                                .filter(each -> item.equals(each.getId()))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no " + item))
                                .fire());
    }

    static void type(Window window, String query, String text) {
        Fx.run(() -> ((TextInputControl) window.getScene().lookup(query)).setText(text));
    }

    /** Scrolls what has that part in it to its end. */
    static void scrollToEnd(Window window, String part) {
        Fx.run(() -> {
            Node node = window.getScene().lookup(part);
            while (!(node instanceof ScrollPane scroll)) {
                node = node.getParent();
            }
            scroll.setVvalue(scroll.getVmax());
        });
    }

    static String text(Window window, String query) {
        return Fx.get(() -> ((Labeled) window.getScene().lookup(query)).getText());
    }
}
