package app.naru.path;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.internet.Origin;
import app.naru.relay.Visit;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who came while a forward was checked from outside, and what that shows. */
final class ArrivalsTest {

    private static final List<HopKind> HOPS =
            List.of(HopKind.INTERNET, HopKind.ROUTER, HopKind.RELAY);

    private static Visit visit(long id, String client, Optional<Visit.Reason> end) {
        return new Visit(
                id,
                Instant.EPOCH,
                new InetSocketAddress(Address.parse(client), 40_000 + (int) id),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                end.map(reason -> new Visit.End(Instant.EPOCH, reason)));
    }

    private static Visit visit(long id, String client) {
        return visit(id, client, Optional.empty());
    }

    private static Arrivals arrivals(Visit... visits) {
        return new Arrivals(
                () -> Stream.of(visits),
                () -> Situations.linux(),
                () -> HOPS,
                List.of(Address.parse("203.0.113.9")));
    }

    @ParameterizedTest
    @CsvSource({
        "93.184.216.34, OUTSIDE, true",
        "192.168.0.1, ROUTER, false",
        "203.0.113.9, HOME, false",
        "192.168.0.23, NETWORK, false",
        "100.64.3.4, OTHER_NETWORK, false"
    })
    void onlyWhoComesFromOutsideProvesAnything(String from, Origin origin, boolean proves) {
        assertThat(arrivals(visit(1, from)).since(0))
                .singleElement()
                .returns(origin, Arrival::origin)
                .returns(proves, Arrival::proves)
                .returns(HOPS, Arrival::hops);
    }

    @Test
    void thisPcItselfShowsNothingAndIsLeftOut() {
        assertThat(arrivals(visit(1, "127.0.0.1"), visit(2, "192.168.0.7")).since(0)).isEmpty();
    }

    @Test
    void whoWasThereBeforeTheCheckIsLeftOutAndTheFirstIsFirst() {
        Arrivals arrivals = arrivals(visit(9, "9.9.9.9"), visit(3, "8.8.8.8"), visit(7, "1.1.1.1"));
        assertThat(arrivals.last()).isEqualTo(9);
        assertThat(arrivals().last()).isZero();
        assertThat(arrivals.since(3))
                .extracting(arrival -> Address.text(arrival.visitor()))
                .containsExactly("1.1.1.1", "9.9.9.9");
    }

    @Test
    void aVisitorThatTheServerDidNotTakeHasArrivedButProvesNothing() {
        Visit refused = visit(1, "93.184.216.34", Optional.of(Visit.Reason.NOT_REACHED));
        assertThat(arrivals(refused).since(0))
                .singleElement()
                .returns(true, Arrival::refused)
                .returns(false, Arrival::proves)
                .returns("check.arrived.refused", arrival -> arrival.sentence().key());
    }

    @Test
    void onlyTheConnectionThatAskedForTheLinkIsThePhones() {
        Visit phone = visit(1, "93.184.216.34");
        Arrivals arrivals = arrivals(phone, visit(2, "93.184.216.34"));
        arrivals.byPhone(phone.client());
        assertThat(arrivals.since(0)).extracting(Arrival::byPhone).containsExactly(true, false);
    }
}
