package app.naru.server;

import app.naru.forward.Address;
import app.naru.forward.Port;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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

    /** As much of an answer as is read, in bytes. */
    static final int LONGEST_ANSWER = 16 * 1024;

    private final long deadline = System.nanoTime() + LIMIT.toNanos();

    private LocalRequest() {}

    /**
     * Sends the request to the first of the addresses that takes it.
     *
     * @return the answer's first bytes; empty if there was none in time
     */
    static Optional<byte[]> send(Collection<InetAddress> addresses, Port port) {
        LocalRequest request = new LocalRequest();
        return addresses.stream()
                .map(address -> request.send(address, port))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<byte[]> send(InetAddress address, Port port) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket()) {
            // Succeeds for an address of this PC alone: what is sent between two of those stays.
            socket.bind(new InetSocketAddress(address, 0));
            socket.connect(new InetSocketAddress(address, port.number()), millisLeft());
            socket.getOutputStream()
                    .write(request(address, port).getBytes(StandardCharsets.US_ASCII));
            receive(socket, answer);
        } catch (IOException refusedOrTooSlow) {
            // What came until then may be enough to recognise it.
        }
        return answer.size() == 0 ? Optional.empty() : Optional.of(answer.toByteArray());
    }

    private void receive(Socket socket, ByteArrayOutputStream answer) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[4 * 1024];
        int read = 0;
        while (read >= 0 && answer.size() < LONGEST_ANSWER && System.nanoTime() < deadline) {
            answer.write(buffer, 0, read);
            socket.setSoTimeout(millisLeft());
            read = in.read(buffer, 0, Math.min(buffer.length, LONGEST_ANSWER - answer.size()));
        }
    }

    /** Never 0, which to a socket means for ever. */
    private int millisLeft() {
        return (int) Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
    }

    private static String request(InetAddress address, Port port) {
        String host =
                address.isLoopbackAddress() ? "localhost:" + port : Address.withPort(address, port);
        return "GET / HTTP/1.1\r\nHost: "
                + host
                + "\r\nUser-Agent: Naru\r\nAccept: text/html,*/*;q=0.5\r\nConnection: close\r\n\r\n";
    }
}
