package app.naru.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.internet.OutsideView;
import app.naru.internet.Standpoint;
import app.naru.path.Forwards;
import app.naru.path.Journal;
import app.naru.path.SavedForwards;
import app.naru.router.Found;
import app.naru.server.Listener;
import app.naru.server.Program;
import app.naru.settings.Preferences;
import app.naru.settings.SavedForward;
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
import app.naru.ui.PreferencesViewModel;
import app.naru.ui.Theme;
import app.naru.ui.UiContext;
import app.naru.ui.WizardOpener;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
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
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Walks the wizard with real keys and clicks, to a real server through a real relay. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
final class WizardWindowTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final InetAddress LAN = ownAddress();

    @TempDir private static Path folder;
    private final FxRobot robot = new FxRobot();
    private final List<AutoCloseable> toClose = new ArrayList<>();
    private final List<String> copied = new CopyOnWriteArrayList<>();
    private final AtomicReference<List<Listener>> listeners = new AtomicReference<>(List.of());

    /** The listeners are told when it is down. */
    private final AtomicReference<CountDownLatch> looked =
            new AtomicReference<>(new CountDownLatch(0));

    private final WizardWindows windows = new WizardWindows();
    private HttpServer server;
    private Stage owner;
    private Settings settings;
    private Forwards forwards;

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

    @Start
    void start(Stage stage) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
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
        listeners.set(
                List.of(
                        new Listener(
                                Protocol.TCP,
                                Address.parse("127.0.0.1"),
                                port(),
                                Optional.of(
                                        new Program(
                                                1,
                                                "python3",
                                                Optional.empty(),
                                                "python3 manage.py runserver")))));
        new Theme(() -> false).apply(Preferences.Theme.LIGHT);
        stage.setScene(new Scene(new Pane(), 1000, 720));
        stage.show();
        owner = stage;
        windows.open(context(), stage, new WizardOpener.Start.New());
    }

    private Port port() {
        return new Port(server.getAddress().getPort());
    }

    private UiContext context() throws IOException {
        Situation unseen =
                Situation.unseen(Situation.OperatingSystem.LINUX, Scenes.OWN_PID, Optional.empty());
        NetInterface lan =
                new NetInterface(
                        1,
                        "eth0",
                        "",
                        NetInterface.Kind.ETHERNET,
                        List.of(new NetInterface.Assigned(LAN, 24)),
                        Optional.empty());
        Survey survey =
                new Survey(
                        unseen,
                        List.of(
                                collector(
                                        () ->
                                                new Fact.Known<>(
                                                        new Network(List.of(lan), List.of())),
                                        Situation::withNetwork),
                                collector(
                                        () -> {
                                            looked.get().await();
                                            return new Fact.Known<>(listeners.get());
                                        },
                                        Situation::withListeners),
                                collector(
                                        () ->
                                                new Fact.Unknown<app.naru.wsl.Wsl>(
                                                        Sentence.of("survey.wsl.notHere")),
                                        Situation::withWsl)));
        toClose.add(survey);
        SettingsFolder files = new SettingsFolder(folder.resolve(String.valueOf(port())));
        Clock clock = Clock.systemUTC();
        settings = new Settings(files, clock);
        Journal journal = Journal.open(files.journals(), "test-" + System.nanoTime(), clock);
        forwards =
                new Forwards(
                        journal,
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

    private static <T> Collector<T> collector(
            java.util.concurrent.Callable<Fact<T>> source,
            java.util.function.BiFunction<Situation, Fact<T>, Situation> into) {
        return new Collector<>("network", Duration.ofSeconds(5), source, into);
    }

    @AfterEach
    void close() throws Exception {
        robot.interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        windows.close();
        for (AutoCloseable each : toClose.reversed()) {
            each.close();
        }
        FxToolkit.cleanupStages();
    }

    @Test
    void walksFromTheServerToALinkThatWorks() throws Exception {
        awaitShown("#servers");
        awaitTrue(() -> !this.<ListView<?>>find("#servers").getItems().isEmpty());
        robot.clickOn("Django");
        assertThat(text("#port")).isEqualTo(port().toString());

        goOn("Where others find this PC");
        assertThat(label("#internal")).isEqualTo(Address.text(LAN));
        assertThat(find("#wslText").isVisible()).isFalse();
        goOn("Who may reach it, and for how long?");
        goOn("The firewall rule");
        assertThat(text("#command")).contains("localport=" + port(), "remoteip=localsubnet");
        goOn("Open it");
        robot.type(KeyCode.ENTER);
        awaitTrue(() -> label("#title").equals("It is open"));
        awaitShown("#checkAnswer");
        assertThat(label("#checkAnswer")).isEqualTo("It works: others reach the server.");

        String link = label("#link");
        assertThat(link).isEqualTo("http://" + Address.text(LAN) + ":" + port() + "/");
        assertThat(get(link)).isEqualTo("the server's own page");
        assertThat(settings.forwards())
                .singleElement()
                .matches(saved -> saved.on())
                .matches(saved -> saved.forward().name().text().equals("Django " + port()));

        robot.clickOn("#copy");
        assertThat(copied).containsExactly(link);
        robot.interact(() -> find("#next").requestFocus());
        robot.type(KeyCode.ENTER);
        awaitTrue(() -> Window.getWindows().size() == 1);
    }

    @Test
    void aPresetFillsThePageAndEachPageLinksToItsPageOfLearn() {
        awaitShown("#presets");
        ComboBox<?> presets = find("#presets");
        robot.interact(() -> presets.getSelectionModel().select(0));
        assertThat(text("#port")).isEqualTo("8000");
        assertThat(this.<CheckBox>find("#http").isSelected()).isTrue();

        robot.interact(() -> this.<Hyperlink>find("#learnMore").fire());
        awaitTrue(() -> learnTitle().equals("A server and its port"));
        robot.push(KeyCode.ESCAPE);
        awaitTrue(() -> learnTitle().isEmpty());

        goOn("Where others find this PC");
        robot.interact(() -> this.<Hyperlink>find("#learnMore").fire());
        awaitTrue(() -> learnTitle().equals("Internal and external address"));
    }

    /**
     * Returns the title of the page in the window of Learn; empty where there is no such window.
     */
    private static String learnTitle() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage stage && stage.getTitle().equals("Learn"))
                .map(window -> ((Labeled) window.getScene().lookup("#title")).getText())
                .findFirst()
                .orElse("");
    }

    @Test
    void foldsTheRuleAwayUntilSomethingInItIsWrong() {
        awaitShown("#port");
        robot.clickOn("#port").write("8000");
        goOn("Where others find this PC");
        goOn("Who may reach it, and for how long?");
        goOn("The firewall rule");
        assertThat(this.<TitledPane>find("#details").isExpanded()).isFalse();

        robot.interact(() -> this.<TextInputControl>find("#name").clear());

        assertThat(this.<TitledPane>find("#details").isExpanded()).isTrue();
        assertThat(label("#nameProblem")).isEqualTo("Give it a name.");
        assertThat(find("#next").isDisabled()).isTrue();
    }

    @Test
    void marksABadPortAndLetsNobodyOn() {
        awaitShown("#port");
        robot.clickOn("#port").write("80-70");

        awaitTrue(() -> label("#portProblem").contains("runs backwards"));
        assertThat(find("#next").isDisabled()).isTrue();
        robot.type(KeyCode.ENTER);
        assertThat(label("#title")).isEqualTo("Which server do you want to open?");
    }

    @Test
    void backAndAnotherLanguageKeepWhatWasEntered() {
        awaitShown("#port");
        robot.clickOn("#port").write("8000-8010");
        goOn("Where others find this PC");
        robot.clickOn("#back");
        assertThat(text("#port")).isEqualTo("8000-8010");

        robot.interact(() -> windows.speak(Texts.in(Locale.KOREAN)));

        assertThat(label("#title")).isEqualTo("어떤 서버를 열까요?");
        assertThat(text("#port")).isEqualTo("8000-8010");
    }

    @Test
    void goesOnWithAnotherPortWhereThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, LAN)) {
            awaitShown("#port");
            robot.clickOn("#port").write(port().toString());
            goOn("Where others find this PC");
            robot.clickOn("#port");
            // On a busy machine two clicks are not always a double click.
            robot.interact(() -> this.<TextInputControl>find("#port").selectAll());
            robot.write(String.valueOf(taken.getLocalPort()));
            goOn("Who may reach it, and for how long?");
            goOn("The firewall rule");
            goOn("Open it");
            robot.type(KeyCode.ENTER);
            awaitTrue(() -> find("#failure").isVisible());
            assertThat(label("#why")).contains(String.valueOf(taken.getLocalPort()));

            awaitTrue(() -> find("#otherPort").getLayoutBounds().getWidth() > 0);
            robot.clickOn("#otherPort");

            awaitTrue(() -> label("#title").equals("Where others find this PC"));
            assertThat(text("#port")).isNotEqualTo(String.valueOf(taken.getLocalPort()));
            goOn("Who may reach it, and for how long?");
            goOn("The firewall rule");
            goOn("Open it");
            robot.type(KeyCode.ENTER);
            awaitTrue(() -> label("#title").equals("It is open"));
            assertThat(get(label("#link"))).isEqualTo("the server's own page");
        }
    }

    @Test
    void theKeyboardIsInTheListBeforeItHasFilledAndNothingItDoesIsLost() throws Exception {
        robot.interact(() -> Window.getWindows().get(1).hide());
        looked.set(new CountDownLatch(1));
        listeners.set(
                Stream.of(port(), new Port(1024))
                        .map(port ->
                                new Listener(
                                        Protocol.TCP,
                                        Address.parse("127.0.0.1"),
                                        port,
                                        Optional.of(
                                                new Program(
                                                        1,
                                                        "python3",
                                                        Optional.empty(),
                                                        "python3 manage.py runserver"))))
                        .toList());
        UiContext another = context();
        robot.interact(() -> windows.open(another, owner, new WizardOpener.Start.New()));
        awaitTrue(() -> find("#servers").isFocused());

        robot.type(KeyCode.DOWN);
        looked.get().countDown();
        awaitTrue(() -> !this.<ListView<?>>find("#servers").getItems().isEmpty());
        assertThat(find("#servers").isFocused()).isTrue();
        assertThat(this.<ListView<?>>find("#servers").getSelectionModel().getSelectedIndex())
                .isZero();
        goOn("Where others find this PC");

        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        awaitTrue(() -> label("#title").equals("Which server do you want to open?"));
        robot.clickOn("#step-ADDRESSES");
        awaitTrue(() -> label("#title").equals("Where others find this PC"));
        assertThat(find("#step-FIREWALL").isDisabled()).isTrue();
        assertThat(find("#step-SERVER").getAccessibleText()).isEqualTo("Step 1 of 6: Server");

        robot.interact(() -> this.<Button>find("#step-SERVER").fire());
        awaitTrue(() -> find("#servers").isFocused());
        robot.type(KeyCode.ESCAPE);
        awaitTrue(() -> Window.getWindows().size() == 1);
    }

    @Test
    void isNoLargerThanTheWindowThatItStaysInFrontOf() throws Exception {
        robot.interact(() -> Window.getWindows().get(1).hide());
        robot.interact(() -> {
            owner.setWidth(880);
            owner.setHeight(560);
        });
        UiContext another = context();
        robot.interact(() -> windows.open(another, owner, new WizardOpener.Start.New()));

        assertThat(Window.getWindows().get(1).getWidth()).isEqualTo(880);
        assertThat(Window.getWindows().get(1).getHeight()).isEqualTo(560);
        assertThat(find("#next").localToScene(find("#next").getLayoutBounds()).getMaxX())
                .isLessThan(880);
        double last =
                find("#step-DONE").localToScene(find("#step-DONE").getLayoutBounds()).getMaxX();
        assertThat(last).isLessThan(880);
    }

    @Test
    void openingToTheInternetBeginsWithWhoMayCome() throws Exception {
        robot.interact(() -> Window.getWindows().get(1).hide());
        Forward kept =
                new Forward(
                        "aaaaaaa1",
                        new ForwardName("Site"),
                        Protocol.TCP,
                        PortRange.of(port()),
                        new Listen.LanAddresses(),
                        new Target.ThisPc(port()),
                        new Audience.ThisNetwork(),
                        new Lifetime.UntilStopped(),
                        Set.of(NetworkProfile.PRIVATE),
                        "");
        UiContext another = context();
        settings.put(new SavedForward(kept, false, Optional.empty()));
        robot.interact(() -> windows.open(another, owner, new WizardOpener.Start.ToInternet(kept)));

        awaitTrue(() -> label("#title").equals("Who may reach it, and for how long?"));
        assertThat(this.<RadioButton>find("#internet").isSelected()).isTrue();
        assertThat(find("#step-ROUTER").isVisible()).isTrue();
    }

    @Test
    void escapeClosesIt() {
        awaitShown("#port");

        robot.type(KeyCode.ESCAPE);

        awaitTrue(() -> Window.getWindows().size() == 1);
        assertThat(settings.forwards()).isEmpty();
    }

    private void goOn(String title) {
        awaitTrue(() -> !this.<Button>find("#next").isDisabled());
        robot.type(KeyCode.ENTER);
        awaitTrue(() -> label("#title").equals(title));
    }

    private static String get(String link) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(link)).timeout(LIMIT).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private void awaitShown(String query) {
        awaitTrue(() -> robot.lookup(query).tryQuery().isPresent());
    }

    private void awaitTrue(java.util.concurrent.Callable<Boolean> condition) {
        await().atMost(LIMIT).until(condition);
    }

    private <N extends Node> N find(String query) {
        return robot.lookup(query).query();
    }

    private String text(String query) {
        return this.<TextInputControl>find(query).getText();
    }

    private String label(String query) {
        return this.<Labeled>find(query).getText();
    }
}
