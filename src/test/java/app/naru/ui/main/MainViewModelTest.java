package app.naru.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.FreePorts;
import app.naru.firewall.FakePolicy;
import app.naru.firewall.FirewallState;
import app.naru.firewall.PortProxy;
import app.naru.firewall.PortProxyEntry;
import app.naru.firewall.Remote;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleSpec;
import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.path.Change;
import app.naru.path.FirewallChange;
import app.naru.path.ForwardStatus.State;
import app.naru.path.Journal;
import app.naru.path.Situations;
import app.naru.path.Step;
import app.naru.server.Listener;
import app.naru.server.SampleServer;
import app.naru.settings.SettingsFolder;
import app.naru.survey.Collector;
import app.naru.survey.Fact;
import app.naru.survey.Situation;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.survey.Survey;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.Health;
import app.naru.ui.LiveSituation;
import app.naru.wsl.NetworkingMode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a toolkit, with forwards that really relay. */
final class MainViewModelTest {

    @TempDir Path folder;

    private SampleServer server;
    private World world;
    private Notices notices;
    private MainViewModel model;
    private int port;

    @BeforeEach
    void start() throws IOException {
        server = SampleServer.start(0, visitor -> "<h1>it works</h1>");
        port = FreePorts.one();
        open();
    }

    private void open() throws IOException {
        world = new World(folder, OperatingSystem.LINUX, List.of());
        open(world.survey);
    }

    private void open(Survey survey) {
        BackgroundTasks tasks = BackgroundTasks.direct();
        LiveSituation live = new LiveSituation(survey, world.forwards, tasks);
        notices = new Notices(world.settings.troubles());
        model =
                new MainViewModel(
                        world.saved,
                        world.forwards,
                        live,
                        tasks,
                        notices,
                        new ForwardList(
                                world.saved,
                                world.forwards,
                                tasks,
                                notices,
                                world.checks(tasks, notices),
                                Clock.systemUTC()));
    }

    private Forward site() {
        return World.forward("aaaaaaa1", "Site", port, server.port().toString());
    }

    @AfterEach
    void stop() throws IOException {
        world.close();
        server.close();
    }

    @Test
    void startsWithNothing() {
        model.start();

        assertThat(model.list().rows()).isEmpty();
        assertThat(model.list().loadedProperty().get()).isTrue();
        assertThat(notices.shown()).isEmpty();
    }

    @Test
    void opensAndCloses() throws IOException {
        world.with(site());
        model.start();
        ForwardRow row = model.list().selected().orElseThrow();

        model.toggle(row);

        assertThat(row.status().state()).isEqualTo(State.OPEN);
        assertThat(row.switchingProperty().get()).isFalse();
        assertThat(row.stepProperty().get()).isEmpty();
        assertThat(row.changesProperty().get()).hasOnlyElementsOfType(Change.RunRelay.class);
        assertThat(model.open()).isEqualTo(1);

        model.toggle("aaaaaaa1");

        assertThat(row.status().state()).isEqualTo(State.CLOSED);
        assertThat(model.list().rows()).containsExactly(row);
        assertThat(notices.shown()).isEmpty();
    }

    @Test
    void offersAnotherPortForOneThatIsTaken() throws IOException {
        world.with(site());
        model.start();
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(World.HERE, port));
            model.toggle(model.list().rows().getFirst());
        }

        assertThat(model.list().rows().getFirst().status().state()).isEqualTo(State.CLOSED);
        Notice.NotOpened notOpened = (Notice.NotOpened) notices.shown().getFirst();
        model.openAt(notOpened, notOpened.otherPort().orElseThrow());

        assertThat(notices.shown()).isEmpty();
        assertThat(model.list().rows().getFirst().status().state()).isEqualTo(State.OPEN);
        assertThat(model.list().rows().getFirst().status().forward().ports())
                .isEqualTo(PortRange.of(notOpened.otherPort().orElseThrow()));
    }

    @Test
    void removesAndSelectsWhatIsLeft() throws IOException {
        world.with(site()).with(World.forward("aaaaaaa2", "Other", FreePorts.one(), "8000"));
        model.start();
        model.list().selectedIdProperty().set("aaaaaaa1");

        model.remove(model.list().rows().getFirst());

        assertThat(model.list().rows()).extracting(ForwardRow::id).containsExactly("aaaaaaa2");
        assertThat(model.list().selectedIdProperty().get()).isEqualTo("aaaaaaa2");
        assertThat(world.settings.forwards()).hasSize(1);
        assertThat(notices.shown())
                .containsExactly(
                        new Notice.Removed(
                                Sentence.of("takenBack.removed.nothing", new ForwardName("Site")),
                                false));
    }

    @Test
    void tellsWhatClosingAndRemovingHaveTakenBackAndThatTheServerStillListens() throws Exception {
        world.close();
        Listener itself =
                new Listener(
                        Protocol.TCP, Address.parse("0.0.0.0"), server.port(), Optional.empty());
        world = new World(folder, OperatingSystem.LINUX, List.of(itself));
        open(world.survey);
        world.with(site());
        model.start();
        ForwardRow row = model.list().rows().getFirst();
        List<Sentence> doing = new ArrayList<>();
        row.stepProperty().subscribe(step -> step.map(Step::doing).ifPresent(doing::add));

        model.toggle(row);
        assertThat(doing)
                .extracting(Sentence::key)
                .contains("path.change.relay")
                .doesNotContain("path.undo.relay");
        assertThat(row.takenBackProperty().get()).isEmpty();
        doing.clear();

        model.toggle(row);
        assertThat(doing).extracting(Sentence::key).containsOnly("path.undo.relay");
        assertThat(row.takenBackProperty().get())
                .contains(Sentence.of("takenBack.closed", Sentence.of("path.thing.relay")));

        model.toggle(row);
        assertThat(row.takenBackProperty().get()).isEmpty();
        model.remove(row);
        assertThat(notices.shown())
                .containsExactly(
                        new Notice.Removed(
                                Sentence.of(
                                        "takenBack.removed",
                                        new ForwardName("Site"),
                                        Sentence.of("path.thing.relay")),
                                true));
    }

    @Test
    void selectsWhatIsAddedMeanwhile() throws IOException {
        world.with(site());
        model.start();

        world.with(World.forward("aaaaaaa2", "Other", FreePorts.one(), "8000"));
        model.list().refresh();

        assertThat(model.list().selectedIdProperty().get()).isEqualTo("aaaaaaa2");
    }

    @Test
    void closesEverythingAtOnce() throws IOException {
        world.with(site())
                .with(
                        World.forward(
                                "aaaaaaa2", "Other", FreePorts.one(), server.port().toString()));
        model.start();
        model.toggle("aaaaaaa1");
        model.toggle("aaaaaaa2");
        assertThat(model.open()).isEqualTo(2);

        model.closeAll();

        assertThat(model.open()).isZero();
        assertThat(world.forwards.open()).isEmpty();
    }

    @Test
    void opensAgainWhatWasOpenWhenNaruEnded() throws IOException {
        world.with(site());
        model.start();
        model.toggle("aaaaaaa1");
        world.close();

        open();
        model.start();

        assertThat(model.list().rows().getFirst().status().state()).isEqualTo(State.OPEN);
        assertThat(Health.of(model.list().rows().getFirst().status())).isEqualTo(Health.PROBLEM);
    }

    @Test
    void tellsWhatACrashLeftUntilItIsToBeKept() throws IOException {
        Journal crashed =
                Journal.open(new SettingsFolder(folder).journals(), "naru-gone", Clock.systemUTC());
        crashed.add("0badcafe", new ForwardName("Django"), rule());
        crashed.close();

        model.start();

        assertThat(notices.shown())
                .singleElement()
                .isInstanceOfSatisfying(
                        Notice.LeftOver.class,
                        leftOver ->
                                assertThat(leftOver.entries())
                                        .extracting(Journal.Entry::change)
                                        .containsExactly(rule()));

        notices.dismiss(notices.shown().getFirst());
        model.list().refresh();

        assertThat(notices.shown()).isEmpty();
        assertThat(world.forwards.leftOver()).hasSize(1);
    }

    private static Change rule() {
        return new FirewallChange.MakeRule(
                new RuleSpec(
                        new RuleName("Naru - Django [0badcafe]"),
                        "",
                        Optional.empty(),
                        Protocol.TCP,
                        PortRange.of(8000),
                        Remote.of(new Audience.ThisNetwork()),
                        EnumSet.of(NetworkProfile.PRIVATE)));
    }

    @Test
    void tellsOfAPortProxyEntryUntilItIsGoneOrToBeKept() {
        PortProxyEntry one = entry("0.0.0.0/8000");
        PortProxyEntry two = entry("0.0.0.0/9000");
        notices.showProxied(List.of(one, two));
        notices.showProxied(List.of(one, two));
        assertThat(notices.shown())
                .containsExactly(new Notice.Proxied(one), new Notice.Proxied(two));

        notices.showProxied(List.of(two));
        assertThat(notices.shown()).containsExactly(new Notice.Proxied(two));

        notices.dismiss(new Notice.Proxied(two));
        notices.showProxied(List.of(one, two));
        assertThat(notices.shown()).containsExactly(new Notice.Proxied(one));
    }

    @Test
    void whatTheFirstLookFindsInThePortProxyIsToldAndCanBecomeAForward() {
        PortProxyEntry entry = entry("0.0.0.0/8000");
        FirewallState firewall =
                new FirewallState(
                        new FakePolicy().read(), new PortProxy(List.of(entry), List.of()));
        Situation there =
                Situations.windows()
                        .withWsl(Situations.wsl(NetworkingMode.NAT, true, "172.28.185.15"));
        Survey survey =
                new Survey(
                        there,
                        List.of(
                                new Collector<FirewallState>(
                                        "firewall",
                                        Duration.ofSeconds(5),
                                        () -> new Fact.Known<>(firewall),
                                        (now, found) ->
                                                now.withWindows(
                                                        now.windows().withFirewall(found)))));
        open(survey);
        model.start();

        assertThat(notices.shown()).containsExactly(new Notice.Proxied(entry));
        assertThat(model.inPlaceOf(entry).target()).isEqualTo(Target.parse("wsl:8000"));
    }

    private static PortProxyEntry entry(String listen) {
        return PortProxyEntry.parse(PortProxyEntry.Family.V4TOV4, listen, "172.28.185.15/8000");
    }

    /** A view of its own for each who asks would be gone with the next collection. */
    @Test
    void whoListensToTheNoticesHearsOfThemForGood() {
        assertThat(notices.shown()).isSameAs(notices.shown());
    }

    @Test
    void tellsTheSameOnce() {
        notices.add(new Notice.Told(Sentence.of("path.lan.none")));
        notices.add(new Notice.Told(Sentence.of("path.lan.none")));

        assertThat(notices.shown()).hasSize(1);
    }

    @Test
    void takesAwayWhatItToldOfAWayThatWorksAgain() {
        notices.add(new Notice.Failing("one", Sentence.of("path.lan.none")));
        notices.add(new Notice.Failing("one", Sentence.of("path.wsl.none")));
        notices.add(new Notice.Failing("other", Sentence.of("path.lan.none")));

        assertThat(notices.shown())
                .containsExactly(
                        new Notice.Failing("one", Sentence.of("path.wsl.none")),
                        new Notice.Failing("other", Sentence.of("path.lan.none")));
        notices.noLongerFailing("one");
        assertThat(notices.shown())
                .containsExactly(new Notice.Failing("other", Sentence.of("path.lan.none")));
    }
}
