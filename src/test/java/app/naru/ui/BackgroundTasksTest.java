package app.naru.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
final class BackgroundTasksTest {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final BackgroundTasks tasks =
            BackgroundTasks.onToolkit(failure -> seen.add("error screen: " + failure.getMessage()));

    @AfterEach
    void stop() {
        tasks.close();
    }

    @Test
    void worksElsewhereAndTellsOnTheJavafxThread() {
        Platform.runLater(() ->
                tasks.task(Platform::isFxApplicationThread)
                        .onSuccess(there ->
                                seen.add(there + ", then " + Platform.isFxApplicationThread()))
                        .run());

        await().until(() -> seen.equals(List.of("false, then true")));
    }

    @Test
    void beginsNothingOnceItHasEnded() {
        tasks.close();

        Platform.runLater(() -> {
            tasks.task(() -> seen.add("begun")).run();
            seen.add("asked");
        });

        await().until(() -> !seen.isEmpty());
        assertThat(seen).containsExactly("asked");
    }

    @Test
    void passesADeclaredFailureOn() {
        BackgroundTasks.direct()
                .task(() -> {
                    throw new FileNotFoundException("gone");
                })
                .onFailure(IOException.class, failure -> seen.add(failure.getMessage()))
                .run();

        assertThat(seen).containsExactly("gone");
    }

    @Test
    void showsAnUndeclaredFailureOnTheErrorScreen() {
        Platform.runLater(() ->
                tasks.task(
                                () -> {
                                    throw new IllegalStateException("bug");
                                })
                        .onFailure(IOException.class, failure -> seen.add("not this"))
                        .run());

        await().until(() -> seen.equals(List.of("error screen: bug")));
    }

    @Test
    void throwsAnUndeclaredFailureInTests() {
        Task<Object> task =
                BackgroundTasks.direct()
                        .task(() -> {
                            throw new IllegalStateException("bug");
                        });

        assertThatThrownBy(task::run).hasRootCauseMessage("bug");
    }

    @Test
    void interruptsWhatIsCancelled() {
        CountDownLatch never = new CountDownLatch(1);
        Platform.runLater(() ->
                tasks.task(
                                () -> {
                                    never.await();
                                    return "done";
                                })
                        .onSuccess(seen::add)
                        .onCancelled(
                                () -> seen.add("cancelled, busy: " + tasks.busyProperty().get()))
                        .run()
                        .cancel());

        await().until(() -> seen.equals(List.of("cancelled, busy: false")));
    }
}
