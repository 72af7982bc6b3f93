package app.naru.ui.wizard;

import static org.awaitility.Awaitility.await;

import app.naru.FreePorts;
import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.internet.OutsideView;
import app.naru.internet.Standpoint;
import app.naru.path.Forwards;
import app.naru.path.Journal;
import app.naru.path.SavedForwards;
import app.naru.router.Found;
import app.naru.server.Listener;
import app.naru.server.Program;
import app.naru.settings.Preferences;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import app.naru.survey.Collector;
import app.naru.survey.Fact;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.survey.Survey;
import app.naru.text.Texts;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.LiveSituation;
import app.naru.ui.LookingAlone;
import app.naru.ui.PatientRobot;
import app.naru.ui.PreferencesViewModel;
import app.naru.ui.Theme;
import app.naru.ui.UiContext;
import app.naru.ui.WizardOpener;
import app.naru.wsl.Wsl;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The wizard in front of a window, on a PC with one real server, and who clicks through it. */
final class WizardScreen implements AutoCloseable {

    static final InetAddress LAN = ownAddress();

    final PatientRobot robot = new PatientRobot();
    final List<String> copied = new CopyOnWriteArrayList<>();
    final AtomicReference<List<Listener>> listeners = new AtomicReference<>(List.of());

    /** The listeners are told when it is down. */
    final AtomicReference<CountDownLatch> looked = new AtomicReference<>(new CountDownLatch(0));

    final WizardWindows windows = new WizardWindows();
    final Stage owner;
    Settings settings;
    private final Path folder;
    private final HttpServer server;
    private final List<AutoCloseable> toClose = new ArrayList<>();

    WizardScreen(Stage stage, Path folder) throws IOException {
        this.folder = folder;
        owner = stage;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", FreePorts.one()), 0);
        byte[] page = "the server's own page".getBytes(StandardCharsets.UTF_8);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(200, page.length);
                        exchange.getResponseBody().write(page);
                    }
                });
        server.start();
        toClose.add(() -> server.stop(0));
        listeners.set(djangos(port()));
        new Theme(() -> false).apply(Preferences.Theme.LIGHT);
        stage.setScene(new Scene(new Pane(), 1000, 720));
        stage.show();
        windows.open(context(), stage, new WizardOpener.Start.New());
    }

    /** The address at which others find this machine; where it has none, one of its loopback. */
    private static InetAddress ownAddress() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address ->
                            address instanceof Inet4Address && !address.isLoopbackAddress())
                    .findFirst()
                    .orElse(Address.parse("127.0.0.2"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a Django on loopback at each of the ports. */
    static List<Listener> djangos(Port... ports) {
        Program django = new Program(1, "python3", Optional.empty(), "python3 manage.py runserver");
        return Stream.of(ports)
                .map(port ->
                        new Listener(
                                Protocol.TCP,
                                Address.parse("127.0.0.1"),
                                port,
                                Optional.of(django)))
                .toList();
    }

    /** Returns the port of the real server. */
    Port port() {
        return new Port(server.getAddress().getPort());
    }

    UiContext context() throws IOException {
        Situation unseen =
                Situation.unseen(Situation.OperatingSystem.LINUX, Scenes.OWN_PID, Optional.empty());
        Survey survey = survey(unseen);
        toClose.add(survey);
        SettingsFolder files = new SettingsFolder(folder.resolve(String.valueOf(port())));
        Clock clock = Clock.systemUTC();
        settings = new Settings(files, clock);
        Forwards forwards =
                new Forwards(
                        Journal.open(files.journals(), "test-" + System.nanoTime(), clock),
                        Optional.empty(),
                        List::of,
                        progress -> new Found(List.of()),
                        Optional.empty(),
                        () -> settings.preferences().limits(),
                        unseen,
                        clock);
        toClose.add(forwards);
        BackgroundTasks tasks =
                BackgroundTasks.onToolkit(failure -> {
                    throw new IllegalStateException(failure);
                });
        toClose.add(tasks);
        SavedForwards saved = new SavedForwards(settings, forwards, clock);
        return new UiContext(
                Texts.in(Locale.ENGLISH),
                settings,
                new PreferencesViewModel(settings, tasks, failure -> {}),
                pageId -> {},
                saved,
                forwards,
                new LiveSituation(survey, forwards, tasks),
                LookingAlone.checks(survey, forwards, saved, tasks),
                new OutsideView(Optional::empty, () -> Standpoint.UNKNOWN, clock),
                Optional.empty(),
                tasks,
                clock,
                link -> {},
                copied::add);
    }

    private Survey survey(Situation unseen) {
        NetInterface lan =
                new NetInterface(
                        1,
                        "eth0",
                        "",
                        NetInterface.Kind.ETHERNET,
                        List.of(new NetInterface.Assigned(LAN, 24)),
                        Optional.empty());
        Network network = new Network(List.of(lan), List.of());
        Fact<Wsl> noWsl = new Fact.Unknown<>(Sentence.of("survey.wsl.notHere"));
        return new Survey(
                unseen,
                List.of(
                        collector(() -> new Fact.Known<>(network), Situation::withNetwork),
                        collector(
                                () -> {
                                    looked.get().await();
                                    return new Fact.Known<>(listeners.get());
                                },
                                Situation::withListeners),
                        collector(() -> noWsl, Situation::withWsl)));
    }

    private static <T> Collector<T> collector(
            Callable<Fact<T>> source, BiFunction<Situation, Fact<T>, Situation> into) {
        return new Collector<>("network", Duration.ofSeconds(5), source, into);
    }

    /** Hides the wizard, for another to be opened otherwise. */
    void hide() {
        robot.interact(() -> wizard().hide());
    }

    /** Returns the window of the wizard; the other one is its owner, and others are tooltips. */
    Stage wizard() {
        return stages().filter(each -> each != owner).findFirst().orElseThrow();
    }

    private static Stream<Stage> stages() {
        return Window.getWindows().stream().filter(Stage.class::isInstance).map(Stage.class::cast);
    }

    void open(WizardOpener.Start start) throws IOException {
        open(context(), start);
    }

    void open(UiContext context, WizardOpener.Start start) {
        robot.interact(() -> windows.open(context, owner, start));
    }

    void goOn(String title) {
        awaitTrue(() -> !find("#next").isDisabled());
        robot.type(KeyCode.ENTER);
        awaitTitle(title);
    }

    void awaitTitle(String title) {
        awaitTrue(() -> robot.textIn("#title").equals(title));
    }

    static String get(String link) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(link)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    void awaitShown(String query) {
        robot.untilShown(query);
    }

    /** Waits until nothing is left but the window behind the wizard. */
    void awaitClosed() {
        awaitTrue(() -> stages().count() == 1);
    }

    /** Waits until that is so, as looked at on the JavaFX thread. */
    void awaitTrue(Callable<Boolean> condition) {
        await().until(() -> PatientRobot.seen(condition));
    }

    <N extends Node> N find(String query) {
        return robot.lookup(query).query();
    }

    String text(String query) {
        return this.<TextInputControl>find(query).getText();
    }

    String label(String query) {
        return this.<Labeled>find(query).getText();
    }

    @Override
    public void close() throws Exception {
        robot.interact(() -> {
            windows.close();
            List.copyOf(Window.getWindows()).forEach(Window::hide);
        });
        for (AutoCloseable each : toClose.reversed()) {
            each.close();
        }
    }
}
