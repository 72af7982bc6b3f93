package app.naru.ui;

import static org.awaitility.Awaitility.await;

import app.naru.text.Texts;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A blinking caret has the toolkit wake up sixty times a second: none does where nobody writes. */
@ExtendWith(ApplicationExtension.class)
final class CaretsTest {

    private static final Duration A_WHILE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FxRobot robot = new FxRobot();
    private final AtomicLong pulses = new AtomicLong();
    private final AtomicLong lastPulse = new AtomicLong();
    private TextField field;
    private ComboBox<String> box;
    private Button next;
    private Stage stage;
    private Stage beside;

    @Start
    void start(Stage first) {
        // Pulses come for all windows alike: counted in one that stays.
        beside = new Stage();
        beside.setScene(new Scene(new Button("Beside")));
        beside.getScene()
                .addPostLayoutPulseListener(() -> {
                    pulses.incrementAndGet();
                    lastPulse.set(System.nanoTime());
                });
        beside.show();
        stage = first;
        field = new TextField("8000");
        box = new ComboBox<>();
        next = new Button("Next");
        box.setEditable(true);
        next.setDefaultButton(true);
        stage.setScene(new Scene(new VBox(field, box, next)));
        Theme.dress(stage.getScene(), Texts.in(Locale.ENGLISH));
        stage.show();
    }

    @AfterEach
    void close() {
        robot.interact(beside::hide);
    }

    private void write(Control into) {
        robot.interact(into::requestFocus);
        long before = pulses.get();
        await("blinks").until(() -> pulses.get() > before + 60);
    }

    private void awaitRest() {
        await("rests")
                .atMost(PATIENCE)
                .until(() -> System.nanoTime() - lastPulse.get() > A_WHILE.toNanos());
    }

    @Test
    void restsWhileTheWindowIsClosed() {
        write(field);
        robot.interact(stage::hide);
        awaitRest();
        robot.interact(stage::show);
        write(field);
    }

    @Test
    void restsWhenAKeyClosesTheWindow() {
        next.setOnAction(pressed -> stage.hide());
        write(field);
        robot.type(KeyCode.ENTER);
        awaitRest();
    }

    @Test
    void restsWhenAKeyLeadsElsewhere() {
        next.setOnAction(pressed -> next.requestFocus());
        write(field);
        robot.type(KeyCode.ENTER);
        awaitRest();
    }

    @Test
    void restsInAListThatTakesEntries() {
        next.setOnAction(pressed -> stage.hide());
        write(box);
        robot.write("8").type(KeyCode.ENTER);
        awaitRest();
    }
}
