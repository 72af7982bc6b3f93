package app.naru.ui.main;

import static app.naru.ui.main.OnScreen.choose;
import static app.naru.ui.main.OnScreen.click;
import static app.naru.ui.main.OnScreen.scrollToEnd;
import static app.naru.ui.main.OnScreen.top;
import static app.naru.ui.main.OnScreen.type;
import static app.naru.ui.main.OnScreen.until;
import static app.naru.ui.main.OnScreen.untilShown;

import app.naru.ui.Page;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The pages of the window after that of the forwards, with their dialogs. */
final class PageGallery {

    private final Stage stage;
    private final BiConsumer<String, Window> look;

    /**
     * @param look is called with the name of each view and its window
     */
    PageGallery(Stage stage, BiConsumer<String, Window> look) {
        this.stage = stage;
        this.look = look;
    }

    void visit(List<Page> pages) {
        for (Page page : pages) {
            click(stage, "#page-" + page.id());
            switch (page.id()) {
                case "firewall" -> firewall();
                case "addresses" -> addresses();
                case "learn" -> learn();
                case "settings" -> settings();
                default -> look.accept("page-" + page.id(), stage);
            }
        }
    }

    private void firewall() {
        untilShown(stage, "#list");
        until(() -> Fx.get(() -> !rules().getItems().isEmpty()));
        Fx.run(() -> rules().getSelectionModel().select(0));
        look.accept("page-firewall", stage);
        click(stage, "#showExplain");
        type(stage, "#explainPlace #port", "8000");
        untilShown(stage, "#verdict");
        look.accept("firewall-port", stage);
        newRule();
        choose(stage, "#newRule", "denyProgram");
        lookAtTop("rule-deny-program");
        choose(stage, "#newRule", "blockAddress");
        lookAtTop("rule-block-address");
        paste();
    }

    private ListView<?> rules() {
        return (ListView<?>) stage.getScene().lookup("#list");
    }

    /** A rule of one's own, through all the steps, and what is said when it is there. */
    private void newRule() {
        click(stage, "#newRule");
        Window window = top();
        Fx.run(() -> ((RadioButton) window.getScene().lookup("#kindCustom")).setSelected(true));
        for (String step : List.of("kind", "what", "action", "profile")) {
            look.accept("rule-" + step, window);
            if (step.equals("what")) {
                conditions(window);
            }
            click(window, "#next");
        }
        type(window, "#name", "Web");
        look.accept("rule-name", window);
        click(window, "#make");
        untilShown(stage, "#told");
        look.accept("firewall-made", stage);
        click(stage, "#undo");
        untilShown(stage, "#told");
        click(stage, "#dismiss");
    }

    /** What few rules have, with the type of a ping. */
    private void conditions(Window window) {
        Fx.run(() -> {
            ComboBox<?> protocol = (ComboBox<?>) window.getScene().lookup("#protocol");
            protocol.getSelectionModel().select(2);
            ((TitledPane) window.getScene().lookup("#conditions")).setExpanded(true);
        });
        untilShown(window, "#ping");
        click(window, "#ping");
        scrollToEnd(window, "#edge");
        look.accept("rule-conditions", window);
    }

    private void paste() {
        choose(stage, "#more", "paste");
        Window window = top();
        type(
                window,
                ".text-area",
                "netsh advfirewall firewall add rule name=Web dir=in action=allow protocol=tcp"
                        + " localport=80");
        look.accept("rules-paste", window);
        Fx.run(() -> {
            DialogPane pane = (DialogPane) window.getScene().getRoot();
            ButtonType show = pane.getButtonTypes().getLast();
            ((Button) pane.lookupButton(show)).fire();
        });
        untilShown(stage, "#fileBar");
        look.accept("firewall-file", stage);
        click(stage, "#closeFile");
    }

    private void addresses() {
        untilShown(stage, ".mappings");
        look.accept("page-addresses", stage);
        click(stage, "#ask");
        untilShown(stage, "#agreement");
        look.accept("addresses-told", stage);
        scrollToEnd(stage, "#devices");
        look.accept("addresses-router", stage);
    }

    private void learn() {
        untilShown(stage, "#topics");
        int all = Fx.get(() -> topics().getItems().size());
        for (int i = 0; i < all; i++) {
            int index = i;
            Object topic = Fx.get(() -> topics().getItems().get(index));
            Fx.run(() -> topics().getSelectionModel().select(index));
            look.accept("learn-" + topic.toString().toLowerCase(Locale.ROOT), stage);
        }
    }

    private ListView<?> topics() {
        return (ListView<?>) stage.getScene().lookup("#topics");
    }

    private void settings() {
        untilShown(stage, "#language");
        look.accept("page-settings", stage);
        click(stage, "#presets .button");
        lookAtTop("preset-edit");
        click(stage, "#look");
        untilShown(stage, "#consent");
        scrollToEnd(stage, "#look");
        look.accept("settings-remove", stage);
        click(stage, "#consent #cancel");
    }

    private void lookAtTop(String name) {
        Window window = top();
        look.accept(name, window);
        Fx.run(window::hide);
    }
}
