package app.naru.survey;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows from interfaces and gateways. */
final class NetworkTest {

    private static final NetInterface LAN =
            netInterface(3, NetInterface.Kind.ETHERNET, "192.168.0.7");
    private static final Gateway ROUTER = new Gateway(Address.parse("192.168.0.1"), 3, 25);

    private static NetInterface netInterface(int index, NetInterface.Kind kind, String address) {
        return new NetInterface(
                index,
                "if" + index,
                "",
                kind,
                List.of(new NetInterface.Assigned(Address.parse(address), 24)),
                Optional.empty());
    }

    private static Optional<String> besideOtherWays(List<NetInterface> all, Gateway... gateways) {
        return new Network(all, List.of(gateways)).addressBesideOtherWays().map(Address::text);
    }

    @Test
    void whereTheRouterIsTheOnlyWayThereIsNoOther() {
        NetInterface hyperV = netInterface(5, NetInterface.Kind.VIRTUAL, "172.28.0.1");
        assertThat(besideOtherWays(List.of(LAN, hyperV), ROUTER)).isEmpty();
        assertThat(besideOtherWays(List.of(LAN))).isEmpty();
    }

    @Test
    void aTunnelIsAnotherWayAndSoIsAnotherGateway() {
        NetInterface tunnel = netInterface(9, NetInterface.Kind.TUNNEL, "10.8.0.2");
        NetInterface other = netInterface(8, NetInterface.Kind.OTHER, "172.28.0.1");
        assertThat(besideOtherWays(List.of(tunnel, LAN), ROUTER)).contains("192.168.0.7");
        assertThat(
                        besideOtherWays(
                                List.of(
                                        LAN,
                                        netInterface(7, NetInterface.Kind.VIRTUAL, "10.0.0.2")),
                                ROUTER,
                                new Gateway(Address.parse("10.0.0.1"), 7, 5)))
                .contains("192.168.0.7");
        assertThat(besideOtherWays(List.of(LAN, other), ROUTER)).isEmpty();
    }
}
