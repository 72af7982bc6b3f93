package app.naru.relay;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.FreePorts;
import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PortTrialTest {

    private static final InetAddress HERE = Address.parse("127.0.0.5");
    private static final InetAddress BESIDE = Address.parse("127.0.0.6");

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void saysWhyAPortCanNotBeHad(Protocol protocol) throws Exception {
        Port port = new Port(FreePorts.one());
        InetAddress elsewhere = Address.parse("192.0.2.1");

        assertThat(PortTrial.refusal(protocol, HERE, port)).isEmpty();
        assertThat(PortTrial.refusal(protocol, elsewhere, port))
                .contains(PortUnavailable.Reason.NO_SUCH_ADDRESS);
        try (AutoCloseable holder = hold(protocol, HERE, port.number())) {
            assertThat(PortTrial.refusal(protocol, HERE, port))
                    .as("held by " + holder)
                    .contains(PortUnavailable.Reason.TAKEN);
            assertThat(PortTrial.refusal(protocol, BESIDE, port)).isEmpty();
        }
        assertThat(PortTrial.refusal(protocol, HERE, port)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void findsAsManyPortsThatAreFreeEverywhere(Protocol protocol) throws Exception {
        int first = FreePorts.inARow(6);
        PortRange two = PortRange.parse(first + "-" + (first + 1));
        try (AutoCloseable holder = hold(protocol, BESIDE, first + 3)) {
            assertThat(PortTrial.behind(two, protocol, List.of(HERE, BESIDE)))
                    .as("beside " + holder)
                    .contains(new Port(first + 4));
            assertThat(PortTrial.behind(two, protocol, List.of(HERE)))
                    .contains(new Port(first + 2));
        }
    }

    private static AutoCloseable hold(Protocol protocol, InetAddress address, int port)
            throws Exception {
        InetSocketAddress place = new InetSocketAddress(address, port);
        return switch (protocol) {
            case TCP -> Listening.bind(place);
            case UDP -> UdpPort.bind(place);
        };
    }

    /** A range has to end where ports end. */
    @Test
    void thereIsNothingBehindTheLastPort() {
        for (String ports : List.of("65535", "65530-65534", "60000-65000")) {
            assertThat(PortTrial.behind(PortRange.parse(ports), Protocol.TCP, List.of(HERE)))
                    .isEmpty();
        }
    }
}
