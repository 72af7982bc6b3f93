package app.naru.server;

import app.naru.forward.Address;
import app.naru.forward.Port;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * One HTTP request to a server of this PC, and the beginning of its answer. No redirect is
 * followed, and nothing leaves this PC.
 */
final class LocalRequest {

    /** How long it may take in all. */
    static final Duration LIMIT = Duration.ofMillis(500);

    private LocalRequest() {}

    /**
     * Sends the request to the first of the addresses that takes it.
     *
     * @return the answer's first bytes; empty if there was none in time
     */
    static Optional<byte[]> send(Collection<InetAddress> addresses, Port port) {
        RawRequest request = new RawRequest(LIMIT);
        return addresses.stream()
                // From an address of this PC alone: what is sent between two of those stays.
                .map(address ->
                        request.send(
                                new InetSocketAddress(address, port.number()),
                                Optional.of(address),
                                text(address, port)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String text(InetAddress address, Port port) {
        String host =
                address.isLoopbackAddress() ? "localhost:" + port : Address.withPort(address, port);
        return "GET / HTTP/1.1\r\nHost: "
                + host
                + "\r\nUser-Agent: Naru\r\nAccept: text/html,*/*;q=0.5\r\nConnection: close\r\n\r\n";
    }
}
