package app.naru.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.FreePorts;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A thousand players of a game, or as many connections by QUIC: each has its own port, numbers its
 * datagrams, sends the next when the last is answered, and sends once more what got lost.
 */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class UdpCrowdTest {

    private static final int PLAYERS = Integer.getInteger("relay.test.udp", 1_000);
    private static final int MOVES = 50;

    /** The least that a QUIC client's first datagram has (RFC 9000 section 14.1). */
    private static final int BYTES = 1_200;

    private static final long SENT_AGAIN_AFTER = Duration.ofSeconds(1).toNanos();

    private final List<AutoCloseable> opened = new ArrayList<>();
    private int lost;

    /** One of them. */
    private static final class Player {
        private final int number;
        private final DatagramChannel channel;
        private final ByteBuffer datagram = ByteBuffer.allocate(BYTES);
        private int move;
        private long sentAt;

        Player(int number, SocketAddress relay) throws IOException {
            this.number = number;
            channel = DatagramChannel.open();
            channel.configureBlocking(false);
            channel.connect(relay);
        }

        void send() throws IOException {
            datagram.clear().putInt(0, number).putInt(4, move).putInt(BYTES - 4, move);
            channel.write(datagram);
            sentAt = System.nanoTime();
        }

        /** Hears what has come. */
        void hear() throws IOException {
            for (datagram.clear(); channel.read(datagram) > 0; datagram.clear()) {
                assertThat(datagram.position()).isEqualTo(BYTES);
                assertThat(datagram.getInt(0)).as("whose answer it is").isEqualTo(number);
                int answered = datagram.getInt(4);
                assertThat(datagram.getInt(BYTES - 4)).isEqualTo(answered);
                // One that was sent twice may be answered twice.
                assertThat(answered).isLessThanOrEqualTo(move);
                if (answered == move && ++move < MOVES) {
                    send();
                }
            }
        }
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
    }

    @Test
    void eachOfAThousandHearsItsOwnAnswersToTheEnd() throws Exception {
        Relay relay = openTo(startEcho());
        try (Selector selector = Selector.open()) {
            List<Player> players = new ArrayList<>();
            for (int i = 0; i < PLAYERS; i++) {
                Player player = new Player(i, Relays.address(relay));
                opened.add(player.channel);
                players.add(player);
                player.channel.register(selector, SelectionKey.OP_READ, player);
                player.send();
            }
            while (players.stream().anyMatch(player -> player.move < MOVES)) {
                selector.select(key -> hear((Player) key.attachment()), 100);
                sendAgain(players);
            }
        }
        assertThat(relay.snapshot().open()).isEqualTo(PLAYERS);
        assertThat(relay.snapshot().accepted()).isEqualTo(PLAYERS);
        await().until(() -> relay.snapshot().bytesOut() >= (long) PLAYERS * MOVES * BYTES);
        assertThat(lost)
                .as("datagrams lost of " + PLAYERS * MOVES)
                .isLessThan(PLAYERS * MOVES / 50);
    }

    private static void hear(Player player) {
        try {
            player.hear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sendAgain(List<Player> players) throws IOException {
        for (Player player : players) {
            if (player.move < MOVES && System.nanoTime() - player.sentAt > SENT_AGAIN_AFTER) {
                lost++;
                player.send();
            }
        }
    }

    private Relay openTo(int target) throws IOException {
        RelaySpec spec =
                new RelaySpec(
                        Protocol.UDP,
                        List.of(Relays.LOOPBACK),
                        PortRange.of(FreePorts.one()),
                        List.of(Relays.endpoint(target)),
                        Access.EVERYONE);
        RelayOptions.Udp udp = new RelayOptions.Udp(Duration.ofMinutes(1), PLAYERS, PLAYERS);
        Relay relay = Relay.open(spec, RelayOptions.DEFAULT.withUdp(udp));
        opened.add(relay);
        return relay;
    }

    /** Returns the port of a server that sends everything back. */
    private int startEcho() throws IOException {
        DatagramChannel server = DatagramChannel.open();
        server.setOption(StandardSocketOptions.SO_RCVBUF, 4 << 20);
        server.bind(new InetSocketAddress(Relays.LOOPBACK, 0));
        opened.add(server);
        Thread.ofPlatform().daemon().start(() -> echo(server));
        return ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    private static void echo(DatagramChannel server) {
        ByteBuffer datagram = ByteBuffer.allocateDirect(1 << 16);
        try {
            while (true) {
                SocketAddress from = server.receive(datagram.clear());
                server.send(datagram.flip(), from);
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }
}
