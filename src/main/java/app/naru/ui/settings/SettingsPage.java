package app.naru.ui.settings;

import app.naru.path.Traces;
import app.naru.settings.SettingsTransfer;
import app.naru.ui.Controllers;
import app.naru.ui.DialogQuestions;
import app.naru.ui.Page;
import app.naru.ui.PageFrame;
import app.naru.ui.Questions;
import app.naru.ui.UiContext;
import app.naru.ui.WhileShown;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The page of what the user chooses about Naru itself. */
public final class SettingsPage {

    private final UiContext context;
    private final LimitsViewModel limits;
    private final OwnPresetsViewModel presets;
    private final GeneralController general;

    private SettingsPage(UiContext context) {
        this.context = context;
        this.limits = new LimitsViewModel(context.preferences());
        this.presets = new OwnPresetsViewModel(context.settings(), context.tasks());
        this.general =
                new GeneralController(
                        context,
                        new AutoStartViewModel(context.autoStart(), context.tasks()),
                        limits);
    }

    /**
     * Returns it for the main window.
     *
     * @param traces what Naru has made
     */
    public static Page page(Traces traces) {
        return new Page(
                "settings",
                "settings.title",
                Material2OutlinedMZ.SETTINGS,
                Page.Place.BOTTOM,
                context -> new SettingsPage(context).load(traces));
    }

    private Parent load(Traces traces) {
        // The window is not there yet when the page is made.
        Window[] window = new Window[1];
        Questions questions =
                (question, ifYes) ->
                        new DialogQuestions(context.texts(), window[0]).ask(question, ifYes);
        TransferViewModel transfer =
                new TransferViewModel(
                        new SettingsTransfer(context.settings(), context.clock()),
                        context.forwards(),
                        context.preferences(),
                        context.tasks(),
                        questions,
                        this::taken);
        CareController care =
                new CareController(
                        context, transfer, new RemovalViewModel(traces, context.tasks()));
        Parent content =
                context.fxml()
                        .load(
                                "/app/naru/ui/settings/settings.fxml",
                                Controllers.of(GeneralController.class, () -> general)
                                        .and(
                                                OwnPresetsController.class,
                                                () ->
                                                        new OwnPresetsController(
                                                                context, presets, questions))
                                        .and(CareController.class, () -> care));
        WhileShown.on(
                content,
                () -> {
                    window[0] = content.getScene().getWindow();
                    presets.look();
                    return general.follow();
                });
        return PageFrame.scrolling(context.texts().say("settings.title"), (Region) content);
    }

    /** Everything that windows show may have changed. */
    private void taken() {
        limits.show(context.settings().preferences().limits());
        presets.look();
        context.outside().forget();
        context.live().refresh();
    }
}
