package app.naru.ui.firewall;

import app.naru.ui.Controllers;
import app.naru.ui.OwnedWindow;
import app.naru.ui.Theme;
import app.naru.ui.UiContext;
import app.naru.ui.Words;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The window with the steps of a new rule. */
final class NewRuleWindow {

    private static final double LEAST_WIDTH = 560;
    private static final double LEAST_HEIGHT = 480;

    private NewRuleWindow() {}

    /**
     * Opens it.
     *
     * @param recipe what is made at once; empty for all there is to choose
     */
    static void open(
            UiContext context,
            Window owner,
            Optional<RuleKind> recipe,
            RulesViewModel rules,
            RuleChanges changes,
            Dialogs dialogs) {
        Stage stage = OwnedWindow.over(owner);
        NewRuleViewModel model = new NewRuleViewModel(rules::isTaken);
        recipe.ifPresent(model::choose);
        Words words = new Words(context.texts());
        NewRuleController controller =
                new NewRuleController(
                        model,
                        words,
                        new NewRuleController.Surroundings(
                                rules.isHere(),
                                rule -> {
                                    rules.await(rule.name());
                                    changes.make(rule);
                                },
                                stage::close,
                                dialogs::openProgram,
                                context.preferences(),
                                context.clipboard()));
        Parent root =
                context.fxml()
                        .load(
                                "/app/naru/ui/firewall/new-rule.fxml",
                                Controllers.of(NewRuleController.class, () -> controller)
                                        .and(
                                                DetailsController.class,
                                                () ->
                                                        new DetailsController(
                                                                model.draft().details(), words)));
        Scene scene = new Scene(root);
        Theme.dress(scene, context.texts());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, controller::pressed);
        stage.setTitle(context.texts().say("rules.new"));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        stage.show();
    }
}
