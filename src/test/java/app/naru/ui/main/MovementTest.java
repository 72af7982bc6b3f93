package app.naru.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.relay.Tally;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class MovementTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private Instant now = NOON;
    private Tally counters = Tally.NONE;
    private final InstantSource time = () -> now;
    private final Movement movement = new Movement(() -> counters, time.withZone(ZoneOffset.UTC));

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
    void aVisitorWhoBringsNothingIsReadOnce() {
        lookASecondLater();
        counters = new Tally(1, 0);

        assertThat(lookASecondLater()).isTrue();
        assertThat(lookASecondLater()).isFalse();
        assertThat(movement.stillAt()).isEqualTo(NOON.plusSeconds(3));
    }

    @Test
    void trafficMovesItsLineForAMinute() {
        counters = new Tally(1, 0);
        lookASecondLater();
        lookASecondLater();
        counters = new Tally(1, 7);

        for (int second = 0; second < TrafficHistory.SECONDS; second++) {
            assertThat(lookASecondLater()).isTrue();
        }
        assertThat(movement.stillAt()).isEqualTo(NOON.plusSeconds(2));
        assertThat(lookASecondLater()).isFalse();
        assertThat(movement.stillAt()).isEqualTo(now);
    }
}
