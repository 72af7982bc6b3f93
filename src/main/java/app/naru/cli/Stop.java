package app.naru.cli;

import java.util.ArrayList;
import java.util.List;

/** The wish that a command which stays in the foreground ends: Ctrl-C, or the system's. */
public final class Stop {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean requested;

    /** Asks the command to end. */
    public void request() {
        List<Runnable> due;
        synchronized (this) {
            requested = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    /** Runs the action once when the command is asked to end, or now if it was. */
    void whenRequested(Runnable action) {
        synchronized (this) {
            if (!requested) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }
}
