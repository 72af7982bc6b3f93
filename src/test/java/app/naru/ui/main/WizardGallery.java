package app.naru.ui.main;

import static app.naru.ui.main.OnScreen.click;
import static app.naru.ui.main.OnScreen.text;
import static app.naru.ui.main.OnScreen.top;
import static app.naru.ui.main.OnScreen.type;
import static app.naru.ui.main.OnScreen.until;
import static app.naru.ui.main.OnScreen.untilShown;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.server.KnownPreset;
import app.naru.ui.UiContext;
import app.naru.ui.WizardOpener;
import app.naru.ui.wizard.WizardWindows;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The wizard's pages: to this network until it is open, and to the Internet as far as the router.
 */
final class WizardGallery {

    /** The page of Learn that each page of the wizard leads to. */
    private static final Map<String, String> LEARN =
            Map.of(
                    "server", "learn.server",
                    "addresses", "learn.addresses",
                    "audience", "learn.risks",
                    "firewall", "learn.rules",
                    "router", "learn.nat",
                    "open", "learn.forwarding",
                    "done", "learn.trying");

    private final UiContext context;
    private final Stage owner;
    private final Home home;
    private final BiConsumer<String, Window> look;
    private final WizardWindows wizards = new WizardWindows();

    /**
     * @param look is called with the name of each view and its window
     */
    WizardGallery(UiContext context, Stage owner, Home home, BiConsumer<String, Window> look) {
        this.context = context;
        this.owner = owner;
        this.home = home;
        this.look = look;
    }

    void visit(int port) {
        toThisNetwork(port);
        toTheInternet(port);
        Fx.run(wizards::close);
    }

    private Window open(int port) {
        Fx.run(() -> wizards.open(context, owner, new WizardOpener.Start.New()));
        Window window = top();
        untilShown(window, "#port");
        until(() -> Fx.get(() -> window.getScene().lookup(".server-cell") != null));
        type(window, "#port", "" + port);
        return window;
    }

    private void toThisNetwork(int port) {
        Window window = open(port);
        for (String page : List.of("server", "addresses", "audience", "firewall")) {
            untilComplete(window);
            visit(page, window);
            if (page.equals("addresses")) {
                type(window, "#port", "8080");
            }
            goOn(window);
        }
        visit("open", window);
        goOn(window);
        visit("done", window);
        Fx.run(window::hide);
    }

    private void visit(String page, Window window) {
        look.accept("wizard-" + page, window);
        click(window, "#learnMore");
        Window learn = top();
        assertThat(text(learn, "#title"))
                .as("what " + page + " leads to")
                .isEqualTo(context.texts().say(LEARN.get(page)));
        if (page.equals("server")) {
            look.accept("learn-window", learn);
        }
        Fx.run(learn::hide);
    }

    private void toTheInternet(int port) {
        Window window = open(port);
        Fx.run(() -> presets(window).setValue(presets(window).getItems().getFirst()));
        look.accept("wizard-preset", window);
        type(window, "#port", "" + port);
        goOn(window);
        type(window, "#port", "8081");
        goOn(window);
        Fx.run(() -> {
            ((RadioButton) window.getScene().lookup("#internet")).setSelected(true);
            ((CheckBox) window.getScene().lookup("#understood")).setSelected(true);
        });
        look.accept("wizard-audience-internet", window);
        goOn(window);
        home.routerAnswers(false);
        goOn(window);
        untilShown(window, "#trouble");
        look.accept("wizard-router-by-hand", window);
        home.routerAnswers(true);
        click(window, "#trouble .button");
        untilShown(window, "#byItself");
        visit("router", window);
        Fx.run(window::hide);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<KnownPreset> presets(Window window) {
        return (ComboBox<KnownPreset>) window.getScene().lookup("#presets");
    }

    private static void untilComplete(Window window) {
        until(() -> !Fx.get(() -> window.getScene().lookup("#next").isDisabled()));
    }

    private static void goOn(Window window) {
        untilComplete(window);
        String before = text(window, "#title");
        click(window, "#next");
        until(() -> !text(window, "#title").equals(before));
    }
}
