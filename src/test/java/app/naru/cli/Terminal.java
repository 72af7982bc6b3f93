package app.naru.cli;

import app.naru.firewall.WindowsFirewall;
import app.naru.forward.Address;
import app.naru.instance.Instances;
import app.naru.internet.OutsideView;
import app.naru.internet.Standpoint;
import app.naru.path.Forwards;
import app.naru.path.InternetContacts;
import app.naru.path.Journal;
import app.naru.path.KeptMappings;
import app.naru.path.SavedForwards;
import app.naru.router.Found;
import app.naru.server.Listener;
import app.naru.settings.InternetServices;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import app.naru.survey.Collector;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.survey.Survey;
import app.naru.survey.SurveyParts;
import app.naru.survey.WindowsParts;
import app.naru.text.Texts;
import app.naru.wsl.WslReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The command line on a PC written down as data, with real settings, journals and relays. */
final class Terminal {

    private static final AtomicInteger JOURNALS = new AtomicInteger();

    final Stop stop = new Stop();
    final SettingsFolder folder;
    final Instances instances;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Texts texts;
    private final AtomicInteger opened = new AtomicInteger();
    private List<Listener> listeners = List.of();
    private InputStream in = InputStream.nullInputStream();
    private Optional<WrittenDownFirewall> firewall = Optional.empty();
    private Optional<WslReader> wsl = Optional.empty();
    private Found found = new Found(List.of());

    Terminal(Path folder, Locale language) {
        this.folder = new SettingsFolder(folder);
        this.instances = new Instances(this.folder.running());
        this.texts = Texts.in(language);
    }

    /** In English. */
    Terminal(Path folder) {
        this(folder, Locale.ENGLISH);
    }

    void listening(Listener... others) {
        listeners = List.of(others);
    }

    void typing(byte[] input) {
        in = new ByteArrayInputStream(input);
    }

    /** Makes it a PC with Windows Defender Firewall. */
    void with(WrittenDownFirewall there) {
        firewall = Optional.of(there);
    }

    void with(WslReader there) {
        wsl = Optional.of(there);
    }

    Cli cli() {
        Output output =
                new Output(texts, new PrintWriter(out, true), new PrintWriter(err, true), false);
        return new Cli(this::parts, instances, in, output, stop);
    }

    int run(String... arguments) {
        return cli().run(arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** Has the search for the router find these. */
    void find(Found routers) {
        found = routers;
    }

    /** Returns how often a command has put the program's parts together. */
    int timesOpened() {
        return opened.get();
    }

    private Parts parts() throws IOException {
        opened.incrementAndGet();
        Clock clock = Clock.systemUTC();
        Settings settings = new Settings(folder, clock);
        if (!Files.exists(folder.internet())) {
            // Tests contact nobody but who they say.
            settings.internet(InternetServices.DEFAULT.withAllowed(false));
        }
        OutsideView outside =
                new OutsideView(
                        () -> InternetContacts.in(settings), () -> Standpoint.UNKNOWN, clock);
        Optional<WindowsFirewall> windowsFirewall = firewall.map(WrittenDownFirewall::whole);
        Situation unseen =
                Situation.unseen(
                        OperatingSystem.LINUX, ProcessHandle.current().pid(), Optional.empty());
        Survey survey = new Survey(unseen, parts(windowsFirewall, outside));
        Journal journal =
                Journal.open(folder.journals(), "test-" + JOURNALS.incrementAndGet(), clock);
        Forwards forwards =
                new Forwards(
                        journal,
                        windowsFirewall,
                        () -> listeners,
                        progress -> new Found(List.of()),
                        Optional.empty(),
                        () -> settings.preferences().limits(),
                        unseen,
                        clock);
        return new Parts(
                survey,
                Terminal::network,
                settings,
                forwards,
                new SavedForwards(settings, forwards, clock),
                windowsFirewall,
                wsl,
                new RouterAccess(
                        (patience, progress) -> found,
                        new KeptMappings(folder, clock),
                        () -> Journal.mappingsIn(folder.journals(), clock)),
                outside,
                () -> {
                    survey.close();
                    forwards.close();
                });
    }

    private List<Collector<?>> parts(
            Optional<WindowsFirewall> windowsFirewall, OutsideView outside) {
        List<Collector<?>> parts =
                new ArrayList<>(
                        SurveyParts.of(
                                Terminal::network, () -> listeners, Optional.empty(), outside));
        windowsFirewall.ifPresent(there -> parts.add(WindowsParts.firewall(there::read)));
        return parts;
    }

    /** An Ethernet address, loopback, and a router. */
    static Network network() {
        return new Network(
                List.of(
                        netInterface(1, "lo", NetInterface.Kind.LOOPBACK, "127.0.0.1", 8),
                        netInterface(2, "eth0", NetInterface.Kind.ETHERNET, "192.168.0.7", 24)),
                List.of(new Gateway(Address.parse("192.168.0.1"), 2, 100)));
    }

    private static NetInterface netInterface(
            int index, String name, NetInterface.Kind kind, String address, int prefix) {
        return new NetInterface(
                index,
                name,
                name,
                kind,
                List.of(new NetInterface.Assigned(Address.parse(address), prefix)),
                Optional.empty());
    }
}
