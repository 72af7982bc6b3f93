package app.naru.internet;

import app.naru.internet.SourceAnswer.Failed;
import app.naru.internet.SourceAnswer.Failure;
import app.naru.internet.SourceAnswer.Outcome;
import app.naru.internet.SourceAnswer.Seen;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Asks one STUN server over one version of IP, from any address of this PC's or from one. */
final class StunQuery {

    /** RFC 8489 section 6.2.1: after half a second it is asked again, then after twice that. */
    private static final long FIRST_WAIT = Duration.ofMillis(500).toNanos();

    private static final SecureRandom RANDOM = new SecureRandom();

    private final StunServer server;
    private final IpVersion version;
    private final long limit;
    private final Optional<InetAddress> from;

    StunQuery(StunServer server, IpVersion version, Duration limit) {
        this(server, version, limit, Optional.empty());
    }

    /**
     * @param from this PC's address to ask from; where the system lets what has an address leave by
     *     that address's own network, as Windows does, it shows what is seen there
     */
    StunQuery(StunServer server, IpVersion version, Duration limit, Optional<InetAddress> from) {
        this.server = server;
        this.version = version;
        this.limit = limit.toNanos();
        this.from = from;
    }

    /** Asks; returns within the limit, but for the time that a slow name service takes. */
    Outcome ask() {
        long end = System.nanoTime() + limit;
        Optional<InetAddress> address;
        try {
            address =
                    Arrays.stream(InetAddress.getAllByName(server.host()))
                            .filter(each -> IpVersion.of(each) == version)
                            .findFirst();
        } catch (UnknownHostException unknown) {
            return new Failed(Failure.NOT_FOUND);
        }
        return address.map(each -> ask(new InetSocketAddress(each, server.port().number()), end))
                .orElseGet(() -> new Failed(Failure.NOT_FOUND));
    }

    private Outcome ask(InetSocketAddress address, long end) {
        byte[] id = new byte[StunMessage.ID_BYTES];
        RANDOM.nextBytes(id);
        byte[] request = StunMessage.request(id);
        // Connected: nobody but the server can answer.
        try (DatagramSocket socket =
                new DatagramSocket(
                        new InetSocketAddress(
                                from.orElseGet(() -> new InetSocketAddress(0).getAddress()), 0))) {
            socket.connect(address);
            long wait = FIRST_WAIT;
            while (end - System.nanoTime() > 0 && !Thread.currentThread().isInterrupted()) {
                socket.send(new DatagramPacket(request, request.length));
                long next = Math.min(end, System.nanoTime() + wait);
                Optional<StunMessage.Answer> answer = await(socket, id, next);
                if (answer.isPresent()) {
                    return outcome(answer.get());
                }
                wait *= 2;
            }
            return new Failed(Failure.SILENT);
        } catch (IOException noWay) {
            return new Failed(Failure.NO_WAY);
        }
    }

    private Outcome outcome(StunMessage.Answer answer) {
        return answer.address()
                .filter(address -> IpVersion.of(address) == version)
                .filter(EchoPage::isOfTheInternet)
                .<Outcome>map(Seen::new)
                .orElseGet(() -> new Failed(Failure.NONSENSE));
    }

    private static Optional<StunMessage.Answer> await(DatagramSocket socket, byte[] id, long until)
            throws IOException {
        byte[] buffer = new byte[StunMessage.LONGEST + 1];
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException silent) {
                return Optional.empty();
            }
            Optional<StunMessage.Answer> answer =
                    StunMessage.read(Arrays.copyOf(buffer, packet.getLength()), id);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }
}
