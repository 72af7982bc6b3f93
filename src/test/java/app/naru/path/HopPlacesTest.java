package app.naru.path;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Forward;
import app.naru.survey.Situation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HopPlacesTest {

    private static Map<HopKind, String> places(Forward forward, Situation situation) {
        return HopPlaces.of(
                new ForwardStatus(
                        forward,
                        ForwardStatus.State.CLOSED,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Link.of(forward, situation, Standing.CLOSED),
                        Optional.empty()),
                situation);
    }

    @Test
    void namesTheAddressAndThePortAtEachHop() {
        assertThat(places(Situations.forward("8000", "3000", "lan"), Situations.windows()))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                HopKind.ROUTER, "192.168.0.1",
                                HopKind.LOCAL_NETWORK, "192.168.0.7:8000",
                                HopKind.FIREWALL, "TCP 8000",
                                HopKind.RELAY, "8000 → 3000",
                                HopKind.SERVER, "localhost:3000"));
    }

    @Test
    void namesTheOtherDevice() {
        assertThat(
                        places(
                                Situations.forward("8000", "192.168.0.9:25565", "lan"),
                                Situations.windows()))
                .containsEntry(HopKind.SERVER, "192.168.0.9:25565");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(
                        places(
                                Situations.forward("8000", "3000", "internet"),
                                Situation.unseen(
                                        Situation.OperatingSystem.WINDOWS, 1, Optional.empty())))
                .containsOnlyKeys(HopKind.FIREWALL, HopKind.RELAY, HopKind.SERVER);
    }
}
