package app.naru.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.forward.Forward;
import app.naru.router.Found;
import app.naru.settings.RelayLimits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ExpiryTest {

    private static final Forward FORWARD = Situations.forward("8000", "8000", "lan");
    private static final Forward OTHER = Situations.forward("9000", "9000", "lan");

    private final List<Forward> over = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final Expiry expiry = new Expiry(clock(), Duration.ofMillis(5), end -> true);

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    @AfterEach
    void stop() {
        expiry.close();
    }

    /** No timer runs while a PC sleeps: its clock alone tells that the time is over. */
    @Test
    void theTimeIsOverWhenTheClockSaysSo() {
        expiry.watch(over::add);
        expiry.schedule(FORWARD, Optional.of(now.plus(Duration.ofHours(2))));
        now = now.plus(Duration.ofHours(5));

        await().until(() -> over.equals(List.of(FORWARD)));
    }

    @Test
    void whatWasClosedEarlierOrHasNoEndIsLeftAlone() {
        expiry.watch(over::add);
        Optional<Instant> end = Optional.of(now.plus(Duration.ofHours(2)));
        expiry.schedule(FORWARD, end).orElseThrow().cancel();
        assertThat(expiry.schedule(FORWARD, Optional.empty())).isEmpty();
        expiry.schedule(OTHER, end);
        now = now.plus(Duration.ofHours(5));

        await().until(() -> !over.isEmpty());
        assertThat(over).containsExactly(OTHER);
    }

    /** Whoever is told may fail; the others' ends come all the same. */
    @Test
    void oneThatFailsHoldsNoOtherUp() {
        expiry.watch(forward -> {
            over.add(forward);
            throw new IllegalStateException("told of " + forward.name());
        });
        expiry.schedule(FORWARD, Optional.of(now));
        expiry.schedule(OTHER, Optional.of(now.plus(Duration.ofMinutes(1))));
        now = now.plus(Duration.ofMinutes(2));

        await().until(() -> over.equals(List.of(FORWARD, OTHER)));
    }

    /** Its time may be over at the very moment at which it is opened for longer. */
    @Test
    void theEndOfAnEarlierOpeningDoesNotCloseTheLaterOne(@TempDir Path folder) throws Exception {
        OpenForwards open = new OpenForwards();
        Optional<Instant> until = Optional.of(now.plus(Duration.ofHours(2)));
        Expiry.End earlier = expiry.schedule(FORWARD, until).orElseThrow();
        Expiry.End later = expiry.schedule(FORWARD, until).orElseThrow();
        open.put(
                new OpenForward(
                        FORWARD,
                        ForwardStatus.State.OPEN,
                        List.of(),
                        until,
                        Optional.of(later),
                        Optional.empty()));
        try (Journal journal = Journal.open(folder, "test", clock());
                Changes changes = changes(journal)) {
            Closing closing = new Closing(new Object(), open, changes);

            assertThat(closing.expire(earlier)).isFalse();
            assertThat(open.find(FORWARD.id())).isPresent();
            assertThat(closing.expire(later)).isTrue();
            assertThat(open.find(FORWARD.id())).isEmpty();
        }
    }

    private Changes changes(Journal journal) {
        return new Changes(
                journal,
                new Relays(List::of, () -> RelayLimits.DEFAULT, clock()),
                new Leases(journal, progress -> new Found(List.of()), clock(), () -> {}),
                new FirewallChanges(Optional.empty()),
                new HeldDistros(Optional.empty()));
    }
}
