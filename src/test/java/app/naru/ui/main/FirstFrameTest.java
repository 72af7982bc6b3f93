package app.naru.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
final class FirstFrameTest {

    @Test
    void isDrawnBeforeWhatCanWaitIsDoneOnce() {
        AtomicInteger pulses = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicInteger pulsesBefore = new AtomicInteger();
        AtomicBoolean shown = new AtomicBoolean();
        Stage stage =
                Fx.get(() -> {
                    Stage made = new Stage();
                    Scene scene = new Scene(new Label("Naru"));
                    scene.addPostLayoutPulseListener(pulses::incrementAndGet);
                    made.setScene(scene);
                    made.show();
                    FirstFrame.of(
                            scene,
                            () -> {
                                pulsesBefore.set(pulses.get());
                                shown.set(made.isShowing());
                                done.incrementAndGet();
                            });
                    assertThat(done).hasValue(0);
                    return made;
                });

        await().until(() -> done.get() == 1);
        assertThat(shown).isTrue();
        assertThat(pulsesBefore.get()).isGreaterThanOrEqualTo(3);
        int until = pulses.get() + 4;
        await().until(() -> {
            Platform.requestNextPulse();
            return pulses.get() >= until;
        });
        assertThat(done).hasValue(1);
        Fx.run(stage::hide);
    }
}
