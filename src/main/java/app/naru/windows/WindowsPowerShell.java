package app.naru.windows;

import app.naru.firewall.Elevation;
import app.naru.firewall.PowerShell;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Windows PowerShell, with the rights that Naru has. */
public final class WindowsPowerShell implements PowerShell {

    private final Elevation plain = new ShellElevation(new PlainStart());

    @Override
    public int run(List<String> arguments, Duration limit) throws IOException {
        return switch (plain.run(Elevation.SystemProgram.POWERSHELL, arguments, limit)) {
            case Elevation.Ending.Exited(int code) -> code;
            case Elevation.Ending.TimedOut late ->
                    throw new IOException("powershell.exe did not end within " + limit);
            case Elevation.Ending other ->
                    throw new IOException("powershell.exe was not started: " + other);
        };
    }
}
