package app.naru.ui.settings;

import app.naru.forward.Sentence;
import app.naru.settings.AutoStart;
import app.naru.ui.BackgroundTasks;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Whether Naru starts with the system: read from it, and changed there. */
final class AutoStartViewModel {

    private final Optional<AutoStart> autoStart;
    private final BackgroundTasks tasks;
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Sentence> explanation =
            new ReadOnlyObjectWrapper<>(Sentence.of("settings.autoStart.text"));

    /**
     * @param autoStart empty where Naru can't start with the system, or was not installed
     */
    AutoStartViewModel(Optional<AutoStart> autoStart, BackgroundTasks tasks) {
        this.autoStart = autoStart;
        this.tasks = tasks;
        if (autoStart.isEmpty()) {
            explanation.set(Sentence.of("settings.autoStart.notHere"));
        }
    }

    /** Looks how it stands; somebody may have changed it in the Task Manager. */
    void look() {
        autoStart.ifPresent(system -> tell(system::state));
    }

    /** Turns it on or off. */
    void turn(boolean wanted) {
        if (wanted != on.get()) {
            autoStart.ifPresent(system -> tell(() -> system.turn(wanted)));
        }
    }

    private void tell(Callable<AutoStart.State> what) {
        tasks.task(what).onSuccess(this::show).onFailure(IOException.class, this::failed).run();
    }

    private void show(AutoStart.State state) {
        possible.set(state != AutoStart.State.SWITCHED_OFF);
        on.set(state == AutoStart.State.ON);
        explanation.set(
                Sentence.of(
                        state == AutoStart.State.SWITCHED_OFF
                                ? "settings.autoStart.switchedOff"
                                : "settings.autoStart.text"));
    }

    private void failed(IOException failure) {
        // The switch jumps back to how it really is.
        boolean now = on.get();
        on.set(!now);
        on.set(now);
        explanation.set(
                Sentence.of("settings.autoStart.failed", String.valueOf(failure.getMessage())));
    }

    ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    /** Whether it can be turned on or off here. */
    ReadOnlyBooleanProperty possibleProperty() {
        return possible.getReadOnlyProperty();
    }

    /** What it means, or why it can't be had. */
    ReadOnlyObjectProperty<Sentence> explanationProperty() {
        return explanation.getReadOnlyProperty();
    }
}
