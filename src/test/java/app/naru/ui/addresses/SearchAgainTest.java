package app.naru.ui.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.router.Found;
import app.naru.router.SearchProgress;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.Desk;
import app.naru.ui.addresses.RouterViewModel.State;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
final class SearchAgainTest {

    private final AtomicReference<Thread> first = new AtomicReference<>();
    private final AtomicReference<Thread> latest = new AtomicReference<>();
    private final CountDownLatch nobody = new CountDownLatch(1);
    private final CountDownLatch second = new CountDownLatch(1);
    private final List<State> seen = new CopyOnWriteArrayList<>();

    private Found find(SearchProgress progress) throws InterruptedException {
        if (first.compareAndSet(null, Thread.currentThread())) {
            nobody.await();
        }
        latest.set(Thread.currentThread());
        second.await();
        return new Found(List.of());
    }

    /** The end of the search before comes when the next one is under way. */
    @Test
    void aSearchThatIsBegunAnewIsNotToldToHaveStopped(FxRobot robot, @TempDir Path folder) {
        BackgroundTasks tasks =
                BackgroundTasks.onToolkit(failure -> {
                    throw new IllegalStateException(failure);
                });
        try (tasks;
                Desk desk = new Desk(folder, tasks)) {
            RouterViewModel model =
                    new RouterViewModel(
                            this::find,
                            desk.forwards,
                            desk.live::situation,
                            tasks,
                            (question, ifYes) -> ifYes.run());
            model.stateProperty().addListener((observed, before, now) -> seen.add(now));
            robot.interact(model::search);
            await().until(() -> first.get() != null);

            robot.interact(model::search);
            await().until(this::firstIsOver);
            second.countDown();
            await().until(() -> model.stateProperty().get() instanceof State.Silent);

            assertThat(seen).noneMatch(State.Stopped.class::isInstance);
            robot.interact(model::cancel);
            assertThat(model.stateProperty().get()).isInstanceOf(State.Silent.class);
        }
    }

    /** Its thread waits for something else to do, has found that, or has found nothing. */
    private boolean firstIsOver() {
        Thread.State now = first.get().getState();
        return now == Thread.State.TIMED_WAITING
                || now == Thread.State.TERMINATED
                || first.get() == latest.get();
    }
}
