package app.naru.ui.main;

import static org.awaitility.Awaitility.await;

import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.path.ForwardStatus.State;
import app.naru.path.Traces;
import app.naru.router.Found;
import app.naru.router.RouterFinder;
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
import app.naru.ui.Page;
import app.naru.ui.PreferencesViewModel;
import app.naru.ui.Questions.Question;
import app.naru.ui.UiContext;
import app.naru.ui.WizardOpener;
import app.naru.ui.addresses.AddressesPage;
import app.naru.ui.firewall.FirewallPage;
import app.naru.ui.internet.CheckWindow;
import app.naru.ui.internet.ContactsWindow;
import app.naru.ui.learn.LearnPage;
import app.naru.ui.settings.SettingsPage;
import app.naru.ui.wizard.WizardWindows;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Every page and dialog of Naru's with things in it as people have them, over forwards that really
 * relay. A page of the window is here by being among those of {@link #pages}.
 */
final class Gallery {

    private static final Duration LIMIT = Duration.ofSeconds(30);

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

    /** The pages after that of the forwards, as {@code WindowStart} has them. */
    private static List<Page> pages(World world) {
        RouterFinder noRouter = progress -> new Found(List.of());
        Traces traces =
                new Traces(
                        world.settings,
                        world.saved,
                        world.forwards,
                        Optional.empty(),
                        noRouter,
                        Optional.empty());
        return List.of(
                FirewallPage.page(Optional.empty()),
                AddressesPage.page(noRouter),
                LearnPage.page(),
                SettingsPage.page(traces));
    }

    private World world(String name, Listener... listeners) throws IOException {
        World world = new World(folder.resolve(name), OperatingSystem.WINDOWS, List.of(listeners));
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
            NaruWindow window = new NaruWindow(stage, world.parts(pages(world)), speech, () -> {});
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
        try (World world = world("empty");
                Shown shown = open(world)) {
            Stage stage = shown.stage();
            until(() -> shown(stage, "#emptyOpen"));
            look.accept("forwards-empty", stage);
            Fx.run(() -> Shortcuts.show(texts(), stage));
            lookAtTop("shortcuts");
        }
    }

    private void visitForwards() throws IOException {
        SampleServer server = SampleServer.start(0, visitor -> "<h1>it works</h1>");
        int port = server.port().number();
        try (World world = world("used", listener(port))) {
            world.with(World.forward("aaaaaaa1", "Django", 8000, String.valueOf(port)))
                    .with(
                            World.forward(
                                    "aaaaaaa2",
                                    "Minecraft",
                                    25565,
                                    "wsl:Ubuntu-24.04:25565",
                                    new Audience.Internet()));
            visit(world, server, port);
        } finally {
            server.close();
        }
    }

    private void visit(World world, SampleServer server, int port) throws IOException {
        try (Shown shown = open(world)) {
            Stage stage = shown.stage();
            until(() -> shown(stage, "#onOff"));
            look.accept("forwards-closed", stage);
            Fx.run(() -> click(stage, "#expand"));
            Fx.run(() -> click(stage, "#expand"));
            world.openAsSoonAsItCan(world.settings.forwards().getFirst().forward());
            visitors(8000);
            until(() -> world.saved.list().getFirst().state() == State.OPEN);
            until(() -> shown(stage, "#visitors") && shown(stage, "#qr"));
            look.accept("forwards-open", stage);
            for (Page page : pages(world)) {
                Fx.run(() -> click(stage, "#page-" + page.id()));
                until(() -> shown(stage, "#page-" + page.id()));
                look.accept("page-" + page.id(), stage);
            }
            dialogs(world, stage);
            wizard(world, stage, port);
            Fx.run(() -> click(stage, "#page-forwards"));
            checks(world, stage, server);
        }
    }

    /** It works, then it does not, which is told at the top, and a fix that can be undone. */
    private void checks(World world, Stage stage, SampleServer server) throws IOException {
        check(stage);
        until(() -> shown(stage, "#checkAnswer") && !shown(stage, "#checkProgress"));
        look.accept("forwards-works", stage);
        server.close();
        check(stage);
        until(() -> shown(stage, "#problemPlace"));
        check(stage);
        until(() -> shown(stage, ".notices .notice"));
        look.accept("forwards-problem", stage);
        world.saved.close(world.saved.list().getLast().forward().id(), step -> {});
        until(() -> !shown(stage, "#problemPlace"));
        check(stage);
        until(() -> shown(stage, "#fix"));
        look.accept("forwards-fix", stage);
        Fx.run(() -> click(stage, "#fix"));
        until(() -> shown(stage, "#undoFix"));
        until(() -> !shown(stage, "#checkProgress"));
        look.accept("forwards-fixed", stage);
    }

    /** While a look is under way, the same button ends it. */
    private void check(Stage stage) {
        until(() -> !shown(stage, "#checkProgress"));
        Fx.run(() -> click(stage, "#check"));
    }

    private void visitMany() throws IOException {
        try (World world = world("many")) {
            String[] names = {
                "Django", "Vite", "Minecraft", "SSH", "Spring", "Grafana", "Jupyter", "Nextcloud"
            };
            for (int i = 0; i < names.length; i++) {
                world.with(
                        World.forward("bbbbbbb" + i, names[i], 8000 + i, String.valueOf(3000 + i)));
            }
            try (Shown shown = open(world)) {
                until(() -> shown(shown.stage(), "#search"));
                Fx.run(() -> click(shown.stage(), "#expand"));
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
        lookAtTop("check-from-outside");
        context.tasks().close();
    }

    private void wizard(World world, Stage stage, int port) {
        UiContext context = context(world);
        WizardWindows wizards = new WizardWindows();
        Fx.run(() -> wizards.open(context, stage, new WizardOpener.Start.New()));
        Window window = top();
        until(() -> shown(window, "#port"));
        until(() -> Fx.get(() -> window.getScene().lookup(".server-cell") != null));
        Fx.run(() -> ((TextField) window.getScene().lookup("#port")).setText("" + port));
        for (String page : List.of("server", "addresses", "audience", "firewall")) {
            until(() -> !Fx.get(() -> window.getScene().lookup("#next").isDisabled()));
            look.accept("wizard-" + page, window);
            if (page.equals("addresses")) {
                Fx.run(() -> ((TextField) window.getScene().lookup("#port")).setText("8080"));
                until(() -> !Fx.get(() -> window.getScene().lookup("#next").isDisabled()));
            }
            String before = title(window);
            Fx.run(() -> click(window, "#next"));
            until(() -> !title(window).equals(before));
        }
        look.accept("wizard-open", window);
        String before = title(window);
        until(() -> !Fx.get(() -> window.getScene().lookup("#next").isDisabled()));
        Fx.run(() -> click(window, "#next"));
        until(() -> !title(window).equals(before));
        look.accept("wizard-done", window);
        Fx.run(window::hide);
        context.tasks().close();
        Fx.run(wizards::close);
    }

    private static String title(Window window) {
        return Fx.get(() -> ((Labeled) window.getScene().lookup("#title")).getText());
    }

    private UiContext context(World world) {
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
                        world.forwards,
                        new LiveSituation(world.survey, world.forwards, tasks),
                        LookingAlone.checks(world.survey, world.forwards, world.saved, tasks),
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

    private static Window top() {
        List<Window> all = Fx.get(() -> new ArrayList<>(Window.getWindows()));
        return all.getLast();
    }

    private static boolean shown(Window window, String query) {
        return Fx.get(() ->
                window.getScene().getRoot().lookupAll(query).stream().anyMatch(Gallery::isShown));
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private static void click(Window window, String query) {
        Node node = window.getScene().lookup(query);
        if (node instanceof ButtonBase button) {
            button.fire();
        } else {
            throw new AssertionError("no button " + query);
        }
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(LIMIT).until(condition);
    }
}
