package app.naru.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class RatesTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Rates rates = new Rates();

    private static Visit visit(long id, long bytesIn, long bytesOut) {
        return new Visit(
                id,
                Instant.EPOCH,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_000),
                Optional.empty(),
                bytesIn,
                bytesOut,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void areTheBytesOfBothWaysASecond() {
        rates.read(List.of(visit(1, 100, 1_000), visit(2, 5, 5)), -SECOND);
        assertThat(rates.read(List.of(visit(1, 140, 2_000), visit(2, 5, 5)), SECOND))
                .isEqualTo(Map.of(1L, 520L, 2L, 0L));
    }

    @Test
    void ofANewConnectionIsNotKnownYetAndOfAnEndedOneNoMore() {
        rates.read(List.of(visit(1, 0, 0)), 0);
        assertThat(rates.read(List.of(visit(2, 0, 7_000)), SECOND)).isEqualTo(Map.of(2L, 0L));
        assertThat(rates.read(List.of(visit(2, 0, 9_000)), 2 * SECOND))
                .isEqualTo(Map.of(2L, 2_000L));
    }

    @Test
    void areNotToldOfAnInstant() {
        rates.read(List.of(visit(1, 0, 0)), 0);
        rates.read(List.of(visit(1, 0, 500)), SECOND);
        assertThat(rates.read(List.of(visit(1, 0, 600)), SECOND + SECOND / 100))
                .isEqualTo(Map.of(1L, 500L));
        assertThat(rates.read(List.of(visit(1, 0, 700)), 2 * SECOND)).isEqualTo(Map.of(1L, 200L));
    }
}
