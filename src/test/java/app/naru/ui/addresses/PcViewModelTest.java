package app.naru.ui.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.NetworkProfile;
import app.naru.survey.Fact;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PcViewModelTest {

    private static List<String> copied(String... addresses) {
        NetInterface wifi =
                new NetInterface(
                        3,
                        "Wi-Fi",
                        "Wireless adapter",
                        NetInterface.Kind.WIFI,
                        Stream.of(addresses)
                                .map(each -> new NetInterface.Assigned(Address.parse(each), 24))
                                .toList(),
                        Optional.of(NetworkProfile.PRIVATE));
        Situation situation =
                Situation.unseen(Situation.OperatingSystem.WINDOWS, 1, Optional.empty())
                        .withNetwork(new Fact.Known<>(new Network(List.of(wifi), List.of())));
        return PcViewModel.rows(situation).stream().flatMap(row -> row.copy().stream()).toList();
    }

    @Test
    void showsTheAddressesThatOthersCanType() {
        assertThat(copied("fe80::1c2d:3e4f:5061:7283", "192.168.0.7", "2001:db8::7"))
                .containsExactly("192.168.0.7", "2001:db8::7");
    }

    @Test
    void anAddressThatThePcGaveItselfIsShownForThatSaysThatNobodyGaveOne() {
        assertThat(copied("169.254.7.9")).containsExactly("169.254.7.9");
    }
}
