package app.naru.path;

import static app.naru.path.Planned.relay;
import static app.naru.path.Situations.forward;
import static app.naru.path.Situations.linux;
import static app.naru.path.Situations.listener;
import static app.naru.path.Situations.windows;
import static app.naru.path.Situations.wsl;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Forward;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.survey.Fact;
import app.naru.survey.Situation;
import app.naru.wsl.Distro;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import app.naru.wsl.WslInside;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is planned for a server in WSL, in each of its kinds of network. */
final class WslPlanTest {

    @Test
    void aServerInWslIsTriedThroughLocalhostAndThenAtItsOwnAddress() {
        Situation situation =
                windows(listener("127.0.0.1", 8000, "wslrelay.exe"))
                        .withWsl(wsl(NetworkingMode.NAT, true, "172.28.185.15"));

        assertThat(targets(forward("8000", "wsl:8000", "lan"), situation))
                .containsExactly("127.0.0.1:8000", "172.28.185.15:8000");
    }

    @Test
    void localhostIsNotTriedForWslWhereAnotherProgramHoldsThePort() {
        Situation situation =
                windows(listener("127.0.0.1", 8000, "node.exe"))
                        .withWsl(wsl(NetworkingMode.NAT, true, "172.28.185.15"));

        assertThat(targets(forward("8000", "wsl:8000", "lan"), situation))
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
        return relay(Plan.of(forward, situation)).targets().stream().map(Object::toString).toList();
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
}
