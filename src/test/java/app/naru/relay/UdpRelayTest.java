package app.naru.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.naru.FreePorts;
import app.naru.forward.Cidr;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class UdpRelayTest {

    private static final int LARGEST = 65_507;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private DatagramSocket server;

    @BeforeEach
    void startServer() throws IOException {
        server = socket(FreePorts.one());
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
    }

    @Test
    void answersFromThePublishedPort() throws Exception {
        Relay relay = open(RelayOptions.DEFAULT, server);
        DatagramSocket client = socket();
        send(client, relay, "question");
        DatagramPacket question = receive(server);
        assertThat(text(question)).isEqualTo("question");
        reply(question, "answer");
        DatagramPacket answer = receive(client);
        assertThat(text(answer)).isEqualTo("answer");
        assertThat(answer.getSocketAddress()).isEqualTo(Relays.address(relay));
    }

    @Test
    void keepsClientsApart() throws Exception {
        Relay relay = open(RelayOptions.DEFAULT, server);
        List<DatagramSocket> clients = new ArrayList<>();
        List<DatagramPacket> questions = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            clients.add(socket());
            send(clients.get(i), relay, "client " + i);
            questions.add(receive(server));
        }
        for (DatagramPacket question : questions) {
            reply(question, "to " + text(question));
        }
        for (int i = 0; i < 200; i++) {
            assertThat(text(receive(clients.get(i)))).isEqualTo("to client " + i);
        }
        assertThat(relay.snapshot().open()).isEqualTo(200);
    }

    /** Windows: see {@link UdpSession}. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void carriesTheEmptyDatagramBothWays() throws Exception {
        Relay relay = open(RelayOptions.DEFAULT, server);
        DatagramSocket client = socket();
        send(client, relay, "ping");
        reply(receive(server), "");
        assertThat(receive(client).getLength()).isZero();
        send(client, relay, "");
        assertThat(receive(server).getLength()).isZero();
        assertThat(relay.snapshot().accepted()).isEqualTo(1);
    }

    @Test
    void carriesTheLargestDatagramBothWays() throws Exception {
        Relay relay = open(RelayOptions.DEFAULT, server);
        DatagramSocket client = socket();
        for (int size : new int[] {LARGEST, 1, 1472, LARGEST}) {
            byte[] bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            client.send(new DatagramPacket(bytes, size, Relays.address(relay)));
            DatagramPacket arrived = receive(server);
            assertThat(bytes(arrived)).isEqualTo(bytes);
            server.send(new DatagramPacket(bytes, size, arrived.getSocketAddress()));
            assertThat(bytes(receive(client))).isEqualTo(bytes);
        }
        // An answer is counted once it is on its way, which its receiver may be ahead of.
        RelaySnapshot all =
                new RelaySnapshot(
                        1,
                        1,
                        0,
                        0,
                        ForeignHosts.NONE,
                        2 * LARGEST + 1473,
                        2 * LARGEST + 1473,
                        Optional.empty());
        await().untilAsserted(() -> assertThat(relay.snapshot()).isEqualTo(all));
    }

    @Test
    void endsASessionThatIsIdle() throws Exception {
        Relay relay = open(options(Duration.ofSeconds(2), 100, 100), server);
        DatagramSocket client = socket();
        roundTrip(client, relay);
        await().until(() -> relay.snapshot().open() == 0);
        assertThat(relay.tally().events()).isEqualTo(2);
        roundTrip(client, relay);
        assertThat(relay.snapshot().accepted()).isEqualTo(2);
        assertThat(relay.tally().bytes()).isGreaterThan(0);
    }

    @Test
    void letsTheLongestIdleMakeRoom() throws Exception {
        Relay relay = open(options(Duration.ofMinutes(1), 2, 2), server);
        DatagramSocket first = socket();
        DatagramSocket second = socket();
        send(first, relay, "first");
        DatagramPacket fromFirst = receive(server);
        roundTrip(second, relay);
        reply(fromFirst, "still here");
        assertThat(text(receive(first))).isEqualTo("still here");
        roundTrip(socket(), relay);
        assertThat(relay.snapshot().open()).isEqualTo(2);
        reply(fromFirst, "and still");
        assertThat(text(receive(first))).isEqualTo("and still");
    }

    @Test
    void letsAClientsOwnLongestIdleMakeRoom() throws Exception {
        Relay relay = open(options(Duration.ofMinutes(1), 100, 3), server);
        for (int i = 0; i < 10; i++) {
            roundTrip(socket(), relay);
        }
        assertThat(relay.snapshot().open()).isEqualTo(3);
        assertThat(relay.snapshot().accepted()).isEqualTo(10);
    }

    @Test
    void turnsToTheNextTargetWhereTheFirstIsUnreachable() throws Exception {
        assumeTrue(systemTellsOfUnreachablePorts(), "the system passes on ICMP's unreachable");
        Relay relay =
                toClose(
                        Relay.open(
                                spec(
                                        Relays.endpoint(FreePorts.one()),
                                        Relays.endpoint(server.getLocalPort()))));
        DatagramSocket client = socket();
        untilItArrives(client, relay);
    }

    @Test
    void goesOnAfterTheTargetCameBack() throws Exception {
        assumeTrue(systemTellsOfUnreachablePorts(), "the system passes on ICMP's unreachable");
        Relay relay = open(RelayOptions.DEFAULT, server);
        int port = server.getLocalPort();
        server.close();
        DatagramSocket client = socket();
        await().until(() -> {
            send(client, relay, "anyone?");
            return relay.failures().getOrDefault(Failure.REFUSED, 0L) > 0;
        });
        LastError error =
                await().until(() -> relay.snapshot().lastError(), Optional::isPresent)
                        .orElseThrow();
        assertThat(error.client()).isEqualTo(client.getLocalSocketAddress());
        assertThat(error.failure()).contains(Failure.REFUSED);
        Visit visit = await().until(relay::recent, ended -> !ended.isEmpty()).getFirst();
        assertThat(visit.failure()).contains(Failure.REFUSED);
        server = toClose(new DatagramSocket(port, Relays.LOOPBACK));
        untilItArrives(client, relay);
    }

    @Test
    void looksUpATargetsName() throws Exception {
        Relay relay =
                toClose(
                        Relay.open(
                                spec(new Endpoint("localhost", new Port(server.getLocalPort())))));
        roundTrip(socket(), relay);
    }

    @Test
    void turnsAwayWhoMayNotComeAndThoseWhoMayNoLonger() throws Exception {
        Relay relay = open(RelayOptions.DEFAULT, server);
        DatagramSocket client = socket();
        roundTrip(client, relay);
        relay.access(new Access(List.of(), List.of(Cidr.parse("127.0.0.0/8"))));
        assertThat(relay.snapshot().open()).isZero();
        send(client, relay, "may I?");
        await().until(() -> relay.snapshot().refused() == 1);
        server.setSoTimeout(1);
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> receive(server));
    }

    @Test
    void leadsEachPortOfARangeToItsOwnTarget() throws Exception {
        int first = FreePorts.inARow(2);
        int firstTarget = FreePorts.inARow(2);
        DatagramSocket second = socket(firstTarget + 1);
        Relay relay =
                toClose(
                        Relay.open(
                                new RelaySpec(
                                        Protocol.UDP,
                                        List.of(Relays.LOOPBACK),
                                        new PortRange(new Port(first), new Port(first + 1)),
                                        List.of(Relays.endpoint(firstTarget)),
                                        Access.EVERYONE)));
        byte[] hello = "hello".getBytes(US_ASCII);
        socket().send(new DatagramPacket(hello, 5, relay.listening().get(1)));
        assertThat(text(receive(second))).isEqualTo("hello");
    }

    @Test
    void leavesThePortFreeAndSaysWhenItIsTaken() throws Exception {
        Relay relay = open(RelayOptions.DEFAULT, server);
        int port = Relays.address(relay).getPort();
        assertThatExceptionOfType(PortUnavailable.class)
                .isThrownBy(() -> Relay.open(spec(port, Relays.endpoint(server.getLocalPort()))))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(PortUnavailable.Reason.TAKEN));
        roundTrip(socket(), relay);
        relay.close();
        assertThat(relay.snapshot().open()).isZero();
        new DatagramSocket(port, Relays.LOOPBACK).close();
    }

    /** Linux and Windows do (there: WSAECONNRESET); Wine does not. */
    private static boolean systemTellsOfUnreachablePorts() throws IOException {
        try (DatagramChannel channel = DatagramChannel.open();
                Selector selector = Selector.open()) {
            channel.connect(new InetSocketAddress(Relays.LOOPBACK, FreePorts.one()));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            channel.write(ByteBuffer.allocate(1));
            return selector.select(2_000) > 0;
        }
    }

    private void roundTrip(DatagramSocket client, Relay relay) throws IOException {
        send(client, relay, "ping");
        DatagramPacket ping = receive(server);
        reply(ping, "pong");
        assertThat(text(receive(client))).isEqualTo("pong");
    }

    /** The first datagrams may be lost while the relay learns that a target is not there. */
    private void untilItArrives(DatagramSocket client, Relay relay) throws IOException {
        server.setSoTimeout(50);
        await().until(() -> {
            send(client, relay, "hello");
            try {
                return text(receive(server)).equals("hello");
            } catch (SocketTimeoutException notYet) {
                return false;
            }
        });
    }

    private Relay open(RelayOptions options, DatagramSocket target) throws IOException {
        return toClose(Relay.open(spec(Relays.endpoint(target.getLocalPort())), options));
    }

    private static RelaySpec spec(Endpoint... targets) throws IOException {
        return spec(FreePorts.one(), targets);
    }

    private static RelaySpec spec(int port, Endpoint... targets) {
        return new RelaySpec(
                Protocol.UDP,
                List.of(Relays.LOOPBACK),
                PortRange.of(port),
                Arrays.asList(targets),
                Access.EVERYONE);
    }

    private static RelayOptions options(Duration idle, int sessions, int perClient) {
        return RelayOptions.DEFAULT.withUdp(new RelayOptions.Udp(idle, sessions, perClient));
    }

    private DatagramSocket socket() throws IOException {
        return socket(0);
    }

    private DatagramSocket socket(int port) throws IOException {
        DatagramSocket socket = toClose(new DatagramSocket(port, Relays.LOOPBACK));
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static void send(DatagramSocket from, Relay to, String text) throws IOException {
        byte[] bytes = text.getBytes(US_ASCII);
        from.send(new DatagramPacket(bytes, bytes.length, Relays.address(to)));
    }

    private void reply(DatagramPacket to, String text) throws IOException {
        byte[] bytes = text.getBytes(US_ASCII);
        server.send(new DatagramPacket(bytes, bytes.length, to.getSocketAddress()));
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST + 1], LARGEST + 1);
        socket.receive(packet);
        return packet;
    }

    private static byte[] bytes(DatagramPacket packet) {
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    private static String text(DatagramPacket packet) {
        return new String(bytes(packet), US_ASCII);
    }

    private <T extends AutoCloseable> T toClose(T closeable) {
        opened.add(closeable);
        return closeable;
    }
}
