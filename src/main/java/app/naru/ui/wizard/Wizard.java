package app.naru.ui.wizard;

import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.server.ServerProbe;
import app.naru.settings.SavedForward;
import app.naru.text.Texts;
import app.naru.ui.AudienceDraft;
import app.naru.ui.Controllers;
import app.naru.ui.DialogQuestions;
import app.naru.ui.Fxml;
import app.naru.ui.OwnedWindow;
import app.naru.ui.Questions.Question;
import app.naru.ui.Reading;
import app.naru.ui.Theme;
import app.naru.ui.UiContext;
import app.naru.ui.Words;
import app.naru.ui.internet.CheckWindow;
import app.naru.ui.learn.LearnPage;
import app.naru.ui.learn.Topic;
import app.naru.ui.wizard.OpeningViewModel.Progress;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/**
 * The wizard's window: from a server to the link to hand out. Made for one forward; a further one
 * takes another wizard. Everything is called on the JavaFX thread.
 */
final class Wizard {

    private static final String FOLDER = "/app/naru/ui/wizard/";
    private static final double WIDTH = 940;
    private static final double HEIGHT = 700;
    private static final double LEAST_WIDTH = 820;
    private static final double LEAST_HEIGHT = 480;

    /** Someone who has just started their server waits about that long for it to be listed. */
    private static final Duration BETWEEN_LOOKS = Duration.seconds(2);

    private final UiContext context;
    private final Draft draft;
    private final ServerViewModel server;
    private final PresetViewModel presets;
    private final AddressesViewModel addresses;
    private final FirewallViewModel firewall;
    private final RouterViewModel router;
    private final OpeningViewModel opening;
    private final DoneViewModel done;
    private final WizardViewModel wizard;
    private final Stage stage = new Stage();
    private final Timeline looking;
    private Texts texts;
    private boolean closing;

    /**
     * @param samplePage the page to try with; outlives the wizard, for the forward leads there
     * @param probe tells what kind the servers are
     * @param existing the forward to change; empty for a new one
     */
    Wizard(
            UiContext context,
            SampleHost samplePage,
            ServerProbe probe,
            Optional<Forward> existing) {
        this.context = context;
        this.texts = context.texts();
        draft =
                new Draft(
                        existing,
                        context.settings().forwards().stream().map(SavedForward::forward).toList(),
                        new Surroundings(
                                context.live().situationProperty(), probe::ask, context.tasks()),
                        sentence -> texts.say(sentence));
        server = new ServerViewModel(draft, samplePage);
        presets = new PresetViewModel(draft, server.chosen(), context.settings().presets());
        addresses = new AddressesViewModel(draft);
        firewall = new FirewallViewModel(draft);
        router = new RouterViewModel(draft, context.forwards()::lookAtRouter, context.tasks());
        opening = new OpeningViewModel(draft, context.savedForwards(), context.tasks());
        done =
                new DoneViewModel(
                        opening.progress(),
                        draft.situation(),
                        context.forwards()::status,
                        context.checks());
        wizard =
                new WizardViewModel(
                        draft,
                        opening.progress(),
                        new WizardViewModel.Actions(
                                opening.canOpen(), opening::open, stage::close));
        looking = new Timeline(new KeyFrame(BETWEEN_LOOKS, tick -> context.live().refresh()));
        looking.setCycleCount(Animation.INDEFINITE);
        opening.progress().subscribe(this::followProgress);
        draft.audience().audience().subscribe(this::lookOutside);
    }

    /** The address on the Internet is looked for as soon as somebody there shall come. */
    private void lookOutside(Reading<Audience> chosen) {
        if (chosen.good().filter(Audience.Internet.class::isInstance).isPresent()) {
            context.outside().want();
        }
    }

    /**
     * Shows the window.
     *
     * @param owner the window it stays in front of
     */
    void show(Window owner) {
        OwnedWindow.put(stage, owner);
        stage.initModality(Modality.WINDOW_MODAL);
        show();
    }

    /** No larger than the screen, and than the window that it stays in front of. */
    private void fit() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        Window owner = stage.getOwner();
        if (owner != null && owner.getWidth() > 0) {
            width = Math.min(width, owner.getWidth());
            height = Math.min(height, owner.getHeight());
        }
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setWidth(Math.max(LEAST_WIDTH, width));
        stage.setHeight(Math.max(LEAST_HEIGHT, height));
    }

    /** Shows the window on its own. */
    void show() {
        stage.setOnCloseRequest(event -> {
            event.consume();
            cancel();
        });
        stage.setOnShown(event -> {
            context.live().refresh();
            looking.play();
        });
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> looking.stop());
        build();
        fit();
        stage.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        stage.show();
    }

    /** Lists and fields keep Escape to themselves, and the last page has no button for it. */
    private void pressed(KeyEvent event) {
        boolean popup =
                Window.getWindows().stream()
                        .anyMatch(each ->
                                each instanceof PopupWindow
                                        && !(each instanceof Tooltip)
                                        && each.isShowing());
        if (event.getCode() == KeyCode.ESCAPE && !popup) {
            event.consume();
            cancel();
        }
    }

    private void learn(Topic topic) {
        LearnPage.open(context.withTexts(texts), stage, topic);
    }

    private void checkFromOutside(Forward forward) {
        CheckWindow.open(context.withTexts(texts), stage, forward);
    }

    /** Says everything in another language from now on; what was entered stays. */
    void speak(Texts other) {
        texts = other;
        build();
    }

    /** Begins where it is chosen who may come, which is to be everyone. */
    void openToInternet() {
        draft.audience().who().set(AudienceDraft.Who.INTERNET);
        wizard.goTo(WizardViewModel.Page.AUDIENCE);
    }

    /** Begins with the page that Naru serves itself. */
    void useSample() {
        server.useSample();
    }

    /** Returns the window, to follow and to close. */
    Stage stage() {
        return stage;
    }

    private void build() {
        Words words = new Words(texts);
        Fxml fxml = new Fxml(texts);
        Controllers controllers = controllers(words, fxml);
        Parent root = fxml.load(FOLDER + "wizard.fxml", controllers);
        stage.setTitle(texts.say(draft.editing() ? "wizard.title.edit" : "wizard.title"));
        if (stage.getScene() == null) {
            Scene scene = new Scene(root, WIDTH, HEIGHT);
            scene.getStylesheets()
                    .add(
                            Objects.requireNonNull(Wizard.class.getResource(FOLDER + "wizard.css"))
                                    .toExternalForm());
            stage.setScene(scene);
        } else {
            stage.getScene().setRoot(root);
        }
        stage.getScene()
                .getAccelerators()
                .put(new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN), wizard::back);
        Theme.dress(stage.getScene(), texts);
    }

    private Controllers controllers(Words words, Fxml fxml) {
        Controllers pages =
                Controllers.of(ServerController.class, () -> new ServerController(server, words))
                        .and(
                                PresetController.class,
                                () ->
                                        new PresetController(
                                                presets, words, context.clipboard(), this::learn))
                        .and(
                                AddressesController.class,
                                () ->
                                        new AddressesController(
                                                addresses, words, context.clipboard()))
                        .and(
                                AudienceController.class,
                                () -> new AudienceController(draft.audience(), words))
                        .and(
                                FirewallController.class,
                                () -> new FirewallController(firewall, words, context))
                        .and(
                                RouterController.class,
                                () ->
                                        new RouterController(
                                                router,
                                                words,
                                                context.clipboard(),
                                                context.browser()))
                        .and(
                                OpeningController.class,
                                () ->
                                        new OpeningController(
                                                opening,
                                                words,
                                                context.preferences(),
                                                () -> wizard.goTo(WizardViewModel.Page.ADDRESSES)))
                        .and(
                                DoneController.class,
                                () ->
                                        new DoneController(
                                                done,
                                                words,
                                                context.withTexts(texts),
                                                this::checkFromOutside));
        return pages.and(
                WizardController.class,
                () ->
                        new WizardController(
                                wizard,
                                words,
                                page -> fxml.load(FOLDER + file(page), pages),
                                this::learn,
                                this::cancel));
    }

    private static String file(WizardViewModel.Page page) {
        return switch (page) {
            case SERVER -> "server.fxml";
            case ADDRESSES -> "addresses.fxml";
            case AUDIENCE -> "audience.fxml";
            case FIREWALL -> "firewall.fxml";
            case ROUTER -> "router.fxml";
            case OPEN -> "opening.fxml";
            case DONE -> "done.fxml";
        };
    }

    /** Closes the window; what is open half-way is taken back first, after asking. */
    private void cancel() {
        if (!opening.isRunning()) {
            stage.close();
        } else if (!closing) {
            new DialogQuestions(texts, stage)
                    .ask(
                            new Question(
                                    Sentence.of("wizard.cancel.title"),
                                    Sentence.of("wizard.cancel.detail"),
                                    Sentence.of("wizard.cancel.yes"),
                                    true),
                            this::stopAndClose);
        }
    }

    /** It may have ended while the question was on show. */
    private void stopAndClose() {
        if (opening.isRunning()) {
            closing = true;
            opening.stop();
        }
    }

    private void followProgress(Progress now) {
        switch (now) {
            case Progress.Running running -> looking.stop();
            case Progress.Ready ready when closing -> stage.close();
            case Progress.Ready ready -> looking.play();
            case Progress.Failed failed when closing -> closing = false;
            case Progress.Failed failed -> looking.play();
            case Progress.Open open -> looking.play();
        }
    }
}
