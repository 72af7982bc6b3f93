package app.naru.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.FreePorts;
import app.naru.forward.Cidr;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That no counter changes without the tally. */
final class TallyTest extends TcpFixture {

    @Test
    void aVisitShowsWhenItBeginsWhatItBringsAndWhenItEnds() throws Exception {
        Relay relay = open(Relays.endpoint(server));
        assertThat(relay.tally()).isEqualTo(Tally.NONE);
        Socket client = connect(relay);
        Socket target = accept();
        awaitTally(relay, new Tally(1, 0));

        roundTrip(client, target);
        awaitTally(relay, new Tally(1, 8));

        client.close();
        target.close();
        awaitTally(relay, new Tally(2, 8));
    }

    @Test
    void aVisitThatReachesNobodyShowsThatToo() throws Exception {
        Relay relay = open(Relays.endpoint(FreePorts.one()));
        try (Socket client = connect(relay)) {
            assertEnded(client);
        }
        // it began, failed and ended
        awaitTally(relay, new Tally(3, 0));
    }

    @Test
    void whoIsTurnedAwayShows() throws Exception {
        Relay relay = open(Relays.endpoint(server));
        relay.access(new Access(List.of(Cidr.parse("192.0.2.0/24")), List.of()));
        assertEnded(connect(relay));
        awaitTally(relay, new Tally(1, 0));
    }

    private static void awaitTally(Relay relay, Tally tally) {
        await().untilAsserted(() -> assertThat(relay.tally()).isEqualTo(tally));
    }
}
