package app.naru.ui.internet;

import app.naru.forward.Forward;
import app.naru.ui.Controllers;
import app.naru.ui.OwnedWindow;
import app.naru.ui.Theme;
import app.naru.ui.UiContext;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/** A window in which a forward is checked from outside. The check ends when it is closed. */
public final class CheckWindow {

    private static final Duration BETWEEN_LOOKS = Duration.millis(500);

    private CheckWindow() {}

    /** Opens the window and begins the check. */
    public static void open(UiContext context, Window owner, Forward forward) {
        CheckViewModel model =
                new CheckViewModel(
                        context.forwards(), forward, context.settings(), context.tasks());
        Stage stage = OwnedWindow.over(owner);
        CheckController controller =
                new CheckController(model, context.texts(), context.clipboard(), stage::close);
        Parent root =
                context.fxml()
                        .load(
                                "/app/naru/ui/internet/check.fxml",
                                Controllers.of(CheckController.class, () -> controller));
        Scene scene = new Scene(root);
        Theme.dress(scene, context.texts());
        Timeline looking = new Timeline(new KeyFrame(BETWEEN_LOOKS, tick -> model.tick()));
        looking.setCycleCount(Animation.INDEFINITE);
        stage.setTitle(context.texts().say("check.title", forward.name()));
        stage.setScene(scene);
        stage.setOnHidden(event -> {
            looking.stop();
            model.close();
        });
        model.begin();
        stage.show();
        looking.play();
    }
}
