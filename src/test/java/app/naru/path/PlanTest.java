package app.naru.path;

import static app.naru.path.Planned.command;
import static app.naru.path.Planned.relay;
import static app.naru.path.Situations.forward;
import static app.naru.path.Situations.listener;
import static app.naru.path.Situations.windows;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.firewall.NetworkId;
import app.naru.forward.Address;
import app.naru.forward.Forward;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import app.naru.survey.Fact;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What has to be changed so that others reach a server on this PC. */
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
    void aServerOnIpv6LoopbackIsConnectedToThereFirst() {
        Plan plan =
                Plan.of(forward("5173", "5173", "lan"), windows(listener("::1", 5173, "node.exe")));

        assertThat(relay(plan).targets())
                .extracting(Object::toString)
                .containsExactly("[::1]:5173", "127.0.0.1:5173");
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
                windows().withNetwork(new Fact.Known<>(new Network(List.of(), List.of())));

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
}
