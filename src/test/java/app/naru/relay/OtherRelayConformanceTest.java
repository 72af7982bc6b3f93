package app.naru.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Proves the suite itself: a relay of someone else's passes it. Start one that leads from {@code
 * -Drelay.other=PORT} to {@code -Drelay.other.target=PORT}, both on 127.0.0.1, or have {@code ./dev
 * conformance nginx} do it. nginx 1.22 ({@code proxy_half_close on}) passes all but those tagged
 * {@code strict}: it ends with a FIN what was reset, and resets the client where nothing listens.
 */
@EnabledIfSystemProperty(named = "relay.other", matches = "\\d+")
final class OtherRelayConformanceTest extends RelayConformance {

    @Override
    ServerSocket listenAsTarget() throws IOException {
        ServerSocket target = new ServerSocket();
        target.setReuseAddress(true);
        int port = Integer.getInteger("relay.other.target", 0);
        target.bind(new InetSocketAddress(Relays.LOOPBACK, port), 4096);
        return target;
    }

    @Override
    InetSocketAddress relayTo(ServerSocket target) {
        return new InetSocketAddress(Relays.LOOPBACK, Integer.getInteger("relay.other", 0));
    }
}
