package app.naru.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.forward.Address;
import app.naru.forward.Forward;
import app.naru.forward.Lifetime;
import app.naru.forward.PortRange;
import app.naru.internet.IpVersion;
import app.naru.internet.PublicAddresses;
import app.naru.internet.Source;
import app.naru.internet.SourceAnswer;
import app.naru.path.HopView.State;
import app.naru.router.FakeMappingServer;
import app.naru.router.Found;
import app.naru.settings.RelayLimits;
import app.naru.settings.SavedForward;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import app.naru.survey.Fact;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Forwards for the Internet; the server is on this PC's addresses, the router speaks PCP. */
@Timeout(60)
final class MappedForwardsTest {

    private static final Forward FORWARD = Situations.forward("8000", "8000", "internet");
    private static final Situation SITUATION =
            Situations.linux(Situations.listener("0.0.0.0", 8000, "python3"));

    @TempDir Path folder;

    private FakeMappingServer router;
    private Found found;
    private Forwards forwards;
    private Instant now = Instant.now();

    @BeforeEach
    void start() throws IOException {
        router = new FakeMappingServer();
        found = router.found();
        forwards = process("one");
    }

    private Forwards process(String journal) throws IOException {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        return new Forwards(
                Journal.open(folder, journal, clock),
                Optional.empty(),
                List::of,
                progress -> found,
                Optional.empty(),
                () -> RelayLimits.DEFAULT,
                SITUATION,
                clock);
    }

    @AfterEach
    void stop() throws IOException {
        forwards.close();
        router.close();
    }

    @Test
    void theRouterSendsThePortHereUntilTheForwardIsClosed() {
        assertThat(forwards.open(FORWARD, step -> {})).isInstanceOf(Opening.Opened.class);

        assertThat(router.mapped).containsOnlyKeys("6/8000");
        assertThat(forwards.status(FORWARD).links())
                .extracting(Link::text)
                .containsExactly("http://203.0.113.9:8000/", "http://192.168.0.7:8000/");
        assertThat(hop(HopKind.ROUTER)).isEqualTo(State.OPEN);
        assertThat(hop(HopKind.INTERNET)).isEqualTo(State.OPEN);

        assertThat(forwards.close(FORWARD.id(), step -> {})).isEmpty();
        assertThat(router.mapped).isEmpty();
        assertThat(forwards.leftOver()).isEmpty();
    }

    @Test
    void theLinkHasThePortThatTheRouterGave() {
        router.shift = 10_000;

        assertThat(forwards.open(FORWARD, step -> {})).isInstanceOf(Opening.Opened.class);

        assertThat(forwards.status(FORWARD).links().getFirst())
                .returns("http://203.0.113.9:18000/", Link::text)
                .returns(Link.Reach.INTERNET, Link::reach);
    }

    @Test
    void eachPortOfARangeIsMapped() {
        Forward range =
                new Forward(
                        FORWARD.id(),
                        FORWARD.name(),
                        FORWARD.protocol(),
                        PortRange.parse("8000-8004"),
                        FORWARD.listen(),
                        FORWARD.target(),
                        FORWARD.audience(),
                        new Lifetime.UntilStopped(),
                        FORWARD.profiles(),
                        "");
        forwards.situation(
                SITUATION.withListeners(
                        new Fact.Known<>(
                                range.ports()
                                        .ports()
                                        .map(port ->
                                                Situations.listener(
                                                        "0.0.0.0", port.number(), "python3"))
                                        .toList())));

        forwards.open(range, step -> {});

        assertThat(router.mapped).hasSize(5).containsKey("6/8004");
    }

    @Test
    void whatARouterRefusesIsDoneByHandAndTheForwardIsOpenAllTheSame() {
        router.result = 2;

        assertThat(forwards.open(FORWARD, step -> {})).isInstanceOf(Opening.Opened.class);

        assertThat(hop(HopKind.ROUTER)).isEqualTo(State.BY_HAND);
        assertThat(forwards.close(FORWARD.id(), step -> {})).isEmpty();
    }

    @Test
    void aRouterWithoutAWayInIsAProblemAndHasNoLink() {
        router.address = "100.64.3.4";

        assertThat(forwards.open(FORWARD, step -> {})).isInstanceOf(Opening.Opened.class);

        assertThat(router.mapped).isEmpty();
        assertThat(hop(HopKind.ROUTER)).isEqualTo(State.PROBLEM);
        assertThat(forwards.status(FORWARD).links())
                .extracting(Link::reach)
                .containsExactly(Link.Reach.NETWORK);
    }

    @Test
    void aRouterWhoseAddressTheInternetDoesNotSeeMapsNothing() {
        seenInstead("198.51.100.7");

        assertThat(forwards.open(FORWARD, step -> {})).isInstanceOf(Opening.Opened.class);

        assertThat(router.maps).isZero();
        assertThat(view(HopKind.ROUTER))
                .returns(State.PROBLEM, HopView::state)
                .satisfies(hop ->
                        assertThat(hop.sentence().arguments())
                                .contains("203.0.113.9", "198.51.100.7"));
        assertThat(view(HopKind.INTERNET))
                .returns(State.PROBLEM, HopView::state)
                .satisfies(hop -> assertThat(hop.help()).isNotEmpty());
        assertThat(forwards.status(FORWARD).links())
                .extracting(Link::reach)
                .containsExactly(Link.Reach.NETWORK);
    }

    @Test
    void whoKnowsBetterHasItMappedAllTheSameAndGetsTheRoutersLink() {
        seenInstead("198.51.100.7");
        Forward anyway = FORWARD.mappedAnyway(true);

        assertThat(forwards.open(anyway, step -> {})).isInstanceOf(Opening.Opened.class);

        assertThat(router.mapped).containsOnlyKeys("6/8000");
        assertThat(forwards.status(anyway).links().getFirst().text())
                .isEqualTo("http://203.0.113.9:8000/");
        assertThat(view(HopKind.ROUTER).state()).isEqualTo(State.OPEN);
        assertThat(view(HopKind.INTERNET).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void behindASecondRouterOnlyWhoWantsItAllTheSameHasItMapped() {
        router.address = "192.168.1.4";
        forwards.situation(SITUATION.withOutside(seen("198.51.100.7")));

        forwards.open(FORWARD, step -> {});
        assertThat(router.mapped).isEmpty();
        forwards.close(FORWARD.id(), step -> {});

        Forward anyway = FORWARD.mappedAnyway(true);
        forwards.open(anyway, step -> {});
        assertThat(router.mapped).containsOnlyKeys("6/8000");
        assertThat(forwards.status(anyway).links().getFirst().text())
                .isEqualTo("http://198.51.100.7:8000/");
    }

    @Test
    void whereThisPcItselfHasThePublicAddressNoRouterIsAskedAndTheLinkIsItsOwn() {
        forwards.situation(SITUATION.withOutside(seen("192.168.0.7")));

        assertThat(forwards.open(FORWARD, step -> {})).isInstanceOf(Opening.Opened.class);

        assertThat(router.maps).isZero();
        assertThat(forwards.status(FORWARD).hops())
                .extracting(HopView::hop)
                .doesNotContain(HopKind.ROUTER);
        assertThat(hop(HopKind.INTERNET)).isEqualTo(State.OPEN);
        assertThat(forwards.status(FORWARD).links().getFirst())
                .returns("http://192.168.0.7:8000/", Link::text)
                .returns(Link.Reach.INTERNET, Link::reach);
    }

    /** As after a change of the network: who was mapped there is judged anew. */
    @Test
    void anotherRouterIsJudgedAnewBeforeItMaps() throws IOException {
        forwards.open(FORWARD, step -> {});
        try (FakeMappingServer other = new FakeMappingServer()) {
            found = other.found().judgedBy(routers -> Optional.of(Address.parse("198.51.100.7")));

            forwards.situation(SITUATION.withNetwork(otherNetwork()));

            await().untilAsserted(() -> assertThat(hop(HopKind.ROUTER)).isEqualTo(State.PROBLEM));
            assertThat(other.maps).isZero();
        }
    }

    @Test
    void aForwardThatWasOnIsJudgedAnewWhenNaruStartsAgain() throws IOException {
        Settings settings = new Settings(new SettingsFolder(folder), Clock.systemUTC());
        settings.put(new SavedForward(FORWARD, true, Optional.empty()));
        seenInstead("198.51.100.7");

        new SavedForwards(settings, forwards, Clock.systemUTC())
                .restore((forward, why) -> assertThat(why).isNull());

        assertThat(forwards.open()).hasSize(1);
        assertThat(router.maps).isZero();
    }

    private void seenInstead(String address) {
        found = router.found().judgedBy(routers -> Optional.of(Address.parse(address)));
        forwards.situation(SITUATION.withOutside(seen(address)));
    }

    static Fact<PublicAddresses> seen(String address) {
        return new Fact.Known<>(
                new PublicAddresses(
                        List.of(
                                new SourceAnswer(
                                        new Source(Source.Kind.STUN, "stun.example"),
                                        IpVersion.IPV4,
                                        new SourceAnswer.Seen(Address.parse(address)),
                                        5))));
    }

    @Test
    void aRouterThatComesLaterIsAskedWhenTheNetworkHasChanged() {
        found = new Found(List.of());
        forwards.open(FORWARD, step -> {});
        assertThat(hop(HopKind.ROUTER)).isEqualTo(State.BY_HAND);

        found = router.found();
        forwards.situation(SITUATION.withNetwork(otherNetwork()));

        await().untilAsserted(() -> assertThat(hop(HopKind.ROUTER)).isEqualTo(State.OPEN));
        assertThat(router.mapped).containsOnlyKeys("6/8000");
    }

    @Test
    void aMappingFollowsThisPcsAddress() {
        forwards.open(FORWARD, step -> {});

        forwards.situation(SITUATION.withNetwork(otherNetwork()));

        await().untilAsserted(() -> assertThat(router.maps).isEqualTo(2));
        assertThat(forwards.inPlace(FORWARD.id()))
                .filteredOn(Change.MapPorts.class::isInstance)
                .singleElement()
                .satisfies(change ->
                        assertThat(change.description().arguments()).contains("192.168.0.8"));
        assertThat(forwards.close(FORWARD.id(), step -> {})).isEmpty();
        assertThat(router.mapped).isEmpty();
        assertThat(forwards.leftOver()).isEmpty();
    }

    @Test
    void anEndingProcessTakesItsMappingsBack() throws IOException {
        forwards.open(FORWARD, step -> {});

        forwards.close();

        assertThat(router.mapped).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatACrashLeftIsFoundAndTakenBackWithItsSecret() throws IOException {
        forwards.open(FORWARD, step -> {});

        try (Forwards later = afterACrash()) {
            assertThat(later.adopt()).hasSize(1);
            assertThat(later.leftOver()).hasSize(1);
            assertThat(later.closeLeftOver(step -> {})).isEmpty();
            assertThat(router.mapped).isEmpty();
        }
    }

    @Test
    void whatACrashLeftIsTakenOverByTheSameForward() throws IOException {
        forwards.open(FORWARD, step -> {});

        try (Forwards later = afterACrash()) {
            later.adopt();
            later.open(FORWARD, step -> {});
            assertThat(later.leftOver()).isEmpty();
            assertThat(later.status(FORWARD).links().getFirst().reach())
                    .isEqualTo(Link.Reach.INTERNET);
            later.close(FORWARD.id(), step -> {});
            assertThat(router.mapped).isEmpty();
        }
    }

    @Test
    void whatHasExpiredByItselfIsNotLeftOver() throws IOException {
        forwards.open(FORWARD, step -> {});

        now = now.plus(Duration.ofHours(2));
        try (Forwards later = afterACrash()) {
            assertThat(later.adopt()).isEmpty();
        }
    }

    @Test
    void whatCanNotBeTakenBackStaysInTheJournal() {
        forwards.open(FORWARD, step -> {});

        router.result = 2;
        assertThat(forwards.close(FORWARD.id(), step -> {})).hasSize(1);

        assertThat(forwards.leftOver()).hasSize(1);
        router.result = 0;
        assertThat(forwards.closeLeftOver(step -> {})).isEmpty();
        assertThat(router.mapped).isEmpty();
    }

    /** The first process is still there, so the second gets a copy of what is on the disk. */
    private Forwards afterACrash() throws IOException {
        Files.copy(folder.resolve("one.json"), folder.resolve("crashed.json"));
        Files.createFile(folder.resolve("crashed.lock"));
        return process("two");
    }

    private State hop(HopKind kind) {
        return view(kind).state();
    }

    private HopView view(HopKind kind) {
        return forwards.status(FORWARD).hops().stream()
                .filter(view -> view.hop() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Fact<Network> otherNetwork() {
        return new Fact.Known<>(
                new Network(
                        List.of(
                                Situations.netInterface(
                                        3,
                                        "Ethernet",
                                        NetInterface.Kind.ETHERNET,
                                        "192.168.0.8",
                                        24)),
                        List.of()));
    }
}
