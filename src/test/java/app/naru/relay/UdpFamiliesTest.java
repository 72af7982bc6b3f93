package app.naru.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.naru.FreePorts;
import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Datagrams from one of the Internet's two address families to the other, and back. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class UdpFamiliesTest {

    private static final InetAddress IPV4 = Address.parse("127.0.0.1");
    private static final InetAddress IPV6 = Address.parse("::1");

    @BeforeEach
    void thisPcHasBoth() {
        assumeThat(canBind(IPV6)).as("this PC has IPv6").isTrue();
    }

    @Test
    void anIpv6ClientReachesAnIpv4Server() throws Exception {
        assertReaches(IPV6, IPV6, IPV4);
    }

    @Test
    void anIpv4ClientReachesAnIpv6Server() throws Exception {
        assertReaches(IPV4, IPV4, IPV6);
    }

    @Test
    void clientsOfBothReachAServerThroughOneDualStackPort() throws Exception {
        InetAddress both = Address.parse("::");
        assertReaches(IPV6, both, IPV4);
        assertReaches(IPV4, both, IPV6);
        assertReaches(IPV4, both, IPV4);
    }

    /** Twice, for the second datagram goes through a session that is there already. */
    private static void assertReaches(InetAddress from, InetAddress through, InetAddress to)
            throws Exception {
        try (DatagramSocket server = socket(to);
                Relay relay = Relay.open(spec(through, server));
                DatagramSocket client = socket(from)) {
            InetSocketAddress door = new InetSocketAddress(from, Relays.address(relay).getPort());
            for (String question : List.of("first", "second")) {
                client.send(packet(question, door));
                DatagramPacket asked = receive(server);
                assertThat(text(asked)).isEqualTo(question);
                assertThat(asked.getAddress()).isEqualTo(to);
                server.send(
                        packet(
                                "answer to " + question,
                                (InetSocketAddress) asked.getSocketAddress()));
                DatagramPacket answer = receive(client);
                assertThat(text(answer)).isEqualTo("answer to " + question);
                assertThat(answer.getSocketAddress()).isEqualTo(door);
            }
            assertThat(relay.visits())
                    .singleElement()
                    .satisfies(visit ->
                            assertThat(visit.client()).isEqualTo(client.getLocalSocketAddress()));
        }
    }

    private static RelaySpec spec(InetAddress through, DatagramSocket server) throws IOException {
        return new RelaySpec(
                Protocol.UDP,
                List.of(through),
                PortRange.of(FreePorts.one()),
                List.of(
                        new Endpoint(
                                Address.text(server.getLocalAddress()),
                                new Port(server.getLocalPort()))),
                Access.EVERYONE);
    }

    private static DatagramSocket socket(InetAddress address) throws SocketException {
        DatagramSocket socket = new DatagramSocket(0, address);
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static DatagramPacket packet(String text, InetSocketAddress to) {
        byte[] bytes = text.getBytes(US_ASCII);
        return new DatagramPacket(bytes, bytes.length, to);
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[100], 100);
        socket.receive(packet);
        return packet;
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), US_ASCII);
    }

    private static boolean canBind(InetAddress address) {
        try (DatagramSocket socket = new DatagramSocket(0, address)) {
            return socket.isBound();
        } catch (SocketException e) {
            return false;
        }
    }
}
