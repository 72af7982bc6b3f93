package app.naru.path;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.firewall.RuleSpec;
import app.naru.firewall.WholeFakeWindows;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Protocol;
import app.naru.path.Traces.Result;
import app.naru.path.Traces.Trace;
import app.naru.router.FakeMappingServer;
import app.naru.router.ListingRouter;
import app.naru.router.MappedPort;
import app.naru.router.Mapping;
import app.naru.router.Router;
import app.naru.settings.AutoStart;
import app.naru.settings.RelayLimits;
import app.naru.settings.SavedForward;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that Naru can have made, on a PC whose firewall and router really keep it. */
final class TracesTest {

    private static final MappedPort STALE =
            new MappedPort(Protocol.TCP, 8000, "127.0.0.1", 8000, "Naru Old", 0, true);
    private static final MappedPort GAME =
            new MappedPort(Protocol.UDP, 7000, "127.0.0.1", 7000, "A game", 0, true);

    @TempDir Path folder;
    private final WholeFakeWindows windows = new WholeFakeWindows();
    private ListingRouter router;
    private FakeMappingServer mapping;
    private KeptMappings asked;
    private Settings settings;
    private Forwards forwards;
    private SavedForwards saved;
    private boolean starts = true;
    private Traces traces;

    @BeforeEach
    void start() throws IOException {
        router = new ListingRouter();
        mapping = new FakeMappingServer();
        asked = new KeptMappings(new SettingsFolder(folder), Clock.systemUTC());
        settings = new Settings(new SettingsFolder(folder), Clock.systemUTC());
        forwards =
                new Forwards(
                        Journal.open(folder.resolve("journal"), "test", Clock.systemUTC()),
                        Optional.of(windows.firewall()),
                        List::of,
                        progress -> mapping.found(),
                        Optional.empty(),
                        () -> RelayLimits.DEFAULT,
                        Situations.linux(),
                        Clock.systemUTC());
        saved = new SavedForwards(settings, forwards, Clock.systemUTC());
        traces =
                new Traces(
                        settings,
                        saved,
                        forwards,
                        Optional.of(windows.firewall()),
                        progress -> router.found(),
                        asked,
                        Optional.of(new Start()));
    }

    @AfterEach
    void stop() throws IOException {
        forwards.close();
        router.close();
        mapping.close();
    }

    private final class Start implements AutoStart {
        @Override
        public State state() {
            return starts ? State.ON : State.OFF;
        }

        @Override
        public State turn(boolean on) {
            starts = on;
            return state();
        }
    }

    private static String rule(String name) {
        return "v2.30|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=8000|Name=" + name + "|";
    }

    @Test
    void everythingIsShownAndThenGoneAndNothingElseIsTouched() throws Exception {
        windows.rule("{1}", rule("Naru - Old [0badcafe]"));
        windows.rule("{2}", rule("Someone else"));
        windows.rule("{3}", rule("Naruto - a game"));
        router.entries.addAll(List.of(STALE, GAME));
        Forward forward = Situations.forward("8000", "8000", "lan");
        settings.put(new SavedForward(forward, true, Optional.empty()));

        List<Trace> found = traces.look();

        assertThat(found)
                .extracting(trace -> trace.getClass().getSimpleName())
                .containsExactly("Open", "Rule", "AtRouter", "Start");
        List<Result> results = new ArrayList<>();
        traces.remove(found, results::add);
        assertThat(results)
                .hasSize(4)
                .allSatisfy(result -> assertThat(result.outcome().good()).isTrue());
        assertThat(windows.names()).containsExactlyInAnyOrder("Someone else", "Naruto - a game");
        assertThat(router.entries).containsExactly(GAME);
        assertThat(settings.forwards()).extracting(SavedForward::on).containsExactly(false);
        assertThat(starts).isFalse();
        assertThat(traces.look()).isEmpty();
    }

    /** With PCP and NAT-PMP a router has no list to find it in. */
    @Test
    void whatWasMappedOnTheCommandLineIsTakenBackAtTheRouterThatWasAsked() throws Exception {
        starts = false;
        Router at = router.found().routers().getFirst();
        Mapping mapping = Mapping.listed(at.at(), STALE);
        asked.put(mapping);
        router.entries.add(STALE);

        List<Trace> found = traces.look();

        assertThat(found).containsExactly(new Trace.Asked(mapping));
        List<Result> results = new ArrayList<>();
        traces.remove(found, results::add);
        assertThat(results).singleElement().matches(result -> result.outcome().good());
        assertThat(router.entries).isEmpty();
        assertThat(asked.all()).isEmpty();
        assertThat(traces.look()).isEmpty();
    }

    /** A router lists each port of a range by itself, and those of TCP and UDP apart. */
    @Test
    void whatAnOpenForwardMapsIsNoTrace() throws Exception {
        starts = false;
        forwards.situation(
                Situations.linux(
                        Situations.listener("0.0.0.0", 8000, "python3"),
                        Situations.listener("0.0.0.0", 8001, "python3")));
        Forward forward = Situations.forward("8000-8001", "8000", "internet");
        assertThat(forwards.open(forward, step -> {})).isInstanceOf(Opening.Opened.class);
        assertThat(mapping.mapped).containsOnlyKeys("6/8000", "6/8001");
        router.entries.addAll(
                List.of(
                        entry(Protocol.TCP, 8000),
                        entry(Protocol.TCP, 8001),
                        entry(Protocol.UDP, 8001),
                        entry(Protocol.TCP, 8002)));

        assertThat(traces.look())
                .extracting(trace -> ((Trace.AtRouter) trace).port())
                .containsExactly(entry(Protocol.UDP, 8001), entry(Protocol.TCP, 8002));
    }

    private static MappedPort entry(Protocol protocol, int port) {
        return new MappedPort(protocol, port, "127.0.0.1", port, "Naru Django", 0, true);
    }

    @Test
    void rulesForWslThatNoJournalKnowsAreGoneToo() throws Exception {
        starts = false;
        windows.ruleForWsl = true;
        windows.rule("{1}", rule("Naru - Old [0badcafe]"));

        List<Trace> found = traces.look();

        assertThat(found).hasSize(2).contains(new Trace.HyperV(List.of()));
        List<Result> results = new ArrayList<>();
        traces.remove(found, results::add);
        assertThat(results)
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.outcome().good()).isTrue());
        assertThat(windows.ruleForWsl).isFalse();
        assertThat(traces.look()).isEmpty();
    }

    @Test
    void whatWasMadeForGoodIsTakenBackByTheJournalAndTheRuleIsToldOnce() throws Exception {
        starts = false;
        FirewallChange.MakeRule make = windows.make(new ForwardName("My rule"));
        assertThat(forwards.make(new ForwardName("My rule"), make).good()).isTrue();
        assertThat(windows.names()).containsExactly("Naru - My rule");

        List<Trace> found = traces.look();

        assertThat(found).singleElement().isInstanceOf(Trace.Change.class);
        List<Result> results = new ArrayList<>();
        traces.remove(found, results::add);
        assertThat(windows.names()).isEmpty();
        assertThat(traces.look()).isEmpty();
    }

    /** Taking back would bring back what a rule was before, and that is Naru's too. */
    @Test
    void whateverARuleWasBeforeNothingOfItComesBack() throws Exception {
        starts = false;
        FirewallChange.MakeRule make = windows.make(new ForwardName("My rule"));
        RuleSpec rule = make.rule();
        make(make);
        make(new FirewallChange.MakeRule(rule.enabled(false), Optional.of(rule)));
        make(new FirewallChange.SwitchRule(rule.name(), true));
        FirewallChange.MakeRule other = windows.make(new ForwardName("Other"));
        make(other);
        make(new FirewallChange.RemoveRule(other.rule().name(), Optional.of(other.rule())));
        assertThat(windows.names()).containsExactly("Naru - My rule");

        List<Result> results = new ArrayList<>();
        traces.remove(traces.look(), results::add);

        assertThat(results).hasSize(5).allMatch(result -> result.outcome().good());
        assertThat(windows.names()).isEmpty();
        assertThat(traces.look()).isEmpty();
        assertThat(forwards.kept()).isEmpty();
    }

    private void make(FirewallChange change) {
        assertThat(forwards.make(new ForwardName("My rule"), change).good()).isTrue();
    }

    @Test
    void aUserWhoSaysNoToWindowsKeepsTheRuleAndIsTold() throws Exception {
        starts = false;
        windows.rule("{1}", rule("Naru - Old [0badcafe]"));
        List<Trace> found = traces.look();
        windows.declines();

        List<Result> results = new ArrayList<>();
        traces.remove(found, results::add);

        assertThat(results)
                .singleElement()
                .satisfies(result ->
                        assertThat(result.outcome()).isInstanceOf(Outcome.Declined.class));
        assertThat(windows.names()).containsExactly("Naru - Old [0badcafe]");
    }
}
