package app.naru.ui.main;

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
import app.naru.ui.Controllers;
import app.naru.ui.DialogQuestions;
import app.naru.ui.ErrorScreen;
import app.naru.ui.LinkOpener;
import app.naru.ui.LiveSituation;
import app.naru.ui.Theme;
import app.naru.ui.UiContext;
import app.naru.ui.WizardOpener;
import app.naru.ui.internet.CheckWindow;
import app.naru.ui.internet.ContactsWindow;
import app.naru.ui.tray.AwtTray;
import app.naru.ui.tray.NaruPicture;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Naru's main window and what belongs to it, from its start to its end. */
public final class NaruWindow implements WindowCommands {

    private static final double WIDTH = 980;
    private static final double HEIGHT = 700;
    private static final double LEAST_WIDTH = 820;
    private static final double LEAST_HEIGHT = 480;

    private final Parts parts;

    /** Now and then, open ways are looked at without being asked. */
    private static final Duration WATCH_EVERY = Duration.minutes(3);

    private final Stage stage;
    private final Runnable exit;
    private final Theme theme;
    private final UiContext context;
    private final Notices notices;
    private final MainViewModel model;
    private final Checks checks;
    private final Timeline watching;
    private final PreferencesViewModel preferences;
    private final Scene scene = new Scene(new Region(), WIDTH, HEIGHT);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Timeline everySecond;
    private Texts texts;
    private Optional<MainController> controller = Optional.empty();
    private Optional<TrayPresence> tray = Optional.empty();

    /** Whether it has turned out if the system has a tray; AWT takes a second to tell. */
    private boolean trayKnown;

    private boolean closeWhenTrayKnown;

    /**
     * What the window is made of.
     *
     * @param wizard what "open a server" opens
     * @param networkChanges is given what to do when the network has changed, on any thread
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
            Clock clock,
            WizardOpener wizard,
            Consumer<Runnable> networkChanges,
            BooleanSupplier systemIsDark,
            Optional<AutoStart> autoStart,
            boolean tray) {}

    /** Makes the window on this stage, not yet shown. On the JavaFX thread. */
    NaruWindow(Stage stage, Parts parts, Runnable exit) {
        this.stage = stage;
        this.parts = parts;
        this.exit = exit;
        theme = new Theme(parts.systemIsDark());
        texts = textsFor(parts.settings().preferences());
        BackgroundTasks tasks =
                BackgroundTasks.onToolkit(new ErrorScreen(() -> texts, NaruWindow::copy));
        LiveSituation live = new LiveSituation(parts.survey(), parts.forwards(), tasks);
        notices = new Notices(parts.settings().troubles());
        checks =
                new Checks(
                        parts.examiner(),
                        parts.forwards(),
                        parts.savedForwards(),
                        tasks,
                        notices,
                        parts.clock());
        model =
                new MainViewModel(
                        parts.savedForwards(), parts.forwards(), live, tasks, notices, checks);
        preferences = new PreferencesViewModel(parts.settings(), tasks, notices);
        context =
                new UiContext(
                        texts,
                        parts.settings(),
                        parts.savedForwards(),
                        parts.forwards(),
                        live,
                        parts.outside(),
                        parts.autoStart(),
                        tasks,
                        parts.clock(),
                        this::browse,
                        NaruWindow::copy);
        everySecond = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
        everySecond.setCycleCount(Animation.INDEFINITE);
        watching = new Timeline(new KeyFrame(WATCH_EVERY, event -> checks.watch()));
        watching.setCycleCount(Animation.INDEFINITE);
        checks.whenFailing(this::tellFailing);
        checks.countProperty().subscribe((before, now) -> model.refresh());
    }

    /**
     * Starts JavaFX and shows the window; returns when it is there.
     *
     * @param visible whether to show the window; otherwise Naru is in the tray alone, unless there
     *     turns out to be none
     * @throws IllegalStateException if JavaFX runs already
     * @throws UnsupportedOperationException if there is no display
     */
    public static NaruWindow launch(Parts parts, boolean visible) {
        CompletableFuture<NaruWindow> window = new CompletableFuture<>();
        Platform.setImplicitExit(false);
        Platform.startup(() -> {
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
        theme.apply(preferences.preferencesProperty().get().theme());
        build();
        preferences.preferencesProperty().subscribe((before, now) -> apply(before, now));
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        fit();
        if (visible) {
            stage.show();
        }
        everySecond.play();
        watching.play();
        model.afterRefresh(this::updateTray);
        model.start();
        takeIcons();
        parts.outside()
                .whenWanted(() -> context.tasks().onViewThread(() -> context.live().refresh()));
        parts.networkChanges().accept(() -> context.tasks().onViewThread(this::networkChanged));
    }

    private void networkChanged() {
        context.live().refresh(checks::watch);
    }

    private void tellFailing(Forward forward, Finding finding) {
        Sentence what = Sentence.of("check.failing", forward.name(), finding.sentence());
        notices.add(new Notice.Told(what));
        tray.ifPresent(presence -> presence.tell(texts.say("app.name"), texts.say(what)));
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
        if (parts.tray()) {
            context.tasks()
                    .task(() -> AwtTray.show(this::showFromAnywhere))
                    .onSuccess(found ->
                            tray = found.map(icon -> new TrayPresence(icon, model, context, this)))
                    .onSuccess(found -> trayIsKnown())
                    .run();
        } else {
            trayIsKnown();
        }
    }

    private void trayIsKnown() {
        trayKnown = true;
        updateTray();
        if (closeWhenTrayKnown) {
            close();
        } else if (tray.isEmpty() && !stage.isShowing()) {
            // it was to start in the tray: without one nobody would find it
            show();
        }
    }

    private void updateTray() {
        tray.ifPresent(presence -> presence.update(texts));
    }

    private void build() {
        controller.ifPresent(MainController::release);
        UiContext inLanguage = context.withTexts(texts);
        MainController made =
                new MainController(
                        inLanguage,
                        new MainController.Models(model, preferences, notices, checks),
                        this);
        Parent root =
                inLanguage
                        .fxml()
                        .load(
                                "/app/naru/ui/main/main.fxml",
                                Controllers.of(MainController.class, () -> made));
        controller = Optional.of(made);
        scene.setRoot(root);
        Theme.dress(scene, texts);
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
            updateTray();
            parts.wizard().speak(texts);
        }
    }

    private static Texts textsFor(Preferences preferences) {
        return Texts.in(preferences.languageOr(Locale.getDefault()));
    }

    private void tick() {
        if (stage.isShowing() && !stage.isIconified()) {
            model.refresh();
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
                                notices.add(new Notice.Told(Sentence.of("notice.browser", link))))
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

    /** Goes to the tray, or where there is none ends Naru. */
    private void close() {
        if (!trayKnown) {
            closeWhenTrayKnown = true;
        } else if (tray.isEmpty()) {
            quit();
        } else if (preferences.preferencesProperty().get().toldAboutTray()) {
            stage.hide();
        } else {
            ask(
                    new Question(
                            Sentence.of("tray.first.title"),
                            Sentence.of("tray.first.text"),
                            Sentence.of("tray.first.yes"),
                            false),
                    () -> {
                        preferences.toldAboutTray();
                        stage.hide();
                    });
        }
    }

    @Override
    public void quit() {
        int open = model.open();
        if (open == 0) {
            end();
            return;
        }
        show();
        ask(
                new Question(
                        Sentence.of("quit.title"),
                        Sentence.of(open == 1 ? "quit.text.one" : "quit.text.many", open),
                        Sentence.of("quit.yes"),
                        false),
                this::end);
    }

    private void end() {
        everySecond.stop();
        watching.stop();
        stage.hide();
        tray.ifPresent(TrayPresence::close);
        context.tasks().close();
        ended.countDown();
        exit.run();
    }

    /** Brings the window to the front. May be called on any thread. */
    public void showFromAnywhere() {
        context.tasks().onViewThread(this::show);
    }

    /** Begins a new forward. May be called on any thread. */
    public void wizardFromAnywhere() {
        context.tasks().onViewThread(() -> openWizard(new WizardOpener.Start.New()));
    }

    private void show() {
        stage.show();
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** Waits until the user has ended Naru. What is open then is the caller's to close. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }
}
