package app.naru.ui.firewall;

import app.naru.firewall.WindowsFirewall;
import app.naru.ui.Controllers;
import app.naru.ui.Page;
import app.naru.ui.PageFrame;
import app.naru.ui.UiContext;
import app.naru.ui.WhileShown;
import app.naru.ui.Words;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The page of the firewall's rules. */
public final class FirewallPage {

    private static final KeyCombination SEARCH = KeyCombination.valueOf("Shortcut+F");

    private final UiContext context;
    private final Words words;
    private final RulesViewModel rules;
    private final RuleChanges changes;
    private final ExplainViewModel explain;
    private final Dialogs dialogs;
    private final PageFrame frame;

    private FirewallPage(UiContext context, Optional<WindowsFirewall> firewall) {
        this.context = context;
        words = new Words(context.texts());
        rules = new RulesViewModel(firewall, context.texts(), context.tasks());
        changes = new RuleChanges(context.forwards(), firewall, context.tasks(), rules::showOwn);
        explain = new ExplainViewModel(rules, context.live().situationProperty(), context.tasks());
        dialogs = new WindowDialogs(context.texts(), this::window, this::newRule);
        frame = PageFrame.filled(context.texts().say("rules.title"), content(), actions());
        WhileShown.on(frame, this::shown);
    }

    /**
     * Returns the page.
     *
     * @param firewall empty on a system that has no Windows Defender Firewall
     */
    public static Page page(Optional<WindowsFirewall> firewall) {
        return new Page(
                "firewall",
                "rules.title",
                Material2OutlinedMZ.SECURITY,
                Page.Place.TOP,
                context -> new FirewallPage(context, firewall).frame);
    }

    /** What others have changed meanwhile is seen whenever the page is. */
    private Subscription shown() {
        rules.refresh();
        changes.refresh();
        explain.lookAgain();
        return Subscription.EMPTY;
    }

    private Region content() {
        RulesController page = new RulesController(rules, changes, dialogs, words);
        Region root =
                (Region)
                        context.fxml()
                                .load(
                                        "/app/naru/ui/firewall/rules.fxml",
                                        Controllers.of(RulesController.class, () -> page)
                                                .and(RuleController.class, this::ruleController)
                                                .and(
                                                        ExplainController.class,
                                                        () ->
                                                                new ExplainController(
                                                                        explain, rules, words)));
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (SEARCH.match(event)) {
                        page.search();
                        event.consume();
                    }
                });
        return root;
    }

    private RuleController ruleController() {
        return new RuleController(rules, changes, dialogs, words, context);
    }

    private Parent actions() {
        RuleExport export = new RuleExport(context.texts(), context.tasks(), changes::tell);
        return context.fxml()
                .load(
                        "/app/naru/ui/firewall/actions.fxml",
                        Controllers.of(
                                ActionsController.class,
                                () ->
                                        new ActionsController(
                                                rules, changes, export, dialogs, words)));
    }

    private Window window() {
        return frame.getScene().getWindow();
    }

    private void newRule(Optional<RuleKind> recipe) {
        NewRuleWindow.open(context, window(), recipe, rules, changes, dialogs);
    }
}
