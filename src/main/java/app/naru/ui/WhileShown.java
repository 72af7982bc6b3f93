package app.naru.ui;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Subscription;

/** Ties a subscription to a node: taken when it comes into a window that shows, ended after. */
public final class WhileShown {

    private Subscription taken = Subscription.EMPTY;

    private WhileShown() {}

    /** From now on takes this while the node is shown. It is taken anew each time. */
    public static void on(Node node, Supplier<Subscription> subscribe) {
        WhileShown tie = new WhileShown();
        node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(shown -> tie.follow(shown, subscribe));
    }

    private void follow(boolean shown, Supplier<Subscription> subscribe) {
        taken.unsubscribe();
        taken = shown ? subscribe.get() : Subscription.EMPTY;
    }
}
