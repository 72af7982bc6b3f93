package app.naru.ui.main;

import static app.naru.ui.main.OnScreen.click;
import static app.naru.ui.main.OnScreen.isShown;
import static app.naru.ui.main.OnScreen.top;
import static app.naru.ui.main.OnScreen.until;
import static app.naru.ui.main.OnScreen.untilShown;

import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Port;
import app.naru.forward.Preset;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.path.ForwardStatus.State;
import app.naru.path.Forwards;
import app.naru.path.OpenToTheInternet;
import app.naru.server.Listener;
import app.naru.server.Program;
import app.naru.server.SampleServer;
import app.naru.settings.Preferences;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.text.Texts;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.DialogQuestions;
import app.naru.ui.ErrorScreen;
import app.naru.ui.LiveSituation;
import app.naru.ui.LookingAlone;
import app.naru.ui.PreferencesViewModel;
import app.naru.ui.Questions.Question;
import app.naru.ui.UiContext;
import app.naru.ui.internet.CheckWindow;
import app.naru.ui.internet.ContactsWindow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Every page and dialog of Naru's with things in it as people have them, over forwards that really
 * relay. A page of the window is here by being among those of {@link Pages}.
 */
final class Gallery {

    private final Path folder;
    private final Locale language;
    private final Preferences.Theme theme;
    private final Function<Locale, Texts> speech;
    private final BiConsumer<String, Window> look;

    /**
     * @param speech the texts of the language
     * @param look is called, not on the JavaFX thread, with the name of each view and its window
     */
    Gallery(
            Path folder,
            Locale language,
            Preferences.Theme theme,
            Function<Locale, Texts> speech,
            BiConsumer<String, Window> look) {
        this.folder = folder;
        this.language = language;
        this.theme = theme;
        this.speech = speech;
        this.look = look;
    }

    /** Shows everything, one after the other. Not on the JavaFX thread. */
    void visit() throws IOException {
        visitEmpty();
        visitForwards();
        visitMany();
    }

    private World world(String name, Home home, List<Listener> listeners) throws IOException {
        World world =
                new World(folder.resolve(name), OperatingSystem.WINDOWS, listeners, home.around());
        world.settings.preferences(
                Preferences.DEFAULT
                        .withLanguage(Optional.of(language.getLanguage()))
                        .withTheme(theme));
        return world;
    }

    /** Opens the window of that world; ending it is the caller's. */
    private Shown open(World world) {
        return Fx.get(() -> {
            Stage stage = new Stage();
            NaruWindow window = new NaruWindow(stage, world.parts(world.pages()), speech, () -> {});
            window.start(true);
            return new Shown(window, stage);
        });
    }

    private record Shown(NaruWindow window, Stage stage) implements AutoCloseable {

        @Override
        public void close() {
            Fx.run(window::end);
        }
    }

    private void visitEmpty() throws IOException {
        try (Home home = new Home();
                World world = world("empty", home, List.of());
                Shown shown = open(world)) {
            Stage stage = shown.stage();
            untilShown(stage, "#emptyOpen");
            look.accept("forwards-empty", stage);
            Fx.run(() -> Shortcuts.show(texts(), stage, 5));
            lookAtTop("shortcuts");
        }
    }

    private void visitForwards() throws IOException {
        SampleServer server = SampleServer.start(0, visitor -> "<h1>it works</h1>");
        int port = server.port().number();
        List<Listener> listeners = new CopyOnWriteArrayList<>(List.of(listener(port)));
        Runnable stop =
                () -> {
                    server.close();
                    listeners.clear();
                };
        try (Home home = new Home();
                World world = world("used", home, listeners)) {
            world.with(World.forward("aaaaaaa1", "Django", 8000, String.valueOf(port)))
                    .with(
                            World.forward(
                                    "aaaaaaa2",
                                    "Minecraft",
                                    25565,
                                    "wsl:Ubuntu-24.04:25565",
                                    new Audience.Internet()));
            world.settings.presets(
                    List.of(Preset.of(world.settings.forwards().getFirst().forward())));
            visit(world, home, stop, port);
        } finally {
            stop.run();
        }
    }

    private void visit(World world, Home home, Runnable stop, int port) throws IOException {
        try (Shown shown = open(world)) {
            Stage stage = shown.stage();
            untilShown(stage, "#onOff");
            look.accept("forwards-closed", stage);
            click(stage, "#expand");
            click(stage, "#expand");
            world.openAsSoonAsItCan(world.settings.forwards().getFirst().forward());
            visitors(8000);
            until(() -> world.saved.list().getFirst().state() == State.OPEN);
            untilShown(stage, "#visitors");
            untilShown(stage, "#qr");
            look.accept("forwards-open", stage);
            new PageGallery(stage, look).visit(world.pages());
            dialogs(world, stage);
            checkFromOutside(world, stage);
            wizard(world, home, stage, port);
            click(stage, "#page-forwards");
            stop.run();
            click(stage, "#check");
            untilShown(stage, "#problemPlace");
            look.accept("forwards-problem", stage);
        }
    }

    private void visitMany() throws IOException {
        try (Home home = new Home();
                World world = world("many", home, List.of())) {
            String[] names = {
                "Django", "Vite", "Minecraft", "SSH", "Spring", "Grafana", "Jupyter", "Nextcloud"
            };
            for (int i = 0; i < names.length; i++) {
                world.with(
                        World.forward("bbbbbbb" + i, names[i], 8000 + i, String.valueOf(3000 + i)));
            }
            try (Shown shown = open(world)) {
                untilShown(shown.stage(), "#search");
                click(shown.stage(), "#expand");
                look.accept("forwards-many", shown.stage());
            }
        }
    }

    /** Some come and go, one stays for a while. */
    private static void visitors(int port) throws IOException {
        String net = World.HERE.substring(0, World.HERE.lastIndexOf('.') + 1);
        for (String from : List.of(net + "23", net + "31")) {
            try (Socket socket = new Socket()) {
                socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
                socket.connect(new InetSocketAddress(World.HERE, port), 5_000);
                socket.getOutputStream()
                        .write(
                                "GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().readAllBytes();
            }
        }
    }

    private void dialogs(World world, Stage stage) {
        DialogQuestions questions = new DialogQuestions(texts(), stage);
        Question remove =
                new Question(
                        Sentence.of("detail.remove.title", "Django"),
                        Sentence.of("detail.remove.text"),
                        Sentence.of("detail.remove.yes"),
                        true);
        Fx.run(() -> questions.ask(remove, () -> {}));
        lookAtTop("dialog-remove");
        Fx.run(() ->
                new ErrorScreen(this::texts, text -> {})
                        .accept(new IllegalStateException("an example")));
        lookAtTop("dialog-error");
        UiContext context = context(world);
        Fx.run(() -> ContactsWindow.open(context, stage));
        lookAtTop("contacts");
        Fx.run(() ->
                CheckWindow.open(context, stage, world.settings.forwards().getFirst().forward()));
        until(() -> !isShown(top(), "#beginning"));
        lookAtTop("check-impossible");
        context.tasks().close();
    }

    /** The check from outside of something that the Internet can really reach. */
    private void checkFromOutside(World world, Stage stage) throws IOException {
        try (OpenToTheInternet open = new OpenToTheInternet(folder.resolve("outside"), "TCP")) {
            UiContext context = context(world, open.forwards);
            Fx.run(() -> CheckWindow.open(context, stage, open.forward));
            Stage check = (Stage) top();
            untilShown(check, "#qr");
            look.accept("check-from-outside", check);
            click(check, "#ask");
            untilShown(check, "#service");
            look.accept("check-by-service", check);
            Fx.run(check::close);
            context.tasks().close();
        }
    }

    private void wizard(World world, Home home, Stage stage, int port) {
        UiContext context = context(world);
        new WizardGallery(context, stage, home, look).visit(port);
        context.tasks().close();
    }

    private UiContext context(World world) {
        return context(world, world.forwards);
    }

    private UiContext context(World world, Forwards forwards) {
        BackgroundTasks tasks =
                BackgroundTasks.onToolkit(failure -> {
                    throw new IllegalStateException(failure);
                });
        return Fx.get(() ->
                new UiContext(
                        texts(),
                        world.settings,
                        new PreferencesViewModel(world.settings, tasks, failure -> {}),
                        pageId -> {},
                        world.saved,
                        forwards,
                        new LiveSituation(world.survey, forwards, tasks),
                        LookingAlone.checks(world.survey, forwards, world.saved, tasks),
                        world.outside(),
                        Optional.empty(),
                        tasks,
                        Clock.systemUTC(),
                        link -> {},
                        text -> {}));
    }

    private Texts texts() {
        return speech.apply(language);
    }

    private static Listener listener(int port) {
        return new Listener(
                Protocol.TCP,
                Address.parse("127.0.0.1"),
                new Port(port),
                Optional.of(
                        new Program(
                                4711,
                                "python.exe",
                                Optional.empty(),
                                "python.exe manage.py runserver " + port)));
    }

    private void lookAtTop(String name) {
        Window window = top();
        look.accept(name, window);
        Fx.run(window::hide);
    }
}
