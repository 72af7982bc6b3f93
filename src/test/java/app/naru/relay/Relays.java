package app.naru.relay;

import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;

/** Relays on loopback, for tests. */
final class Relays {

    static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private Relays() {}

    static RelaySpec spec(int port, Endpoint... targets) {
        return new RelaySpec(
                Protocol.TCP,
                List.of(LOOPBACK),
                PortRange.of(port),
                Arrays.asList(targets),
                Access.EVERYONE);
    }

    static RelaySpec range(int first, int size, Endpoint target) {
        return new RelaySpec(
                Protocol.TCP,
                List.of(LOOPBACK),
                new PortRange(new Port(first), new Port(first + size - 1)),
                List.of(target),
                Access.EVERYONE);
    }

    static Endpoint endpoint(ServerSocket server) {
        return endpoint(server.getLocalPort());
    }

    static Endpoint endpoint(int port) {
        return Endpoint.parse("127.0.0.1:" + port);
    }

    static InetSocketAddress address(Relay relay) {
        return relay.listening().getFirst();
    }

    /** Whether this system tells a reset from an end: Linux and Windows do, Wine does not. */
    static boolean resetsAreHeard() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
                Socket one = new Socket(LOOPBACK, server.getLocalPort());
                Socket other = server.accept()) {
            one.setSoLinger(true, 0);
            one.close();
            return other.getInputStream().read() != -1;
        } catch (SocketException heard) {
            return true;
        }
    }
}
