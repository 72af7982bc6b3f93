package app.naru.firewall;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Runs Windows' own powershell.exe as the user, to look at something. */
public interface PowerShell {

    /**
     * Runs it and waits for its end, with no input and no window.
     *
     * @param arguments one element an argument, unquoted
     * @return the exit code
     * @throws IOException if it can't be started or does not end within the limit
     */
    int run(List<String> arguments, Duration limit) throws IOException;
}
