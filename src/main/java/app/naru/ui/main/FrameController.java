package app.naru.ui.main;

import app.naru.settings.Preferences;
import app.naru.ui.Controllers;
import app.naru.ui.Page;
import app.naru.ui.PreferencesViewModel;
import app.naru.ui.UiContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Binds the window around the pages: the rail, the notices. Made anew in another language. */
final class FrameController {

    /** Below this width of the window, in pixels, the rail shows icons alone. */
    private static final double ROOM_FOR_NAMES = 1_000;

    private final UiContext context;
    private final Models models;
    private final WindowCommands commands;
    private final Map<Page, Parent> made = new HashMap<>();
    private Subscription subscriptions = Subscription.EMPTY;
    private final PageChoice choice;

    @FXML private BorderPane root;
    @FXML private MenuButton menu;
    @FXML private ToggleGroup languages;
    @FXML private ToggleGroup themes;
    @FXML private MenuItem closeAll;
    @FXML private VBox notices;
    @FXML private StackPane pagePlace;

    FrameController(UiContext context, Models models, PageChoice choice, WindowCommands commands) {
        this.context = context;
        this.models = models;
        this.choice = choice;
        this.commands = commands;
    }

    Parent load() {
        return context.fxml()
                .load(
                        "/app/naru/ui/main/frame.fxml",
                        Controllers.of(FrameController.class, () -> this));
    }

    @FXML
    private void initialize() {
        Rail rail = new Rail(context.texts(), choice, menu);
        root.setLeft(rail);
        root.widthProperty()
                .subscribe(width -> rail.setNarrow(width.doubleValue() < ROOM_FOR_NAMES));
        subscriptions = choice.shownProperty().subscribe(page -> show(rail, page));
        bindNotices();
        bindPreferences(context.preferences());
        closeAll.disableProperty().bind(models.main().closingAllProperty());
    }

    private void show(Rail rail, Page page) {
        rail.mark(page);
        Parent content = made.computeIfAbsent(page, each -> each.make().apply(context));
        pagePlace.getChildren().setAll(content);
    }

    /** Ctrl and a digit open pages; F6 goes from the page to the rail and back. */
    void takeKeys(Scene scene) {
        List<Page> pages = choice.pages();
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            scene.getAccelerators()
                    .put(
                            new KeyCodeCombination(
                                    KeyCode.getKeyCode(String.valueOf(i + 1)),
                                    KeyCombination.SHORTCUT_DOWN),
                            () -> openFromKeyboard(page));
        }
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F6), this::swapFocus);
    }

    private void openFromKeyboard(Page page) {
        choice.open(page);
        rail().focus(page);
    }

    private void swapFocus() {
        Node owner = root.getScene().getFocusOwner();
        if (owner != null && isIn(owner, rail())) {
            firstFocusable(pagePlace).ifPresent(Node::requestFocus);
        } else {
            rail().focus(choice.shownProperty().get());
        }
    }

    private Rail rail() {
        return (Rail) root.getLeft();
    }

    private static boolean isIn(Node node, Parent ancestor) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Node> firstFocusable(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            Optional<Node> found =
                    child.isFocusTraversable()
                            ? Optional.of(child)
                            : child instanceof Parent inner
                                    ? firstFocusable(inner)
                                    : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Lets go of the models and of the pages, whose models may outlive them too. */
    void release() {
        subscriptions.unsubscribe();
        pagePlace.getChildren().clear();
    }

    private void bindNotices() {
        ListChangeListener<Notice> listener = change -> showNotices();
        models.notices().shown().addListener(listener);
        subscriptions = subscriptions.and(() -> models.notices().shown().removeListener(listener));
        showNotices();
    }

    private void showNotices() {
        List<Node> panes =
                models.notices().shown().stream()
                        .<Node>map(notice ->
                                new NoticePane(
                                        context.texts(),
                                        models.main(),
                                        models.notices(),
                                        commands,
                                        notice))
                        .toList();
        notices.getChildren().setAll(panes);
    }

    private void bindPreferences(PreferencesViewModel preferences) {
        Preferences chosen = preferences.preferences();
        languages.getToggles().stream()
                .filter(toggle ->
                        Optional.ofNullable(toggle.getUserData()).equals(chosen.language()))
                .forEach(languages::selectToggle);
        themes.getToggles().stream()
                .filter(toggle -> chosen.theme().name().equals(toggle.getUserData()))
                .forEach(themes::selectToggle);
        languages
                .selectedToggleProperty()
                .subscribe((before, now) ->
                        preferences.chooseLanguage(
                                Optional.ofNullable((String) now.getUserData())));
        themes.selectedToggleProperty()
                .subscribe((before, now) ->
                        preferences.chooseTheme(
                                Preferences.Theme.valueOf((String) now.getUserData())));
    }

    @FXML
    private void showContacts() {
        commands.showContacts();
    }

    @FXML
    private void showShortcuts() {
        Shortcuts.show(context.texts(), root.getScene().getWindow(), choice.pages().size());
    }

    @FXML
    private void lookAgain() {
        context.live().refresh();
    }

    @FXML
    private void closeAll() {
        models.main().closeAll();
    }

    @FXML
    private void quit() {
        commands.quit();
    }
}
