package app.naru.path;

import static app.naru.path.Situations.forward;
import static app.naru.path.Situations.linux;
import static app.naru.path.Situations.listener;
import static app.naru.path.Situations.windows;
import static app.naru.path.Situations.wsl;
import static org.assertj.core.api.Assertions.assertThat;

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
import app.naru.survey.Situation;
import app.naru.wsl.NetworkingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The hops of a path, and the link that leads along them. */
final class HopsTest {

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

    @Test
    void aClosedOneForTheInternetHasNoLinkUntilTheAddressIsKnown() {
        Forward forward = forward("8000", "8000", "internet");
        Situation unknown = windows();
        assertThat(status(forward, unknown, ForwardStatus.State.CLOSED).link()).isEmpty();
        assertThat(status(forward, unknown, ForwardStatus.State.OPEN).link())
                .map(Link::text)
                .contains("http://192.168.0.7:8000/");

        assertThat(
                        status(
                                        forward,
                                        windows()
                                                .withOutside(
                                                        MappedForwardsTest.seen("203.0.113.7")),
                                        ForwardStatus.State.CLOSED)
                                .link())
                .map(Link::text)
                .contains("http://203.0.113.7:8000/");
    }

    private static ForwardStatus status(
            Forward forward, Situation situation, ForwardStatus.State state) {
        return new ForwardStatus(
                forward,
                state,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Link.of(forward, situation, Standing.CLOSED),
                Optional.empty());
    }

    private static List<HopKind> kinds(List<HopView> hops) {
        return hops.stream().map(HopView::hop).toList();
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
                        new ForwardName("Django"),
                        Protocol.TCP,
                        PortRange.of(8000),
                        new Listen.LanAddresses(),
                        Target.parse("8000"),
                        new Audience.ThisNetwork(),
                        new Lifetime.UntilStopped(),
                        Set.of(NetworkProfile.PUBLIC),
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
}
