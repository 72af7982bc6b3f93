package app.naru.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;

import app.naru.forward.Port;
import app.naru.forward.Protocol;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The keeper by a clock that the test moves; pulses are the test's own. */
@Timeout(60)
final class LeaseKeeperTest {

    private static final MappingRequest REQUEST =
            MappingRequest.of(Protocol.TCP, new Port(8000), "web");

    private final List<LeaseEvent> events = new ArrayList<>();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private Found found = new Found(List.of());
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private FakeMappingServer server;
    private LeaseKeeper keeper;

    @BeforeEach
    void start() throws IOException {
        server = new FakeMappingServer();
        keeper = new LeaseKeeper(new MovedClock(), scheduler, progress -> found, events::add);
    }

    @AfterEach
    void stop() {
        keeper.close();
        scheduler.shutdownNow();
        server.close();
    }

    @Test
    void renewsAtHalfOfTheLeaseAndNotBefore() {
        keep();
        pass(Duration.ofMinutes(29));
        assertThat(server.maps).isEqualTo(1);
        pass(Duration.ofMinutes(2));
        assertThat(server.maps).isEqualTo(2);
        assertThat(keeper.mappings().getFirst().since()).isAfter(now.minusSeconds(100));
        assertThat(events).singleElement().isInstanceOf(LeaseEvent.Renewed.class);
    }

    @Test
    void mapsAgainWithTheSameNonceWhenTheEpochWentBack() {
        Mapping before = keep();
        server.mapped.clear();
        server.epoch = 1;
        pulseAfter(Duration.ofSeconds(5));
        assertThat(server.mapped).containsEntry("6/8000", 8000);
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        LeaseEvent.MappedAgain.class,
                        again -> assertThat(again.now().nonce()).isEqualTo(before.nonce()));
    }

    @Test
    void mapsOnTheRouterFoundWhenTheOldOneIsSilent() throws IOException {
        keep();
        server.close();
        try (FakeMappingServer other = new FakeMappingServer()) {
            found = new Found(List.of(other.at(RouterProtocol.NAT_PMP).open()));
            pulseAfter(Duration.ofSeconds(5));
            assertThat(other.mapped).containsEntry("6/8000", 8000);
            assertThat(keeper.mappings().getFirst().router().port()).isEqualTo(other.port());
        }
    }

    @Test
    void tellsALossOnceAndTheReturn() {
        keep();
        server.silent = true;
        pulseAfter(Duration.ofSeconds(5));
        pulseAfter(Duration.ofSeconds(5));
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        LeaseEvent.Lost.class,
                        lost -> assertThat(lost.why().kind()).isEqualTo(Refusal.Kind.NO_ANSWER));
        server.silent = false;
        pulseAfter(Duration.ofSeconds(5));
        assertThat(events).last().isInstanceOf(LeaseEvent.MappedAgain.class);
    }

    /** Whoever is told may fail; the mappings are looked after all the same. */
    @Test
    void pulsesGoOnWhateverTheListenerDoes() throws Exception {
        AtomicInteger told = new AtomicInteger();
        try (FakeIgd forgetful = new FakeIgd();
                LeaseKeeper failing =
                        new LeaseKeeper(
                                new MovedClock(),
                                scheduler,
                                progress -> found,
                                event -> {
                                    told.incrementAndGet();
                                    throw new IllegalStateException("told " + event);
                                })) {
            failing.keep(forgetful.router(FakeIgd.FIRST), REQUEST);
            await().atMost(LeaseKeeper.PULSE_EVERY.multipliedBy(10))
                    .untilAtomic(told, greaterThan(1));
        }
    }

    @Test
    void mapsAgainWhenTheNetworkHasChanged() {
        keep();
        found = new Found(List.of(server.at(RouterProtocol.PCP).open()));
        keeper.networkChanged();
        assertThat(server.maps).isEqualTo(2);
    }

    @Test
    void mapsAgainAfterSleep() {
        keep();
        found = new Found(List.of(server.at(RouterProtocol.PCP).open()));
        pulseAfter(Duration.ofMinutes(10));
        assertThat(server.maps).isEqualTo(2);
    }

    @Test
    void mapsAgainWhatUpnpHasForgotten() throws IOException {
        try (FakeIgd igd = new FakeIgd()) {
            keeper.keep(igd.router(FakeIgd.FIRST), REQUEST);
            pulseAfter(Duration.ofSeconds(5));
            assertThat(igd.calls.stream().filter(call -> call.startsWith("AddPort"))).hasSize(2);
            assertThat(events).singleElement().isInstanceOf(LeaseEvent.MappedAgain.class);
        }
    }

    @Test
    void deletesOnReleaseAndOnClose() {
        Mapping mapping = keep();
        keeper.keep(
                server.at(RouterProtocol.PCP).open(),
                MappingRequest.of(Protocol.UDP, new Port(9000), "game"));
        assertThat(server.mapped).hasSize(2);
        assertThat(keeper.release(mapping).result()).isPresent();
        assertThat(server.mapped).containsOnlyKeys("17/9000");
        keeper.close();
        assertThat(server.mapped).isEmpty();
        assertThat(keeper.mappings()).isEmpty();
    }

    @Test
    void tellsWhatCouldNotBeTakenBack() {
        keep();
        server.result = 2;
        keeper.close();
        assertThat(events).singleElement().isInstanceOf(LeaseEvent.LeftOpen.class);
    }

    private Mapping keep() {
        return keeper.keep(server.at(RouterProtocol.PCP).open(), REQUEST).result().orElseThrow();
    }

    /** Lets time pass in steps short of a sleep, the router's epoch with it. */
    private void pass(Duration time) {
        for (long seconds = 0; seconds < time.toSeconds(); seconds += 30) {
            pulseAfter(Duration.ofSeconds(30));
        }
    }

    private void pulseAfter(Duration time) {
        now = now.plus(time);
        server.epoch += time.toSeconds();
        keeper.pulse();
    }

    private final class MovedClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
