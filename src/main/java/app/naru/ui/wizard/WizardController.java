package app.naru.ui.wizard;

import app.naru.ui.PathPicture;
import app.naru.ui.SteadyScroll;
import app.naru.ui.Words;
import app.naru.ui.learn.Topic;
import app.naru.ui.wizard.WizardViewModel.Page;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Binds what all pages share: the steps, the headings and the buttons. */
final class WizardController {

    private final WizardViewModel model;
    private final Words words;
    private final Function<Page, Parent> loader;
    private final Consumer<Topic> learn;
    private final Runnable cancelling;
    private final Map<Page, Parent> loaded = new EnumMap<>(Page.class);

    @FXML private HBox steps;
    @FXML private ScrollPane scroll;
    @FXML private Label title;
    @FXML private Label lead;
    @FXML private StackPane page;
    @FXML private Button cancel;
    @FXML private Button back;
    @FXML private Button next;

    /**
     * @param loader makes a page's nodes
     * @param learn opens a page of Learn
     * @param cancelling what Cancel and Escape do
     */
    WizardController(
            WizardViewModel model,
            Words words,
            Function<Page, Parent> loader,
            Consumer<Topic> learn,
            Runnable cancelling) {
        this.model = model;
        this.words = words;
        this.loader = loader;
        this.learn = learn;
        this.cancelling = cancelling;
    }

    @FXML
    void initialize() {
        StepIndicator indicator = new StepIndicator(words.texts(), steps, model, model::goTo);
        model.pages().subscribe(pages -> indicator.show());
        model.page()
                .subscribe(now -> {
                    indicator.show();
                    show(now);
                });
        words.say(next, model.action());
        SteadyScroll.in(scroll);
        scroll.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        next.disableProperty().bind(model.canAct().not());
        back.disableProperty().bind(model.canGoBack().not());
        model.page()
                .subscribe(now -> {
                    Words.present(cancel, now != Page.DONE);
                    Words.present(back, now != Page.DONE);
                });
    }

    /** Lists and choices would keep Enter, which goes on from everywhere. */
    private void pressed(KeyEvent event) {
        Object target = event.getTarget();
        boolean keepsEnter =
                target instanceof ListView
                        || target instanceof RadioButton
                        || target instanceof CheckBox;
        if (event.getCode() == KeyCode.ENTER && keepsEnter) {
            event.consume();
            if (model.canAct().get()) {
                model.act();
            } else if (target instanceof ListView<?> list && list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        }
    }

    private void show(Page now) {
        Parent content = loaded.computeIfAbsent(now, loader);
        page.getChildren().setAll(content);
        title.setText(words.texts().say("wizard.page." + now + ".title"));
        lead.setText(words.texts().say("wizard.page." + now + ".lead"));
        scroll.setVvalue(0);
        // The nodes can take the focus only once they are in a scene.
        Platform.runLater(() -> focus(content));
    }

    private void focus(Parent content) {
        if (!focusFirst(content) && !next.isDisabled()) {
            next.requestFocus();
        }
    }

    /** The first thing to enter something into; of a choice, what is chosen. */
    private static boolean focusFirst(Parent parent) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            boolean passedBy =
                    node instanceof PathPicture
                            || node instanceof Button
                            || node instanceof Hyperlink
                            || (node instanceof RadioButton radio && !radio.isSelected());
            if (!node.isManaged() || node.isDisabled() || passedBy) {
                continue;
            }
            if (node.isFocusTraversable()) {
                node.requestFocus();
                return true;
            }
            if (node instanceof Parent inner && focusFirst(inner)) {
                return true;
            }
        }
        return false;
    }

    /** Each page has its own page of Learn. */
    @FXML
    void learnMore() {
        learn.accept(topic(model.page().get()));
    }

    private static Topic topic(Page page) {
        return switch (page) {
            case SERVER -> Topic.SERVER;
            case ADDRESSES -> Topic.ADDRESSES;
            case AUDIENCE -> Topic.RISKS;
            case FIREWALL -> Topic.RULES;
            case ROUTER -> Topic.NAT;
            case OPEN -> Topic.FORWARDING;
            case DONE -> Topic.TRYING;
        };
    }

    @FXML
    void cancel() {
        cancelling.run();
    }

    @FXML
    void back() {
        model.back();
    }

    @FXML
    void next() {
        model.act();
    }
}
