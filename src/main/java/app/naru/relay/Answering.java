package app.naru.relay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a client that was recognised, on a thread of its own: it happens once in a while. */
final class Answering {

    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final int MOST_HEAD = 16 * 1024;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private Answering() {}

    /**
     * Answers and closes the channel.
     *
     * @param client registered with no selector any more
     */
    static void start(SocketChannel client, InetSocketAddress from, Recogniser recogniser) {
        Thread.ofVirtual().name("naru-answers").start(() -> serve(client, from, recogniser));
    }

    private static void serve(SocketChannel client, InetSocketAddress from, Recogniser recogniser) {
        try (client) {
            client.configureBlocking(true);
            long end = System.nanoTime() + LIMIT.toNanos();
            String opening = new String(recogniser.opening(), StandardCharsets.ISO_8859_1);
            String head = opening + rest(client, end);
            client.socket().getOutputStream().write(recogniser.answer(from, head));
            client.shutdownOutput();
            // What it still sends is read, since closing over it would be a reset.
            while (read(client, end) >= 0) {
                LOG.trace("{} sends more than was asked for", from);
            }
        } catch (IOException gone) {
            LOG.debug("A recognised client is gone: {}", from, gone);
        }
    }

    private static String rest(SocketChannel client, long end) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (head.size() < MOST_HEAD) {
            int next = read(client, end);
            if (next < 0) {
                break;
            }
            head.write(next);
            if (next == '\n' && endsWithEmptyLine(head.toByteArray())) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static boolean endsWithEmptyLine(byte[] head) {
        int before = head.length - 2;
        if (before >= 0 && head[before] == '\r') {
            before--;
        }
        return before >= 0 && head[before] == '\n';
    }

    /** Returns the next byte, or -1 at the end of the client's bytes or of the time. */
    private static int read(SocketChannel client, long end) throws IOException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            return -1;
        }
        client.socket().setSoTimeout((int) Math.max(1, left / 1_000_000));
        InputStream in = client.socket().getInputStream();
        try {
            return in.read();
        } catch (SocketTimeoutException late) {
            return -1;
        }
    }
}
