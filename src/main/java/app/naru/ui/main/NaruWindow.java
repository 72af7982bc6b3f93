package app.naru.ui.main;

import app.naru.diagnosis.Attendance;
import app.naru.diagnosis.Examiner;
import app.naru.diagnosis.Finding;
import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.internet.OutsideView;
import app.naru.path.Forwards;
import app.naru.path.SavedForwards;
import app.naru.settings.AutoStart;
import app.naru.settings.Preferences;
import app.naru.settings.Settings;
import app.naru.survey.Survey;
import app.naru.text.Texts;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.DialogQuestions;
import app.naru.ui.ErrorScreen;
import app.naru.ui.LinkOpener;
import app.naru.ui.Page;
import app.naru.ui.Repeating;
import app.naru.ui.Theme;
import app.naru.ui.UiContext;
import app.naru.ui.WizardOpener;
import app.naru.ui.internet.CheckWindow;
import app.naru.ui.internet.ContactsWindow;
import app.naru.ui.tray.NaruPicture;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Naru's main window and what belongs to it, from its start to its end. */
public final class NaruWindow implements WindowCommands {

    private static final double WIDTH = 1_080;
    private static final double HEIGHT = 720;
    private static final double LEAST_WIDTH = 820;
    private static final double LEAST_HEIGHT = 480;

    /** Now and then, open ways are looked at without being asked. */
    private static final Duration WATCH_EVERY = Duration.ofMinutes(3);

    /**
     * What visitors meet, and that a server has come or gone, shows within ten seconds; what is
     * told of it takes a second look.
     */
    private static final Duration GLANCE_EVERY = Duration.ofSeconds(5);

    private final Parts parts;
    private final Stage stage;
    private final Runnable exit;
    private final Function<Locale, Texts> speech;
    private final Theme theme;
    private final Models models;
    private final PageChoice pages;
    private final UiContext context;
    private final Residence residence;
    private final Repeating everySecond;
    private final Repeating watching;
    private final Repeating glancing;
    private final Scene scene = new Scene(new Region(), WIDTH, HEIGHT);
    private final CountDownLatch ended = new CountDownLatch(1);
    private Texts texts;
    private Optional<FrameController> frame = Optional.empty();
    private volatile boolean onScreen;

    /**
     * What the window is made of.
     *
     * @param wizard what "open a server" opens
     * @param networkChanges is given what to do when the network has changed, on any thread
     * @param pages the pages after that of the forwards, in the order of the rail
     * @param systemIsDark whether the system's programs are dark
     * @param autoStart has Naru start with the system; empty where that can't be
     * @param tray whether a tray icon is wanted where the system has a tray
     */
    public record Parts(
            Settings settings,
            SavedForwards savedForwards,
            Forwards forwards,
            Survey survey,
            OutsideView outside,
            Examiner examiner,
            Attendance attendance,
            Clock clock,
            WizardOpener wizard,
            Consumer<Runnable> networkChanges,
            List<Page> pages,
            BooleanSupplier systemIsDark,
            Optional<AutoStart> autoStart,
            boolean tray) {
        public Parts {
            pages = List.copyOf(pages);
        }
    }

    /** Makes the window on this stage, not yet shown. On the JavaFX thread. */
    NaruWindow(Stage stage, Parts parts, Runnable exit) {
        this(stage, parts, Texts::in, exit);
    }

    /**
     * Makes the window on this stage, not yet shown. On the JavaFX thread.
     *
     * @param speech the texts of a language
     */
    NaruWindow(Stage stage, Parts parts, Function<Locale, Texts> speech, Runnable exit) {
        this.speech = speech;
        this.stage = stage;
        this.parts = parts;
        this.exit = exit;
        theme = new Theme(parts.systemIsDark());
        texts = textsFor(parts.settings().preferences());
        BackgroundTasks tasks =
                BackgroundTasks.onToolkit(new ErrorScreen(() -> texts, NaruWindow::copy));
        models = Models.of(parts, tasks);
        pages =
                new PageChoice(
                        Stream.concat(Stream.of(forwards()), parts.pages().stream()).toList());
        context =
                new UiContext(
                        texts,
                        parts.settings(),
                        models.preferences(),
                        pages,
                        parts.savedForwards(),
                        parts.forwards(),
                        models.live(),
                        models.checks(),
                        parts.outside(),
                        parts.autoStart(),
                        tasks,
                        parts.clock(),
                        this::browse,
                        NaruWindow::copy);
        residence = new Residence(stage, models, context, () -> texts, this, this::end);
        everySecond =
                new Repeating(Duration.ofSeconds(1), models.list()::refresh)
                        .whenever(() -> onScreen && models.list().haveMoved());
        watching = new Repeating(WATCH_EVERY, models.checks()::watch);
        glancing = new Repeating(GLANCE_EVERY, models.checks()::glance);
        models.checks().whenFailing(this::tellFailing);
        models.checks().whenWorking(forward -> models.notices().noLongerFailing(forward.id()));
        models.checks().countProperty().subscribe((before, now) -> models.list().refresh());
    }

    private Page forwards() {
        return new Page(
                "forwards",
                "forwards.title",
                Material2OutlinedMZ.SWAP_CALLS,
                Page.Place.TOP,
                inLanguage -> new ForwardsController(inLanguage, models, this).load());
    }

    /**
     * Shows the window; returns when it is there.
     *
     * @param visible whether to show the window; otherwise Naru is in the tray alone, unless there
     *     turns out to be none
     * @throws IllegalStateException if JavaFX was not started by this
     * @throws UnsupportedOperationException if there is no display
     */
    public static NaruWindow launch(JavaFxStart javaFx, Parts parts, boolean visible) {
        javaFx.await();
        CompletableFuture<NaruWindow> window = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                NaruWindow made = new NaruWindow(new Stage(), parts, Platform::exit);
                made.start(visible);
                window.complete(made);
            } catch (RuntimeException e) {
                window.completeExceptionally(e);
            }
        });
        return window.join();
    }

    /** Shows the window for the first time, if it is to be visible, and looks at this PC. */
    void start(boolean visible) {
        // read while the window is being made
        models.list().refresh();
        theme.apply(models.preferences().preferences().theme());
        build();
        models.preferences().preferencesProperty().subscribe((before, now) -> apply(before, now));
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            residence.close();
        });
        fit();
        if (visible) {
            stage.show();
            FirstFrame.of(scene, this::settle);
        } else {
            settle();
        }
    }

    /** What is not to be seen in the first moment, and would only keep the window from its own. */
    private void settle() {
        if (ended.getCount() == 0) {
            return;
        }
        everySecond.start();
        stage.showingProperty().and(stage.iconifiedProperty().not()).subscribe(this::onScreen);
        watching.start();
        glancing.start();
        models.list().afterRefresh(residence::update);
        models.main().start();
        takeIcons();
        residence.moveIn(parts.tray());
        parts.outside()
                .whenWanted(() -> context.tasks().onViewThread(() -> context.live().refresh()));
        parts.networkChanges().accept(() -> context.tasks().onViewThread(this::networkChanged));
    }

    private void networkChanged() {
        context.live().refresh(models.checks()::watch);
    }

    private void tellFailing(Forward forward, Finding finding) {
        Sentence what = Sentence.of("check.failing", forward.name(), finding.sentence());
        models.notices().add(new Notice.Failing(forward.id(), what));
        if (models.preferences().preferences().notifications()) {
            residence.tell(what);
        }
    }

    /** No larger than a small laptop's screen. */
    private void fit() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
    }

    /** The icons are drawn by AWT, which takes a moment to start: after the window is there. */
    private void takeIcons() {
        context.tasks()
                .task(() -> NaruPicture.windowIcons().toList())
                .onSuccess(icons -> stage.getIcons().setAll(WindowIcon.all(icons)))
                .run();
    }

    private void build() {
        frame.ifPresent(FrameController::release);
        FrameController made = new FrameController(context.withTexts(texts), models, pages, this);
        Optional<String> focused =
                Optional.ofNullable(scene.getFocusOwner()).map(Node::getId).map("#"::concat);
        scene.setRoot(made.load());
        focused.map(scene::lookup).ifPresent(Node::requestFocus);
        Theme.dress(scene, texts);
        made.takeKeys(scene);
        frame = Optional.of(made);
        scene.getAccelerators()
                .put(
                        KeyCombination.valueOf("Shortcut+N"),
                        () -> openWizard(new WizardOpener.Start.New()));
        stage.setTitle(texts.say("app.name"));
    }

    private void apply(Preferences before, Preferences now) {
        if (before.theme() != now.theme()) {
            theme.apply(now.theme());
        }
        if (!before.language().equals(now.language())) {
            texts = textsFor(now);
            build();
            residence.update();
            parts.wizard().speak(texts);
        }
    }

    private Texts textsFor(Preferences preferences) {
        return speech.apply(preferences.languageOr(Locale.getDefault()));
    }

    /** What has come meanwhile is to be seen at once. */
    private void onScreen(boolean now) {
        onScreen = now;
        if (now) {
            models.list().refresh();
        }
    }

    private static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    private void browse(URI link) {
        context.tasks()
                .task(() -> {
                    LinkOpener.open(link);
                    return link;
                })
                .onFailure(
                        IOException.class,
                        failure ->
                                models.notices()
                                        .add(new Notice.Told(Sentence.of("notice.browser", link))))
                .run();
    }

    @Override
    public void checkFromOutside(Forward forward) {
        CheckWindow.open(context.withTexts(texts), stage, forward);
    }

    @Override
    public void showContacts() {
        ContactsWindow.open(context.withTexts(texts), stage);
    }

    @Override
    public void openWizard(WizardOpener.Start start) {
        parts.wizard().open(context.withTexts(texts), stage, start);
    }

    @Override
    public void ask(Question question, Runnable ifYes) {
        new DialogQuestions(texts, stage).ask(question, ifYes);
    }

    @Override
    public void quit() {
        residence.quit();
    }

    /** Ends Naru without asking. */
    void end() {
        everySecond.close();
        watching.close();
        glancing.close();
        stage.hide();
        context.tasks().close();
        ended.countDown();
        exit.run();
    }

    /** Brings the window to the front. May be called on any thread. */
    public void showFromAnywhere() {
        context.tasks().onViewThread(residence::show);
    }

    /** Begins a new forward. May be called on any thread. */
    public void wizardFromAnywhere() {
        context.tasks().onViewThread(() -> openWizard(new WizardOpener.Start.New()));
    }

    /** Waits until the user has ended Naru. What is open then is the caller's to close. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }
}
