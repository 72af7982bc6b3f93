package app.naru.router;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * A question and its answer in datagrams, over a connected socket: only the router asked can
 * answer, and a closed port is known at once.
 */
final class UdpExchange {

    /** RFC 6887 section 7: no message is longer. */
    private static final int LONGEST = 1100;

    /** RFC 6886 section 3.1: the first repetition after 250 ms, then twice as long each time. */
    private static final long FIRST_WAIT = Duration.ofMillis(250).toNanos();

    private UdpExchange() {}

    /**
     * An answer.
     *
     * @param own this PC's address towards the router
     */
    record Reply<T>(T value, InetAddress own) {}

    /**
     * Asks until there is an answer that belongs to the question.
     *
     * @param question the datagram, made for this PC's address towards the router
     * @param reader reads an answer; empty where it is not one to this question
     * @return empty where nothing has answered within the limit, the port is closed, or there is no
     *     way to the router: all of them are a router that does not speak this protocol
     */
    static <T> Optional<Reply<T>> ask(
            InetSocketAddress router,
            Function<InetAddress, byte[]> question,
            Function<byte[], Optional<T>> reader,
            Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(router);
            InetAddress own = socket.getLocalAddress();
            byte[] asked = question.apply(own);
            long wait = FIRST_WAIT;
            while (end - System.nanoTime() > 0 && !Thread.currentThread().isInterrupted()) {
                socket.send(new DatagramPacket(asked, asked.length));
                long next = Math.min(end, System.nanoTime() + wait);
                Optional<T> answer = await(socket, next, reader);
                if (answer.isPresent()) {
                    return Optional.of(new Reply<>(answer.get(), own));
                }
                wait *= 2;
            }
            return Optional.empty();
        } catch (IOException closedOrNoWay) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> await(
            DatagramSocket socket, long until, Function<byte[], Optional<T>> reader)
            throws IOException {
        byte[] buffer = new byte[LONGEST + 1];
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException silent) {
                return Optional.empty();
            }
            if (packet.getLength() <= LONGEST) {
                Optional<T> answer = reader.apply(Arrays.copyOf(buffer, packet.getLength()));
                if (answer.isPresent()) {
                    return answer;
                }
            }
        }
        return Optional.empty();
    }
}
