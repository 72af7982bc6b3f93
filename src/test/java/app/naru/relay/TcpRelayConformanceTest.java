package app.naru.relay;

import app.naru.FreePorts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Naru's own relay does what a relay must. */
final class TcpRelayConformanceTest extends RelayConformance {

    @Override
    ServerSocket listenAsTarget() throws IOException {
        return new ServerSocket(FreePorts.one(), 4096, Relays.LOOPBACK);
    }

    @Override
    InetSocketAddress relayTo(ServerSocket target) throws IOException {
        Relay relay = toClose(Relay.open(Relays.spec(FreePorts.one(), Relays.endpoint(target))));
        return Relays.address(relay);
    }
}
