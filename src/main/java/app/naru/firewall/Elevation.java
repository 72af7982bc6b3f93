package app.naru.firewall;

import java.time.Duration;
import java.util.List;

/** Runs a program of Windows' own as administrator, with Windows' own prompt. */
public interface Elevation {

    /** What may be run so: nothing else, and always from the system folder. */
    enum SystemProgram {
        NETSH,
        POWERSHELL
    }

    /** How it ended. */
    sealed interface Ending {
        record Exited(int code) implements Ending {}

        /** ERROR_CANCELLED (1223): the user said no. */
        record Declined() implements Ending {}

        /** ERROR_ACCESS_DENIED (5) instead of a prompt. */
        record DeniedByPolicy() implements Ending {}

        record TimedOut() implements Ending {}

        /**
         * @param error the Win32 error code
         */
        record NotStarted(int error) implements Ending {}
    }

    /** Whether each run asks the user first; not so where Naru itself is elevated. */
    default boolean asks() {
        return true;
    }

    /**
     * Runs the program and waits for its end. Blocks while the prompt is up.
     *
     * @param arguments one element an argument, unquoted
     * @param limit counted from the user's consent
     */
    Ending run(SystemProgram program, List<String> arguments, Duration limit);
}
