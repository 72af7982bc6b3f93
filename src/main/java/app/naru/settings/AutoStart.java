package app.naru.settings;

import java.io.IOException;

/** Whether Naru starts, in the tray alone, when the user signs in. */
public interface AutoStart {

    /** What Naru is started with to be in the tray alone. */
    String ARGUMENT = "tray";

    /** How that stands. */
    enum State {
        ON,
        OFF,

        /**
         * It is on, but the user has switched it off where the system lists what starts (on Windows
         * the Task Manager), and only there can it be switched on again.
         */
        SWITCHED_OFF
    }

    /**
     * @throws IOException if the system does not tell
     */
    State state() throws IOException;

    /**
     * Has Naru start with the system, or not any more.
     *
     * @return how it stands now: {@link State#SWITCHED_OFF} if that alone does not help
     * @throws IOException if the system does not take it
     */
    State turn(boolean on) throws IOException;
}
