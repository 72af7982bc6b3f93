package app.naru.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class RecentVisitsTest {

    private final RecentVisits recent = new RecentVisits();

    @Test
    void keepsTheLastThousand() {
        LongStream.rangeClosed(1, 1_005).forEach(id -> recent.add(visit(id)));

        assertThat(recent.all())
                .extracting(Visit::id)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(6, 1_005).boxed().toList());
    }

    @Test
    void hasNoMoreThanCame() {
        assertThat(recent.all()).isEmpty();
        recent.add(visit(1));
        assertThat(recent.all()).containsExactly(visit(1));
    }

    private static Visit visit(long id) {
        return new Visit(
                id,
                Instant.EPOCH,
                InetSocketAddress.createUnresolved("192.0.2.7", 50_000),
                Optional.empty(),
                id,
                2 * id,
                Optional.empty(),
                Optional.empty());
    }
}
