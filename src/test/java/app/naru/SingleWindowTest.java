package app.naru;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.instance.HeldLock;
import app.naru.instance.Instances;
import app.naru.instance.Published;
import app.naru.instance.Resident;
import app.naru.path.ForwardStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SingleWindowTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir Path folder;

    private final AtomicInteger shown = new AtomicInteger();

    private final class Window implements Resident {
        @Override
        public boolean hasWindow() {
            return true;
        }

        @Override
        public void show() {
            shown.incrementAndGet();
        }

        @Override
        public List<ForwardStatus> forwards() {
            return List.of();
        }

        @Override
        public boolean close(String nameOrId) {
            return false;
        }
    }

    private static int mustNotRun() {
        throw new AssertionError("a second window");
    }

    @Test
    void theFirstStartRunsTheWindow() throws Exception {
        assertThat(new SingleWindow(new Instances(folder), LONG).open(() -> 7, true)).isEqualTo(7);
    }

    @Test
    void aSecondStartShowsTheFirstOnesWindowThoughThatIsStillStarting() throws Exception {
        Instances instances = new Instances(folder);
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Integer> first =
                CompletableFuture.supplyAsync(() -> first(instances, running, end));
        running.await();

        int second = new SingleWindow(instances, LONG).open(SingleWindowTest::mustNotRun, true);

        assertThat(second).isZero();
        assertThat(shown).hasValue(1);
        end.countDown();
        assertThat(first.get()).isZero();
    }

    /** Has the right to the window at once, and the window a little later. */
    private int first(Instances instances, CountDownLatch running, CountDownLatch end) {
        try {
            return new SingleWindow(instances, LONG)
                    .open(
                            () -> {
                                running.countDown();
                                return published(instances, end);
                            },
                            true);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int published(Instances instances, CountDownLatch end) {
        try {
            Published published = instances.publish(new Window());
            end.await();
            published.close();
            return 0;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStartToTheTrayLeavesAnothersWindowAlone() throws Exception {
        Instances instances = new Instances(folder);
        HeldLock other = instances.becomeWindow().orElseThrow();
        Published published = instances.publish(new Window());

        int code = new SingleWindow(instances, LONG).open(SingleWindowTest::mustNotRun, false);

        assertThat(code).isZero();
        assertThat(shown).hasValue(0);
        published.close();
        other.close();
    }

    @Test
    void givesUpOnAWindowThatDoesNotAnswer() throws Exception {
        HeldLock other = new Instances(folder).becomeWindow().orElseThrow();

        int code =
                new SingleWindow(new Instances(folder), Duration.ofMillis(1))
                        .open(SingleWindowTest::mustNotRun, true);

        assertThat(code).isOne();
        other.close();
    }
}
