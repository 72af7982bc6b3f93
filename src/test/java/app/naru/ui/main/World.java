package app.naru.ui.main;

import static org.awaitility.Awaitility.await;

import app.naru.FreePorts;
import app.naru.diagnosis.Attendance;
import app.naru.diagnosis.Examiner;
import app.naru.diagnosis.VisitProof;
import app.naru.firewall.WindowsFirewall;
import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.internet.Contacts;
import app.naru.internet.OutsideView;
import app.naru.internet.Standpoint;
import app.naru.path.Forwards;
import app.naru.path.Journal;
import app.naru.path.KeptMappings;
import app.naru.path.Opening;
import app.naru.path.SavedForwards;
import app.naru.path.Traces;
import app.naru.router.Found;
import app.naru.router.RouterFinder;
import app.naru.server.Listener;
import app.naru.server.ProcListeners;
import app.naru.settings.SavedForward;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import app.naru.survey.Collector;
import app.naru.survey.Fact;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.survey.Survey;
import app.naru.survey.WindowsParts;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.Checks;
import app.naru.ui.Page;
import app.naru.ui.PageFrame;
import app.naru.ui.WhileShown;
import app.naru.ui.WizardOpener;
import app.naru.wsl.Wsl;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/**
 * What is behind a window, all of it real but for the PC: its local network is the address one of
 * loopback, so that relays are found by nobody else.
 */
final class World implements AutoCloseable {

    /** The process id that this program takes for its own. */
    static final long OWN_PID = 1;

    /** Elsewhere only for pictures that shall look like a home's. */
    static final String HERE = System.getProperty("naru.here", ownLoopback());

    /** An address that tests of another process do not listen at, at the same ports. */
    private static String ownLoopback() {
        long pid = ProcessHandle.current().pid();
        return "127.%d.%d.6".formatted(1 + pid / 250 % 250, pid % 250);
    }

    final Settings settings;
    final Forwards forwards;
    final SavedForwards saved;
    final Survey survey;
    final AtomicInteger secondListens = new AtomicInteger();
    final List<WizardOpener.Start> wizardStarts = new ArrayList<>();
    private final SettingsFolder files;
    private final OutsideView outside;
    private final Optional<WindowsFirewall> firewall;
    private final RouterFinder router;
    private final Clock clock = Clock.systemUTC();

    /** What is about this PC, beside its servers. */
    record Around(
            Optional<WindowsFirewall> firewall,
            RouterFinder router,
            Optional<Contacts> contacts,
            Fact<Wsl> wsl) {

        /** Nothing that answers. */
        static Around nothing() {
            return new Around(
                    Optional.empty(),
                    progress -> new Found(List.of()),
                    Optional.empty(),
                    new Fact.Unknown<>(Sentence.of("survey.wsl.notHere")));
        }
    }

    World(Path folder, OperatingSystem system, List<Listener> listeners) throws IOException {
        this(folder, system, listeners, Around.nothing());
    }

    World(Path folder, OperatingSystem system, List<Listener> listeners, Around around)
            throws IOException {
        firewall = around.firewall();
        router = around.router();
        outside = new OutsideView(around::contacts, () -> Standpoint.UNKNOWN, clock);
        files = new SettingsFolder(folder);
        Situation unseen =
                Situation.unseen(system, OWN_PID, Optional.of("C:\\Program Files\\Naru\\Naru.exe"));
        survey = new Survey(unseen, collectors(listeners, around));
        settings = new Settings(files, clock);
        Journal journal = Journal.open(files.journals(), "naru-" + System.nanoTime(), clock);
        forwards =
                new Forwards(
                        journal,
                        firewall,
                        () -> listeners,
                        router,
                        Optional.empty(),
                        () -> settings.preferences().limits(),
                        unseen,
                        clock);
        saved = new SavedForwards(settings, forwards, clock);
    }

    private List<Collector<?>> collectors(List<Listener> listeners, Around around) {
        Duration limit = Duration.ofSeconds(5);
        List<Collector<?>> all = new ArrayList<>();
        firewall.ifPresent(windows -> all.add(WindowsParts.firewall(windows::read)));
        all.addAll(
                List.of(
                        new Collector<>(
                                "network",
                                limit,
                                () -> new Fact.Known<>(network()),
                                Situation::withNetwork),
                        new Collector<>(
                                "listeners",
                                limit,
                                () -> new Fact.Known<>(listeners),
                                Situation::withListeners),
                        new Collector<>("wsl", limit, around::wsl, Situation::withWsl),
                        new Collector<>(
                                "publicAddress",
                                limit,
                                () ->
                                        new Fact.Unknown<>(
                                                Sentence.of("survey.publicAddress.notYet")),
                                Situation::withOutside)));
        return all;
    }

    private static Network network() {
        return new Network(
                List.of(
                        new NetInterface(
                                3,
                                "Wi-Fi",
                                "Wireless adapter",
                                NetInterface.Kind.WIFI,
                                List.of(new NetInterface.Assigned(Address.parse(HERE), 24)),
                                Optional.of(NetworkProfile.PRIVATE))),
                List.of(new Gateway(Address.parse("127.0.0.1"), 3, 25)));
    }

    /** Returns a forward for this network from a port to a target. */
    static Forward forward(String id, String name, int port, String target) {
        return forward(id, name, port, target, new Audience.ThisNetwork());
    }

    static Forward forward(String id, String name, int port, String target, Audience audience) {
        return new Forward(
                id,
                new ForwardName(name),
                Protocol.TCP,
                PortRange.of(port),
                new Listen.LanAddresses(),
                Target.parse(target),
                audience,
                new Lifetime.UntilStopped(),
                Set.of(NetworkProfile.PRIVATE, NetworkProfile.DOMAIN),
                "");
    }

    /** Keeps the forward, switched off. */
    World with(Forward forward) throws IOException {
        settings.put(new SavedForward(forward, false, Optional.empty()));
        return this;
    }

    /** Opens the forward; what this PC's network is has to be known for that. */
    void openAsSoonAsItCan(Forward forward) {
        await().until(() -> saved.open(forward, step -> {}) instanceof Opening.Opened);
    }

    Examiner examiner() {
        return new Examiner(survey, firewall, router, VisitProof.none());
    }

    /** This PC's table is real: servers and relays of tests stand in it. */
    private Attendance attendance() {
        return new Attendance(new ProcListeners(Path.of("/proc")), forwards);
    }

    Checks checks(BackgroundTasks tasks, Notices notices) {
        return new Checks(
                examiner(),
                attendance(),
                forwards,
                saved,
                tasks,
                why -> notices.add(new Notice.Told(why)),
                clock);
    }

    /** The pages after that of the forwards, as the program has them. */
    List<Page> pages() {
        return Pages.of(
                firewall,
                router,
                new Traces(
                        settings,
                        saved,
                        forwards,
                        firewall,
                        router,
                        new KeptMappings(files, clock),
                        Optional.empty()));
    }

    NaruWindow.Parts parts() {
        return parts(List.of(second()));
    }

    OutsideView outside() {
        return outside;
    }

    NaruWindow.Parts parts(List<Page> pages) {
        return new NaruWindow.Parts(
                settings,
                saved,
                forwards,
                survey,
                outside(),
                examiner(),
                attendance(),
                clock,
                (context, owner, start) -> wizardStarts.add(start),
                refresh -> {},
                pages,
                () -> false,
                Optional.empty(),
                false);
    }

    /** A page that counts how often it listens. */
    private Page second() {
        return new Page(
                "second",
                "addresses.title",
                Material2OutlinedAL.DNS,
                Page.Place.TOP,
                context -> {
                    Button button = new Button("Second");
                    button.setId("inSecond");
                    PageFrame page = PageFrame.filled("Second", new StackPane(button));
                    page.setId("second");
                    WhileShown.on(
                            page,
                            () -> {
                                secondListens.incrementAndGet();
                                return secondListens::decrementAndGet;
                            });
                    return page;
                });
    }

    static int freePort() {
        return FreePorts.one();
    }

    @Override
    public void close() throws IOException {
        survey.close();
        forwards.close();
    }
}
