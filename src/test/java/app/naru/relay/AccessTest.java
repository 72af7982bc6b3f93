package app.naru.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.naru.FreePorts;
import app.naru.forward.Address;
import app.naru.forward.Cidr;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may come, by the lists and at a relay. */
final class AccessTest extends TcpFixture {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    -,                           -,                  192.0.2.7,        true
                    192.0.2.0/24,                -,                  192.0.2.7,        true
                    192.0.2.0/24,                -,                  192.0.3.7,        false
                    192.0.2.0/24 198.51.100.0/24, -,                 198.51.100.9,     true
                    192.0.2.0/24,                192.0.2.7,          192.0.2.7,        false
                    192.0.2.0/24,                192.0.2.7,          192.0.2.8,        true
                    -,                           192.0.2.0/24,       198.51.100.9,     true
                    192.0.2.0/24,                -,                  ::ffff:192.0.2.7, true
                    -,                           192.0.2.0/24,       ::ffff:192.0.2.7, false
                    2001:db8::/32,               -,                  2001:db8:1::9,    true
                    2001:db8::/32,               -,                  2001:db9::9,      false
                    2001:db8::/32,               2001:db8:1::/48,    2001:db8:1::9,    false
                    -,                           2001:db8:1::/48,    2001:db8:2::9,    true
                    2001:db8::/32,               -,                  192.0.2.7,        false
                    0.0.0.0/0,                   -,                  2001:db8::1,      false
                    """)
    void admits(String allow, String deny, String client, boolean admitted) {
        assertThat(new Access(list(allow), list(deny)).admits(Address.parse(client)))
                .isEqualTo(admitted);
    }

    private static List<Cidr> list(String text) {
        return text == null ? List.of() : Arrays.stream(text.split(" ")).map(Cidr::parse).toList();
    }

    @Test
    void turnsAwayADeniedIpv6ClientAndEndsWhatItHasOpen() throws Exception {
        InetAddress ipv6 = Address.parse("::1");
        assumeTrue(canBind(ipv6), "this PC has IPv6");
        Relay relay =
                toClose(
                        Relay.open(
                                new RelaySpec(
                                        Protocol.TCP,
                                        List.of(ipv6),
                                        PortRange.of(FreePorts.one()),
                                        List.of(Relays.endpoint(server)),
                                        Access.EVERYONE)));
        Socket before = connect(relay);
        roundTrip(before, accept());

        relay.access(new Access(List.of(), List.of(Cidr.parse("::1/128"))));

        assertEnded(before);
        assertEnded(connect(relay));
        await().untilAsserted(() -> assertThat(relay.snapshot().refused()).isEqualTo(1));
        assertThat(relay.snapshot().open()).isZero();
    }

    private static boolean canBind(InetAddress address) {
        try (ServerSocket socket = new ServerSocket(0, 1, address)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
