package app.naru.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.naru.FreePorts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a person can set on a relay, and what it tells about its clients. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TcpOptionsTest extends TcpFixture {

    private static final int NO_LIMIT = Integer.MAX_VALUE;

    @Test
    void turnsAwayMoreThanTheLimitUntilOthersLeave() throws Exception {
        Relay relay = open(limits(2, NO_LIMIT, NO_LIMIT));
        Socket first = connect(relay);
        Socket firstTarget = accept();
        roundTrip(first, firstTarget);
        roundTrip(connect(relay), accept());
        assertEnded(connect(relay));
        assertThat(relay.snapshot().refused()).isEqualTo(1);
        first.close();
        firstTarget.close();
        await().until(() -> relay.snapshot().open() == 1);
        roundTrip(connect(relay), accept());
    }

    @Test
    void turnsAwayMoreThanOneClientsShare() throws Exception {
        Relay relay = open(limits(NO_LIMIT, 1, NO_LIMIT));
        roundTrip(connect(relay), accept());
        assertEnded(connect(relay));
    }

    @Test
    void turnsAwayWhoComesTooOften() throws Exception {
        Relay relay = open(limits(NO_LIMIT, NO_LIMIT, 3));
        for (int i = 0; i < 3; i++) {
            roundTrip(connect(relay), accept());
        }
        assertEnded(connect(relay));
        await().until(() -> {
            long before = relay.snapshot().accepted();
            connect(relay);
            await().until(() -> counted(relay) > before);
            return relay.snapshot().accepted() > before;
        });
    }

    private static long counted(Relay relay) {
        return relay.snapshot().accepted() + relay.snapshot().refused();
    }

    @Test
    void blocksAVisitorAndTakesItBack() throws Exception {
        Relay relay = open(RelayOptions.DEFAULT);
        Socket client = connect(relay);
        roundTrip(client, accept());
        relay.block(Relays.LOOPBACK);
        assertEnded(client);
        assertEnded(connect(relay));
        relay.access(Access.EVERYONE);
        assertEnded(connect(relay));
        assertThat(relay.blocked()).containsExactly(Relays.LOOPBACK);
        relay.unblock(Relays.LOOPBACK);
        roundTrip(connect(relay), accept());
    }

    @Test
    void endsAConnectionThatIsIdle() throws Exception {
        Relay relay =
                open(
                        RelayOptions.DEFAULT.withTcp(
                                new RelayOptions.Tcp(
                                        Duration.ofSeconds(2), true, true, ProxyProtocol.NONE)));
        Socket client = connect(relay);
        roundTrip(client, accept());
        assertThatExceptionOfType(SocketException.class)
                .isThrownBy(() -> client.getInputStream().read());
        await().until(() -> reasons(relay).equals(List.of(Visit.Reason.IDLE)));
    }

    @Test
    void tellsTheTargetInALineWhoTheClientIs() throws Exception {
        Relay relay = open(proxy(ProxyProtocol.V1));
        Socket client = connect(relay);
        Socket target = accept();
        String line =
                "PROXY TCP4 127.0.0.1 127.0.0.1 %d %d\r\n"
                        .formatted(client.getLocalPort(), client.getPort());
        assertThat(target.getInputStream().readNBytes(line.length())).asString().isEqualTo(line);
        roundTrip(client, target);
        await().until(() -> relay.snapshot().bytesIn() == 4);
    }

    @Test
    void tellsTheTargetInBinaryWhoTheClientIs() throws Exception {
        Relay relay = open(proxy(ProxyProtocol.V2));
        Socket client = connect(relay);
        Socket target = accept();
        ByteBuffer header = ByteBuffer.wrap(target.getInputStream().readNBytes(28));
        byte[] start = new byte[16];
        header.get(start);
        assertThat(start)
                .containsExactly(
                        0x0d, 0x0a, 0x0d, 0x0a, 0x00, 0x0d, 0x0a, 0x51, 0x55, 0x49, 0x54, 0x0a,
                        0x21, 0x11, 0x00, 0x0c);
        assertThat(header.getInt()).isEqualTo(0x7f000001);
        assertThat(header.getInt()).isEqualTo(0x7f000001);
        assertThat(header.getShort() & 0xffff).isEqualTo(client.getLocalPort());
        assertThat(header.getShort() & 0xffff).isEqualTo(client.getPort());
        roundTrip(client, target);
    }

    @Test
    void tellsWhoIsThere() throws Exception {
        Relay relay = open(RelayOptions.DEFAULT);
        Socket client = connect(relay);
        roundTrip(client, accept());
        connect(relay);
        accept();
        await().until(() -> relay.visits().size() == 2);
        Visit visit = relay.visits().getFirst();
        assertThat(visit.client()).isEqualTo(client.getLocalSocketAddress());
        assertThat(visit.target()).contains((InetSocketAddress) server.getLocalSocketAddress());
        assertThat(visit.bytesIn()).isEqualTo(4);
        assertThat(visit.bytesOut()).isEqualTo(4);
        assertThat(visit.end()).isEmpty();
        assertThat(relay.visits().getLast().id()).isGreaterThan(visit.id());
    }

    @Test
    void tellsHowVisitsEnded() throws Exception {
        assumeTrue(Relays.resetsAreHeard(), "a reset is heard as such without a relay");
        Relay relay = open(RelayOptions.DEFAULT);
        Socket client = connect(relay);
        Socket target = accept();
        client.close();
        target.close();
        await().until(() -> relay.recent().size() == 1);
        reset(connect(relay), accept());
        await().until(() -> relay.recent().size() == 2);
        Socket waiting = connect(relay);
        reset(accept(), waiting);
        await().until(() -> relay.recent().size() == 3);
        server.close();
        connect(relay).close();
        await().until(() -> relay.recent().size() == 4);
        assertThat(reasons(relay))
                .containsExactly(
                        Visit.Reason.NOT_REACHED,
                        Visit.Reason.BROKEN_BY_TARGET,
                        Visit.Reason.BROKEN_BY_CLIENT,
                        Visit.Reason.FINISHED);
        assertThat(relay.recent())
                .extracting(Visit::failure)
                .containsExactly(
                        Optional.of(Failure.REFUSED),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        assertThat(relay.visits()).isEmpty();
    }

    @Test
    void tellsWhatWentWrongLast() throws Exception {
        assumeTrue(Relays.resetsAreHeard(), "a reset is heard as such without a relay");
        Relay relay = open(RelayOptions.DEFAULT);
        reset(connect(relay), accept());
        await().until(() -> relay.recent().size() == 1);
        assertThat(relay.snapshot().lastError()).as("a client's own affair").isEmpty();
        Instant before = Instant.now();
        Socket cutOff = connect(relay);
        reset(accept(), cutOff);
        await().until(() -> relay.recent().size() == 2);
        LastError brokenOff = relay.snapshot().lastError().orElseThrow();
        assertThat(brokenOff.at()).isBetween(before, Instant.now());
        assertThat(brokenOff.client()).isEqualTo(cutOff.getLocalSocketAddress());
        assertThat(brokenOff.failure()).isEmpty();
        server.close();
        Socket late = connect(relay);
        await().until(() -> relay.recent().size() == 3);
        LastError refused = relay.snapshot().lastError().orElseThrow();
        assertThat(refused.at()).isAfterOrEqualTo(brokenOff.at());
        assertThat(refused.client()).isEqualTo(late.getLocalSocketAddress());
        assertThat(refused.failure()).contains(Failure.REFUSED);
    }

    @Test
    void tellsHowFastEachConnectionCarries() throws Exception {
        Relay relay = open(RelayOptions.DEFAULT);
        Socket busy = connect(relay);
        Socket target = accept();
        connect(relay);
        accept();
        await().until(() -> relay.visits().size() == 2);
        long busyId = relay.visits().getFirst().id();
        long idleId = relay.visits().getLast().id();
        assertThat(relay.rates()).containsOnly(Map.entry(busyId, 0L), Map.entry(idleId, 0L));
        await().untilAsserted(() -> {
            roundTrip(busy, target);
            assertThat(relay.rates().get(busyId)).isPositive();
            assertThat(relay.rates()).containsEntry(idleId, 0L);
        });
    }

    /** After a round trip, so that the relay is sure to serve the connection. */
    private static void reset(Socket one, Socket other) throws IOException {
        roundTrip(one, other);
        one.setSoLinger(true, 0);
        one.close();
    }

    private static List<Visit.Reason> reasons(Relay relay) {
        return relay.recent().stream()
                .map(Visit::end)
                .flatMap(Optional::stream)
                .map(Visit.End::reason)
                .toList();
    }

    private static RelayOptions limits(int total, int perClient, int perSecond) {
        return RelayOptions.DEFAULT.withLimits(
                new RelayOptions.Limits(total, perClient, perSecond));
    }

    private static RelayOptions proxy(ProxyProtocol protocol) {
        return RelayOptions.DEFAULT.withTcp(
                new RelayOptions.Tcp(Duration.ZERO, true, true, protocol));
    }

    private Relay open(RelayOptions options) throws IOException {
        return toClose(Relay.open(Relays.spec(FreePorts.one(), Relays.endpoint(server)), options));
    }
}
