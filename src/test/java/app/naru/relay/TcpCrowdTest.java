package app.naru.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.FreePorts;
import app.naru.relay.bench.Vitals;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Naru's relay does where very many come. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TcpCrowdTest extends TcpFixture {

    /** {@code -Drelay.test.visits=10000} for the long run; the relay takes two descriptors each. */
    private static final int VISITS = Integer.getInteger("relay.test.visits", 2_000);

    private static final int SPARE_DESCRIPTORS = 150;

    @Test
    void tellsOfThousandsOfConnectionsInAMoment() throws Exception {
        int clients = (int) Math.min(VISITS, (Vitals.descriptorLimit() - SPARE_DESCRIPTORS) / 2);
        Relay relay = open(Relays.endpoint(server));
        server.close();
        Crowd servers = toClose(Crowd.serve(server.getLocalPort(), clients));
        assertThat(servers.nextWord()).isEqualTo(Crowd.LISTENING);
        Crowd visitors = toClose(Crowd.visit(Relays.address(relay).getPort(), clients));
        assertThat(visitors.nextWord()).isEqualTo(Crowd.ANSWERED);
        // 10,000 may cost 10 ms.
        assertThat(best(relay::visits, clients)).isLessThan(Duration.ofNanos(clients * 1_000L));
        Rates rates = new Rates();
        AtomicLong now = new AtomicLong();
        Supplier<Collection<Long>> read =
                () -> rates.read(relay.visits(), now.addAndGet(1_000_000_000)).keySet();
        assertThat(best(read, clients)).isLessThan(Duration.ofNanos(clients * 1_000L));
    }

    /** Returns the shortest time that it takes, since the machine does other things as well. */
    private static Duration best(Supplier<? extends Collection<?>> asked, int count) {
        for (int warmUp = 0; warmUp < 50; warmUp++) {
            assertThat(asked.get()).hasSize(count);
        }
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            int told = asked.get().size();
            best = Math.min(best, System.nanoTime() - start);
            assertThat(told).isEqualTo(count);
        }
        System.out.printf("%d connections told of in %d us%n", count, best / 1_000);
        return Duration.ofNanos(best);
    }

    @Test
    void keepsLittleForManySlowReaders() throws Exception {
        int clients = 40;
        server.setReceiveBufferSize(1 << 16);
        try (Loops loops = new Loops("test-relay", 1)) {
            SelectorLoop loop = loops.all().getFirst();
            RelaySpec spec = Relays.spec(FreePorts.one(), Relays.endpoint(server));
            Relay relay = Relay.open(spec, RelayOptions.DEFAULT, loops);
            List<SocketChannel> senders = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                SocketChannel sender = toClose(SocketChannel.open(Relays.address(relay)));
                sender.configureBlocking(false);
                senders.add(sender);
                accept();
            }
            await().pollInterval(Duration.ofMillis(50))
                    .untilAsserted(() -> assertThat(fill(senders)).isZero());
            long[] parked = new long[1];
            loop.perform(() -> parked[0] = loop.parking().parkedBytes());
            assertThat(parked[0])
                    .isPositive()
                    .isLessThan(
                            ParkingLot.BUDGET_BYTES + SelectorLoop.BUFFER_BYTES + clients * 4096L);
            relay.close();
        }
    }

    /** Sends as much as is taken at once; returns how much that was. */
    private static long fill(List<SocketChannel> senders) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocateDirect(1 << 16);
        long sent = 0;
        for (SocketChannel sender : senders) {
            for (int n = 1; n > 0; sent += n) {
                n = sender.write(bytes.clear());
            }
        }
        return sent;
    }
}
