package app.naru.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.forward.Address;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class NetworkWatchTest {

    private static final Duration OFTEN = Duration.ofMillis(2);
    private static final Network HOME = network("192.168.0.7", "192.168.0.1");
    private static final Network CAFE = network("10.1.1.20", "10.1.1.1");

    private final AtomicInteger reads = new AtomicInteger();
    private volatile Optional<Network> now = Optional.of(HOME);
    private final List<Network> told = new CopyOnWriteArrayList<>();

    @Test
    void tellsOfAChangeOnce() {
        try (NetworkWatch watch = new NetworkWatch(this::read, OFTEN, told::add)) {
            awaitReads(3);
            assertThat(told).isEmpty();
            now = Optional.of(CAFE);
            await().until(() -> !told.isEmpty());
            awaitReads(3);
            assertThat(told).containsExactly(CAFE);
            now = Optional.of(network("10.1.1.20", "10.1.1.2"));
            await().until(() -> told.size() == 2);
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void goesOnAfterTheNetworkCouldNotBeRead() {
        try (NetworkWatch watch = new NetworkWatch(this::read, OFTEN, told::add)) {
            awaitReads(2);
            now = Optional.empty();
            awaitReads(3);
            assertThat(told).isEmpty();
            now = Optional.of(CAFE);
            await().until(() -> told.equals(List.of(CAFE)));
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void goesOnAfterTheOneWhoIsToldFailed() {
        try (NetworkWatch watch =
                new NetworkWatch(
                        this::read,
                        OFTEN,
                        network -> {
                            told.add(network);
                            throw new IllegalStateException("a bug, as this test wants it");
                        })) {
            awaitReads(2);
            now = Optional.of(CAFE);
            await().until(() -> told.size() == 1);
            now = Optional.of(HOME);
            await().until(() -> told.size() == 2);
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void readsNoMoreOnceItIsClosed() throws InterruptedException {
        NetworkWatch watch = new NetworkWatch(this::read, OFTEN, told::add);
        awaitReads(2);
        watch.close();
        await().until(() ->
                Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("network-watch")));
        now = Optional.of(CAFE);
        assertThat(told).isEmpty();
    }

    private void awaitReads(int more) {
        int enough = reads.get() + more;
        await().until(() -> reads.get() >= enough);
    }

    private Network read() throws IOException {
        reads.incrementAndGet();
        return now.orElseThrow(() -> new IOException("no network, as this test wants it"));
    }

    private static Network network(String address, String gateway) {
        NetInterface wifi =
                new NetInterface(
                        2,
                        "wlan0",
                        "wlan0",
                        NetInterface.Kind.WIFI,
                        List.of(new NetInterface.Assigned(Address.parse(address), 24)),
                        Optional.empty());
        return new Network(List.of(wifi), List.of(new Gateway(Address.parse(gateway), 2, 600)));
    }
}
