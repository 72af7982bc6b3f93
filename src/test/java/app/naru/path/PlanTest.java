package app.naru.path;

import static app.naru.path.Situations.forward;
import static app.naru.path.Situations.linux;
import static app.naru.path.Situations.listener;
import static app.naru.path.Situations.windows;
import static app.naru.path.Situations.wsl;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.firewall.NetworkId;
import app.naru.forward.Address;
import app.naru.forward.Forward;
import app.naru.forward.HttpNames;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.internet.IpVersion;
import app.naru.internet.PublicAddresses;
import app.naru.internet.Source;
import app.naru.internet.SourceAnswer;
import app.naru.relay.RelaySpec;
import app.naru.relay.http.HttpMode;
import app.naru.survey.Fact;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.wsl.Distro;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import app.naru.wsl.WslInside;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlanTest {

    private static final String MARK = "Naru - Django [0badcafe]";

    @Test
    void aServerOnLoopbackNeedsTheRuleAndThenTheRelay() {
        Plan plan =
                Plan.of(
                        forward("8000", "8000", "lan"),
                        windows(listener("127.0.0.1", 8000, "python.exe")));

        assertThat(plan.obstacles()).isEmpty();
        assertThat(plan.changes())
                .extracting(Change::hop)
                .containsExactly(HopKind.FIREWALL, HopKind.RELAY);
        assertThat(command(plan))
                .contains(
                        "netsh advfirewall firewall add rule name=\"" + MARK + "\"",
                        "dir=in",
                        "action=allow",
                        "program=\"" + Situations.OWN_PROGRAM + "\"",
                        "protocol=tcp",
                        "localport=8000",
                        "remoteip=localsubnet",
                        "profile=domain,private");
        assertThat(relay(plan).addresses()).containsExactly(Address.parse("192.168.0.7"));
        assertThat(relay(plan).targets())
                .extracting(Object::toString)
                .containsExactly("127.0.0.1:8000", "[::1]:8000");
    }

    @Test
    void aServerOnTheLanAddressItselfNeedsTheRuleAlone() {
        Plan plan =
                Plan.of(
                        forward("8000", "8000", "lan"),
                        windows(listener("0.0.0.0", 8000, "python.exe")));

        assertThat(plan.changes()).extracting(Change::hop).containsExactly(HopKind.FIREWALL);
        assertThat(command(plan)).doesNotContain("program=");
    }

    @Test
    void anotherPortThanTheServersNeedsTheRelayEvenThen() {
        Plan plan =
                Plan.of(
                        forward("80", "8000", "lan"),
                        windows(listener("0.0.0.0", 8000, "python.exe")));

        assertThat(relay(plan).ports()).hasToString("80");
        assertThat(relay(plan).targets()).extracting(Object::toString).contains("127.0.0.1:8000");
    }

    @Test
    void naruItselfIsNoServer() {
        Situation situation =
                windows(
                        listener("127.0.0.1", 8000, "python.exe"),
                        listener("192.168.0.7", 8000, "Naru.exe", Situations.OWN_PID));

        assertThat(Plan.of(forward("8000", "8000", "lan"), situation).changes())
                .extracting(Change::hop)
                .contains(HopKind.RELAY);
    }

    @Test
    void httpModeNeedsTheRelayAndKnowsThisPcsAddressesAndTheChosenNames() {
        Forward forward =
                forward("8000", "8000", "lan").inHttpMode(HttpNames.parse("pc.example.com"));
        Plan plan = Plan.of(forward, windows(listener("127.0.0.1", 8000, "python.exe")));

        HttpMode mode = relay(plan).http().orElseThrow();
        assertThat(mode.names()).contains("pc.example.com", "192.168.0.7");
        assertThat(mode.serverAuthority()).isEqualTo("localhost:8000");
        assertThat(mode.anyAddress()).isFalse();
        assertThat(plan.changes().getLast().description().key())
                .isEqualTo("path.change.relay.http");
    }

    @Test
    void httpModeForTheInternetTakesAnyAddressUntilThePublicOneIsKnown() {
        Forward forward = forward("8000", "8000", "internet").inHttpMode(HttpNames.parse(""));
        Situation situation = windows(listener("127.0.0.1", 8000, "python.exe"));

        assertThat(relay(Plan.of(forward, situation)).http().orElseThrow().anyAddress()).isTrue();
        HttpMode known =
                relay(
                                Plan.of(
                                        forward,
                                        situation.withOutside(
                                                new Fact.Known<>(seenAs("203.0.113.9")))))
                        .http()
                        .orElseThrow();
        assertThat(known.anyAddress()).isFalse();
        assertThat(known.names()).contains("203.0.113.9");
    }

    private static PublicAddresses seenAs(String address) {
        return new PublicAddresses(
                List.of(
                        new SourceAnswer(
                                new Source(Source.Kind.STUN, "stun.example"),
                                IpVersion.IPV4,
                                new SourceAnswer.Seen(Address.parse(address)),
                                20)));
    }

    @Test
    void httpModeNeedsAPortThatTheServerDoesNotHoldItself() {
        Situation situation = windows(listener("0.0.0.0", 8000, "python.exe"));

        assertThat(
                        Plan.of(
                                        forward("8000", "8000", "lan")
                                                .inHttpMode(HttpNames.parse("")),
                                        situation)
                                .obstacles())
                .extracting(Sentence::key)
                .containsExactly("path.relay.http.taken");
        assertThat(
                        Plan.of(
                                        forward("8001", "8000", "lan")
                                                .inHttpMode(HttpNames.parse("")),
                                        situation)
                                .obstacles())
                .isEmpty();
    }

    @Test
    void aServerOnIpv6LoopbackIsConnectedToThereFirst() {
        Plan plan =
                Plan.of(forward("5173", "5173", "lan"), windows(listener("::1", 5173, "node.exe")));

        assertThat(relay(plan).targets())
                .extracting(Object::toString)
                .containsExactly("[::1]:5173", "127.0.0.1:5173");
    }

    @Test
    void aServerInWslIsTriedThroughLocalhostAndThenAtItsOwnAddress() {
        Situation situation =
                windows(listener("127.0.0.1", 8000, "wslrelay.exe"))
                        .withWsl(wsl(NetworkingMode.NAT, true, "172.28.185.15"));

        assertThat(relay(Plan.of(forward("8000", "wsl:8000", "lan"), situation)).targets())
                .extracting(Object::toString)
                .containsExactly("127.0.0.1:8000", "172.28.185.15:8000");
    }

    @Test
    void localhostIsNotTriedForWslWhereAnotherProgramHoldsThePort() {
        Situation situation =
                windows(listener("127.0.0.1", 8000, "node.exe"))
                        .withWsl(wsl(NetworkingMode.NAT, true, "172.28.185.15"));

        assertThat(relay(Plan.of(forward("8000", "wsl:8000", "lan"), situation)).targets())
                .extracting(Object::toString)
                .containsExactly("172.28.185.15:8000");
    }

    @Test
    void datagramsForWslGoToItsOwnAddressAlone() {
        Situation situation = windows().withWsl(wsl(NetworkingMode.NAT, true, "172.28.185.15"));
        assertThat(targets(udp(forward("8000", "wsl:8000", "lan")), situation))
                .containsExactly("172.28.185.15:8000");
    }

    @Test
    void inOtherModesTheLastAddressBehindThisPcMeansNothing() {
        for (NetworkingMode mode : List.of(NetworkingMode.CONSOMME, NetworkingMode.MIRRORED)) {
            Situation situation = windows().withWsl(wsl(mode, true, "172.28.185.15"));
            assertThat(targets(forward("9000", "wsl:8000", "lan"), situation))
                    .containsExactly("127.0.0.1:8000");
        }
    }

    @Test
    void whatWslSaysOfItselfCountsMoreThanItsSettings() {
        Situation situation =
                inside(
                        windows().withWsl(wsl(NetworkingMode.MIRRORED, true, "172.28.185.15")),
                        new WslInside(
                                List.of("Ubuntu"),
                                List.of(),
                                Optional.of(Address.parse("172.20.0.9")),
                                Optional.of(NetworkingMode.NAT)));
        assertThat(targets(forward("8000", "wsl:8000", "lan"), situation))
                .containsExactly("127.0.0.1:8000", "172.20.0.9:8000");
    }

    @Test
    void theFirstWslIsThisPc() {
        Situation situation =
                windows(listener("127.0.0.1", 8000, "python3"))
                        .withWsl(
                                new Fact.Known<>(
                                        new Wsl(
                                                Optional.empty(),
                                                List.of(new Distro("{1}", "Debian", 1, true)),
                                                false,
                                                NetworkingMode.NAT,
                                                Optional.empty())));
        Forward forward = forward("8000", "wsl:8000", "lan");
        assertThat(targets(forward, situation)).containsExactly("127.0.0.1:8000", "[::1]:8000");
        assertThat(Hops.look(forward, situation, Standing.CLOSED))
                .filteredOn(view -> view.hop() == HopKind.WSL)
                .extracting(view -> view.sentence().key())
                .containsExactly("path.wsl.first");
    }

    @Test
    void theWayToAServerThatHasEndedKeepsItsHops() {
        Forward forward = forward("8000", "8000", "lan");
        Standing open = new Standing(true, List.of(), Optional.empty(), Optional.empty());
        Situation served = windows(listener("0.0.0.0", 8000, "python.exe"));
        List<HopKind> before = kinds(Hops.look(forward, served, open));
        assertThat(before).doesNotContain(HopKind.RELAY);

        assertThat(kinds(Hops.look(forward, windows(), open))).isEqualTo(before);

        Situation onLoopback = windows(listener("127.0.0.1", 8000, "python.exe"));
        assertThat(kinds(Hops.look(forward, onLoopback, open))).contains(HopKind.RELAY);
        assertThat(kinds(Hops.look(forward, windows(), Standing.CLOSED))).contains(HopKind.RELAY);
    }

    private static List<HopKind> kinds(List<HopView> hops) {
        return hops.stream().map(HopView::hop).toList();
    }

    @Test
    void aDistributionIsStartedFirstAndOnlyOnRequest() {
        Situation stopped = windows().withWsl(wsl(NetworkingMode.NAT, false, "172.28.185.15"));
        Forward forward = forward("8000", "wsl:8000", "lan");
        assertThat(Plan.of(forward, stopped).changes())
                .noneMatch(change -> change instanceof Change.KeepDistroRunning);
        assertThat(Plan.of(forward.startingWsl(true), stopped).changes())
                .first()
                .isEqualTo(new Change.KeepDistroRunning("Ubuntu"));
        assertThat(Hops.look(forward.startingWsl(true), stopped, Standing.CLOSED))
                .filteredOn(view -> view.hop() == HopKind.WSL)
                .extracting(view -> view.sentence().key())
                .containsExactly("path.wsl.willStart");
    }

    @Test
    void aPublicNetworkIsMadePrivateOnlyOnRequest() {
        NetworkId cafe = new NetworkId("{6A1B1C1E-1111-4222-8333-444455556666}");
        NetInterface wifi =
                new NetInterface(
                        3,
                        "Wi-Fi",
                        "",
                        NetInterface.Kind.WIFI,
                        List.of(new NetInterface.Assigned(Address.parse("192.168.0.7"), 24)),
                        Optional.of(NetworkProfile.PUBLIC),
                        Optional.of(cafe));
        Situation situation =
                windows().withNetwork(new Fact.Known<>(new Network(List.of(wifi), List.of())));
        Forward forward = forward("8000", "8000", "lan");
        Change trust = new FirewallChange.TrustNetwork(cafe, "Wi-Fi");
        assertThat(Plan.of(forward, situation).changes()).doesNotContain(trust);
        assertThat(Plan.of(forward.trustingNetwork(true), situation).changes())
                .first()
                .isEqualTo(trust);
        assertThat(Hops.look(forward.trustingNetwork(true), situation, Standing.CLOSED))
                .filteredOn(view -> view.hop() == HopKind.LOCAL_NETWORK)
                .extracting(view -> view.sentence().key())
                .containsExactly("path.lan.address");
    }

    @Test
    void mirroredWslIsLetInByTheHyperVFirewallToo() {
        Situation situation =
                windows().withWsl(wsl(NetworkingMode.MIRRORED, true, "172.28.185.15"));
        assertThat(Plan.of(forward("8000", "wsl:8000", "lan"), situation).changes())
                .extracting(change -> change.command().orElse(""))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("New-NetFirewallHyperVRule ")
                .contains("'8000'", "192.168.0.0/24");
    }

    private static Situation inside(Situation situation, WslInside inside) {
        return situation.withWindows(situation.windows().withWslInside(new Fact.Known<>(inside)));
    }

    private static Forward udp(Forward tcp) {
        return new Forward(
                tcp.id(),
                tcp.name(),
                Protocol.UDP,
                tcp.ports(),
                tcp.listen(),
                tcp.target(),
                tcp.audience(),
                tcp.lifetime(),
                tcp.profiles(),
                tcp.description());
    }

    private static List<String> targets(Forward forward, Situation situation) {
        return Plan.of(forward, situation).changes().stream()
                .filter(Change.RunRelay.class::isInstance)
                .map(Change.RunRelay.class::cast)
                .flatMap(change -> change.relay().targets().stream())
                .map(Object::toString)
                .toList();
    }

    @Test
    void mirroredWslNeedsNoRelay() {
        Situation situation =
                windows().withWsl(wsl(NetworkingMode.MIRRORED, true, "172.28.185.15"));

        assertThat(Plan.of(forward("8000", "wsl:8000", "lan"), situation).changes())
                .extracting(Change::hop)
                .doesNotContain(HopKind.RELAY);
    }

    @Test
    void aDistroThatIsNotThereIsAnObstacleWithItsName() {
        Situation situation = windows().withWsl(wsl(NetworkingMode.NAT, true, "172.28.185.15"));

        assertThat(Plan.of(forward("8000", "wsl:Debian:8000", "lan"), situation).obstacles())
                .containsExactly(Sentence.of("path.wsl.noSuchDistro", "Debian"));
        assertThat(Plan.of(forward("8000", "wsl:ubuntu:8000", "lan"), situation).obstacles())
                .isEmpty();
    }

    @Test
    void wslElsewhereThanOnWindowsIsAnObstacle() {
        assertThat(Plan.of(forward("8000", "wsl:8000", "lan"), linux()).obstacles())
                .containsExactly(Sentence.of("survey.wsl.notHere"));
    }

    @Test
    void theAudienceBecomesTheRulesRemoteAddressAndTheRelaysAccessList() {
        Situation situation = windows();
        Plan lan = Plan.of(forward("8000", "8000", "lan"), situation);
        Plan chosen = Plan.of(forward("8000", "8000", "192.168.0.9,10.0.0.0/8"), situation);
        Plan internet = Plan.of(forward("8000", "8000", "internet"), situation);

        assertThat(relay(lan).access().admits(Address.parse("192.168.0.200"))).isTrue();
        assertThat(relay(lan).access().admits(Address.parse("127.0.0.1"))).isTrue();
        assertThat(relay(lan).access().admits(Address.parse("192.168.1.1"))).isFalse();
        assertThat(relay(lan).access().admits(Address.parse("10.8.0.9"))).isFalse();
        assertThat(command(chosen)).contains("remoteip=192.168.0.9,10.0.0.0/8");
        assertThat(relay(chosen).access().admits(Address.parse("10.1.2.3"))).isTrue();
        assertThat(relay(chosen).access().admits(Address.parse("192.168.0.8"))).isFalse();
        assertThat(command(internet)).contains("remoteip=any");
        assertThat(relay(internet).access().admits(Address.parse("8.8.8.8"))).isTrue();
    }

    @Test
    void anAddressOfNoInterfaceIsAnObstacle() {
        assertThat(Plan.of(forward("8000", "8000", "lan", "192.168.5.5"), windows()).obstacles())
                .containsExactly(Sentence.of("path.relay.foreignAddress", "192.168.5.5"));
    }

    @Test
    void aPcWithoutANetworkHasNothingToListenOn() {
        Situation alone =
                windows()
                        .withNetwork(
                                new Fact.Known<>(
                                        new app.naru.survey.Network(List.of(), List.of())));

        Plan plan = Plan.of(forward("8000", "8000", "lan"), alone);

        assertThat(plan.obstacles()).containsExactly(Sentence.of("path.relay.noAddress"));
        assertThat(plan.changes()).extracting(Change::hop).doesNotContain(HopKind.RELAY);
    }

    @Test
    void theRouterIsToldTheAddressBesideItAndNotTheVpns() {
        Forward forward = forward("8000", "3000", "internet");

        Optional<PortMapping> mapping = PortMapping.wanted(forward, windows());

        assertThat(mapping)
                .hasValueSatisfying(wanted -> {
                    assertThat(wanted.internalAddress()).isEqualTo(Address.parse("192.168.0.7"));
                    assertThat(wanted.externalPorts()).hasToString("8000");
                    assertThat(wanted.internalPorts()).hasToString("8000");
                    assertThat(wanted.router()).contains(Address.parse("192.168.0.1"));
                });
    }

    @Test
    void theHopsAreThoseThatThePathCrosses() {
        assertThat(
                        kinds(
                                forward("8000", "8000", "lan"),
                                linux(listener("127.0.0.1", 8000, "python3"))))
                .containsExactly(
                        HopKind.SERVER, HopKind.RELAY, HopKind.FIREWALL, HopKind.LOCAL_NETWORK);
        assertThat(
                        kinds(
                                forward("8000", "wsl:8000", "internet"),
                                windows().withWsl(wsl(NetworkingMode.NAT, true, "172.28.185.15"))))
                .containsExactly(HopKind.values());
    }

    @Test
    void aNetworkOfAKindThatTheRuleLeavesOutStandsInTheWay() {
        Forward publicOnly =
                new Forward(
                        "0badcafe",
                        new app.naru.forward.ForwardName("Django"),
                        app.naru.forward.Protocol.TCP,
                        app.naru.forward.PortRange.of(8000),
                        new app.naru.forward.Listen.LanAddresses(),
                        app.naru.forward.Target.parse("8000"),
                        new app.naru.forward.Audience.ThisNetwork(),
                        new app.naru.forward.Lifetime.UntilStopped(),
                        java.util.Set.of(app.naru.forward.NetworkProfile.PUBLIC),
                        "");

        assertThat(Hops.look(publicOnly, windows(), Standing.CLOSED))
                .filteredOn(view -> view.hop() == HopKind.LOCAL_NETWORK)
                .singleElement()
                .returns(HopView.State.PROBLEM, HopView::state)
                .returns(
                        Sentence.of("path.lan.profile", Sentence.of("profile.private")),
                        HopView::sentence);
    }

    @Test
    void linksAreForABrowserWhereOneCanOpenThem() {
        assertThat(Link.of(forward("8000", "8000", "lan"), windows(), Standing.CLOSED))
                .extracting(Link::text)
                .containsExactly("http://192.168.0.7:8000/");
        assertThat(Link.of(forward("2222", "22", "lan"), windows(), Standing.CLOSED))
                .extracting(Link::text)
                .containsExactly("192.168.0.7:2222");
        assertThat(Link.of(forward("443", "443", "lan"), windows(), Standing.CLOSED))
                .extracting(Link::text)
                .containsExactly("https://192.168.0.7:443/");
    }

    private static List<HopKind> kinds(Forward forward, Situation situation) {
        return Hops.look(forward, situation, Standing.CLOSED).stream().map(HopView::hop).toList();
    }

    private static RelaySpec relay(Plan plan) {
        return plan.changes().stream()
                .filter(Change.RunRelay.class::isInstance)
                .map(change -> ((Change.RunRelay) change).relay())
                .findFirst()
                .orElseThrow();
    }

    private static String command(Plan plan) {
        return plan.changes().stream()
                .flatMap(change -> change.command().stream())
                .findFirst()
                .orElseThrow();
    }
}
