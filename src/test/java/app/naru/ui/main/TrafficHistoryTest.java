package app.naru.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.relay.ForeignHosts;
import app.naru.relay.RelaySnapshot;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrafficHistoryTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final TrafficHistory history = new TrafficHistory();

    private void add(int second, long bytes) {
        history.add(
                NOON.plusSeconds(second),
                Optional.of(
                        new RelaySnapshot(
                                1,
                                1,
                                0,
                                0,
                                ForeignHosts.NONE,
                                bytes / 2,
                                bytes - bytes / 2,
                                Optional.empty())));
    }

    private List<Double> last(int count) {
        List<Double> all = history.samples();
        return all.subList(all.size() - count, all.size());
    }

    @Test
    void isStillAtFirst() {
        assertThat(history.samples()).isEqualTo(Collections.nCopies(60, 0.0));
    }

    @Test
    void countsWhatCameInASecond() {
        add(0, 5_000);
        add(1, 6_000);
        add(2, 6_500);

        assertThat(last(3)).containsExactly(0.0, 1_000.0, 500.0);
    }

    @Test
    void spreadsWhatCameWhileNobodyLooked() {
        add(0, 0);
        add(4, 8_000);

        assertThat(last(5)).containsExactly(0.0, 2_000.0, 2_000.0, 2_000.0, 2_000.0);
    }

    @Test
    void putsNothingOfWhatCameIntoTheTimeInWhichNothingDid() {
        add(0, 1_000);
        history.stoodStill(NOON.plusSeconds(40));
        add(41, 3_000);

        assertThat(last(42)).startsWith(0.0, 0.0).endsWith(0.0, 2_000.0);
        history.stoodStill(NOON.plusSeconds(30));
        assertThat(last(1)).containsExactly(2_000.0);
    }

    @Test
    void twoReadingsInASecondAreOne() {
        add(0, 0);
        add(1, 1_000);
        add(1, 1_700);
        add(2, 2_000);

        assertThat(last(2)).containsExactly(1_000.0, 1_000.0);
    }

    @Test
    void keepsAMinute() {
        for (int second = 0; second <= 100; second++) {
            add(second, second * 10L);
        }

        assertThat(history.samples()).isEqualTo(Collections.nCopies(60, 10.0));
    }

    @Test
    void aNewRelayStartsFromNothing() {
        add(0, 9_000);
        add(1, 10_000);
        history.add(NOON.plusSeconds(2), Optional.empty());
        add(3, 300);
        add(4, 200);

        assertThat(last(4)).containsExactly(1_000.0, 0.0, 300.0, 0.0);
    }
}
