package app.naru.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections under way while their relay closes. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DrainTest extends TcpFixture {

    private static final Duration LONG = Duration.ofSeconds(60);

    private Relay relay;
    private Socket client;
    private Socket target;

    private Future<?> close(Duration limit, Duration quiet) throws Exception {
        relay = open(Relays.endpoint(server));
        client = connect(relay);
        target = accept();
        roundTrip(client, target);
        return threads.submit(() -> relay.close(new Drain(limit, quiet)));
    }

    @Test
    void onesOnWhichNothingPassesAreNotWaitedFor() throws Exception {
        Future<?> closing = close(LONG, Duration.ofMillis(100));

        assertThat(closing).succeedsWithin(Duration.ofSeconds(30));
        assertEnded(client);
        assertThat(relay.snapshot().open()).isZero();
    }

    @Test
    void onesOnWhichSomethingPassesGetTheirTime() throws Exception {
        Duration quiet = Duration.ofSeconds(2);
        Future<?> closing = close(LONG, quiet);
        long begun = System.nanoTime();
        AtomicBoolean over = new AtomicBoolean();
        Future<?> speaking =
                threads.submit(() -> {
                    while (!over.get()) {
                        roundTrip(client, target);
                    }
                    return true;
                });

        await().until(() -> System.nanoTime() - begun > quiet.multipliedBy(2).toNanos());
        assertThat(closing).isNotDone();

        over.set(true);
        assertThat(speaking).succeedsWithin(Duration.ofSeconds(30));
        client.close();
        target.close();
        assertThat(closing).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void onesOnWhichSomethingPassesForEverAreEndedAtTheLimit() throws Exception {
        Future<?> closing = close(Duration.ofMillis(500), Duration.ofMillis(500));
        Future<?> speaking =
                threads.submit(() -> {
                    while (true) {
                        roundTrip(client, target);
                    }
                });

        assertThat(closing).succeedsWithin(Duration.ofSeconds(30));
        assertThat(speaking).failsWithin(Duration.ofSeconds(30));
    }

    @Test
    void allAreEndedWhenSomeoneWantsThat() throws Exception {
        Future<?> closing = close(LONG, LONG);
        assertThat(relay.snapshot().open()).isEqualTo(1);

        relay.endAll();

        assertThat(closing).succeedsWithin(Duration.ofSeconds(30));
        assertEnded(client);
    }
}
