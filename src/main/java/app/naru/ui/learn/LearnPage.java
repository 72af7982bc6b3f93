package app.naru.ui.learn;

import app.naru.ui.OwnedWindow;
import app.naru.ui.Page;
import app.naru.ui.PageFrame;
import app.naru.ui.Theme;
import app.naru.ui.UiContext;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Learn: a page of the main window, and a window of its own beside the wizard. */
public final class LearnPage {

    private static final double WIDTH = 960;
    private static final double HEIGHT = 680;

    private LearnPage() {}

    /** Returns it for the main window. */
    public static Page page() {
        return new Page(
                "learn",
                "learn.title",
                Material2OutlinedMZ.SCHOOL,
                Page.Place.TOP,
                context -> frame(context, Topic.SERVER));
    }

    private static PageFrame frame(UiContext context, Topic first) {
        return PageFrame.filled(
                context.texts().say("learn.title"),
                (Region) new LearnController(context, first).load());
    }

    /** Opens a window at that topic. Escape closes it. */
    public static void open(UiContext context, Window owner, Topic topic) {
        Stage stage = OwnedWindow.over(owner);
        Scene scene = new Scene(frame(context, topic), WIDTH, HEIGHT);
        Theme.dress(scene, context.texts());
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::close);
        stage.setTitle(context.texts().say("learn.title"));
        stage.setScene(scene);
        stage.show();
    }
}
