package app.naru.ui.settings;

import app.naru.forward.Preset;
import app.naru.ui.Controllers;
import app.naru.ui.OwnedWindow;
import app.naru.ui.Theme;
import app.naru.ui.UiContext;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;

/** A window in which a preset of the user's own is edited. */
final class PresetWindow {

    private PresetWindow() {}

    static void open(UiContext context, OwnPresetsViewModel presets, Preset preset, Scene over) {
        Stage stage = OwnedWindow.over(over.getWindow());
        PresetDraft draft = new PresetDraft(preset, name -> presets.isTakenByOther(preset, name));
        EditController controller =
                new EditController(draft, context.texts(), presets::put, stage::close);
        Parent root =
                context.fxml()
                        .load(
                                "/app/naru/ui/settings/preset.fxml",
                                Controllers.of(EditController.class, () -> controller));
        Scene scene = new Scene(root);
        Theme.dress(scene, context.texts());
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(context.texts().say("settings.presets.title", preset.name()));
        stage.setScene(scene);
        stage.show();
    }
}
