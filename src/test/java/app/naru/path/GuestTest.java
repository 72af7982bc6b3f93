package app.naru.path;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.relay.Visit;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GuestTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static Visit visit(long id, String from, int second, boolean over) {
        Optional<Visit.End> end =
                over
                        ? Optional.of(
                                new Visit.End(NOON.plusSeconds(second + 1), Visit.Reason.FINISHED))
                        : Optional.empty();
        return new Visit(
                id,
                NOON.plusSeconds(second),
                new InetSocketAddress(Address.parse(from), 40_000),
                Optional.empty(),
                100,
                1_000,
                Optional.empty(),
                end);
    }

    @Test
    void isOneForAllConnectionsOfAnAddress() {
        List<Guest> all =
                Guest.of(
                        List.of(
                                visit(2, "192.168.0.9", 5, false),
                                visit(1, "192.168.0.9", 2, true),
                                visit(3, "192.168.0.9", 6, false)),
                        Map.of(2L, 30L, 3L, 12L),
                        Set.of());

        assertThat(all)
                .containsExactly(
                        new Guest(
                                Address.parse("192.168.0.9"),
                                NOON.plusSeconds(2),
                                2,
                                300,
                                3_000,
                                42,
                                false));
    }

    @Test
    void whoIsHereComesFirstThenWhoCameLast() {
        assertThat(
                        Guest.of(
                                List.of(
                                        visit(1, "192.168.0.1", 1, true),
                                        visit(2, "192.168.0.2", 2, false),
                                        visit(3, "192.168.0.3", 3, true)),
                                Map.of(),
                                Set.of()))
                .extracting(visitor -> Address.text(visitor.address()))
                .containsExactly("192.168.0.2", "192.168.0.3", "192.168.0.1");
    }

    @Test
    void tellsWhoIsBlocked() {
        assertThat(
                        Guest.of(
                                List.of(visit(1, "192.168.0.1", 1, true)),
                                Map.of(),
                                Set.of(Address.parse("192.168.0.1"))))
                .singleElement()
                .matches(Guest::blocked);
    }
}
