package app.naru.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.relay.ForeignHosts;
import app.naru.relay.RelaySnapshot;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MovementTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private Instant now = NOON;
    private List<RelaySnapshot> counters = List.of();
    private final InstantSource time = () -> now;
    private final Movement movement = new Movement(() -> counters, time.withZone(ZoneOffset.UTC));

    private static RelaySnapshot snapshot(long accepted, long bytes) {
        return new RelaySnapshot(0, accepted, 0, 0, ForeignHosts.NONE, bytes, 0, Optional.empty());
    }

    private boolean lookASecondLater() {
        now = now.plusSeconds(1);
        return movement.look();
    }

    @Test
    void nothingMovesWhileNoRelayRuns() {
        assertThat(movement.look()).isFalse();
        assertThat(movement.stillAt()).isEqualTo(NOON);
    }

    @Test
    void aRelayThatBeginsIsReadOnce() {
        counters = List.of(snapshot(0, 0));

        assertThat(lookASecondLater()).isTrue();
        assertThat(lookASecondLater()).isFalse();
        assertThat(movement.stillAt()).isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void aVisitorWhoBringsNothingIsReadOnce() {
        counters = List.of(snapshot(0, 0));
        lookASecondLater();
        counters = List.of(snapshot(1, 0));

        assertThat(lookASecondLater()).isTrue();
        assertThat(lookASecondLater()).isFalse();
    }

    @Test
    void trafficMovesItsLineForAMinute() {
        counters = List.of(snapshot(1, 0));
        lookASecondLater();
        lookASecondLater();
        counters = List.of(snapshot(1, 7));

        for (int second = 0; second < TrafficHistory.SECONDS; second++) {
            assertThat(lookASecondLater()).isTrue();
        }
        assertThat(movement.stillAt()).isEqualTo(NOON.plusSeconds(2));
        assertThat(lookASecondLater()).isFalse();
        assertThat(movement.stillAt()).isEqualTo(now);
    }
}
