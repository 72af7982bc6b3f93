package app.naru.wsl;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Runs {@code wsl.exe}. */
public interface WslProgram {

    /**
     * Whether it may be run. Where WSL is not installed, {@code wsl.exe} is a stub that offers to
     * install it and waits a minute for a key.
     *
     * @throws IOException if the system does not tell
     */
    boolean installed() throws IOException;

    /**
     * Runs it with no input and waits for its end.
     *
     * @param arguments one element an argument, unquoted
     * @throws IOException if WSL is not installed, if it can't be started, does not end within the
     *     limit or writes more than is read; it is ended then
     */
    WslOutput run(List<String> arguments, Duration limit) throws IOException, InterruptedException;

    /**
     * Starts a program inside the distribution, and the distribution with it, and holds on to it:
     * WSL stops no distribution in which one runs.
     *
     * @param limit how long the start may take; a distribution that was stopped boots
     * @throws IOException if it could not be started
     */
    Held hold(String distro, Duration limit) throws IOException, InterruptedException;

    /** A distribution that is held on to. */
    interface Held extends AutoCloseable {

        /** Whether the distribution still runs, as far as this can tell. */
        boolean alive();

        /** Lets go. Stops nothing: WSL does that by itself when nobody needs it any more. */
        @Override
        void close();
    }
}
