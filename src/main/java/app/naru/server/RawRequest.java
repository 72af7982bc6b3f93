package app.naru.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** One request over TCP and the beginning of its answer, both within a limit. */
final class RawRequest {

    /** As much of an answer as is read, in bytes. */
    static final int LONGEST_ANSWER = 16 * 1024;

    private final Supplier<Socket> sockets;
    private final long deadline;

    RawRequest(Duration limit) {
        this(Socket::new, limit);
    }

    /**
     * @param sockets makes sockets that are not connected
     */
    RawRequest(Supplier<Socket> sockets, Duration limit) {
        this.sockets = sockets;
        deadline = System.nanoTime() + limit.toNanos();
    }

    /**
     * Sends the text.
     *
     * @param from the address of this PC to send from; empty for any
     * @return the answer's first bytes; empty if there was none in time
     */
    Optional<byte[]> send(InetSocketAddress to, Optional<InetAddress> from, String text) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = sockets.get()) {
            if (from.isPresent()) {
                socket.bind(new InetSocketAddress(from.get(), 0));
            }
            socket.connect(to, millisLeft());
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
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
}
