package app.naru.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class RepeatingTest {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final AtomicInteger done = new AtomicInteger();

    private Repeating started(Executor viewThread) {
        return new Repeating(PAUSE, done::incrementAndGet, viewThread).start();
    }

    @Test
    void doesItAgainAndAgain() {
        try (Repeating repeating = started(Runnable::run)) {
            assertThat(repeating).isNotNull();
            await().untilAsserted(() -> assertThat(done).hasValueGreaterThan(3));
        }
    }

    @Test
    void doesNotPileUpWhereTheThreadIsBusy() {
        ConcurrentLinkedQueue<Runnable> later = new ConcurrentLinkedQueue<>();
        AtomicInteger looks = new AtomicInteger();
        try (Repeating repeating = started(later::add);
                Repeating clock =
                        new Repeating(PAUSE, looks::incrementAndGet, Runnable::run).start()) {
            assertThat(repeating).isNotSameAs(clock);
            await().untilAsserted(() -> assertThat(later).isNotEmpty());
            await().untilAsserted(() -> assertThat(looks).hasValueGreaterThan(10));
            assertThat(later).hasSize(1);

            later.remove().run();
            assertThat(done).hasValue(1);
            await().untilAsserted(() -> assertThat(later).isNotEmpty());
        }
    }

    @Test
    void asksNothingOfTheThreadWhileThereIsNoNeed() {
        AtomicInteger asked = new AtomicInteger();
        AtomicBoolean needed = new AtomicBoolean();
        Repeating repeating =
                new Repeating(PAUSE, done::incrementAndGet, Runnable::run)
                        .whenever(() -> {
                            asked.incrementAndGet();
                            return needed.get();
                        });
        try (repeating) {
            repeating.start();
            await().untilAsserted(() -> assertThat(asked).hasValueGreaterThan(3));
            assertThat(done).hasValue(0);

            needed.set(true);
            await().untilAsserted(() -> assertThat(done).hasValueGreaterThan(3));
        }
    }

    @Test
    void isNotDoneAfterItsEndThoughItWasAlreadyWaiting() {
        ConcurrentLinkedQueue<Runnable> later = new ConcurrentLinkedQueue<>();
        Repeating repeating = started(later::add);
        await().untilAsserted(() -> assertThat(later).isNotEmpty());

        repeating.close();
        later.remove().run();

        assertThat(done).hasValue(0);
    }

    @Test
    void itsEndDoesNotWaitForTheNextTime() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Repeating repeating = new Repeating(Duration.ofHours(1), () -> {}, Runnable::run).start();
        List<Thread> clocks =
                Thread.getAllStackTraces().keySet().stream()
                        .filter(each -> !before.contains(each))
                        .filter(each -> each.getName().equals("repeating"))
                        .toList();
        assertThat(clocks).hasSize(1);

        repeating.close();

        await().until(() -> !clocks.getFirst().isAlive());
    }
}
