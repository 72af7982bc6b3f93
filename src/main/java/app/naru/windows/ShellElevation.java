package app.naru.windows;

import app.naru.firewall.Elevation;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Runs Windows' own programs as administrator: through the shell's {@code runas}, which asks the
 * user, or directly where Naru itself is elevated already. Nothing of Naru's ever runs elevated for
 * it.
 */
public final class ShellElevation implements Elevation {

    /** ShellExecuteEx cuts parameters off at about 2,048 characters; this stays clear of it. */
    static final int LONGEST = 2_000;

    private final ProgramStart start;
    private final BooleanSupplier elevated;

    public ShellElevation() {
        this(
                (program, parameters) ->
                        Advapi32Util.isCurrentProcessElevated()
                                ? new PlainStart().start(program, parameters)
                                : new RunAsStart().start(program, parameters),
                Advapi32Util::isCurrentProcessElevated);
    }

    ShellElevation(ProgramStart start) {
        this(start, () -> false);
    }

    ShellElevation(ProgramStart start, BooleanSupplier elevated) {
        this.start = start;
        this.elevated = elevated;
    }

    @Override
    public boolean asks() {
        return !elevated.getAsBoolean();
    }

    /**
     * {@inheritDoc}
     *
     * <p>A command line of more than 2,000 characters is not started: {@code
     * NotStarted(ERROR_FILENAME_EXCED_RANGE)}, what Windows itself answers to one that is too long.
     */
    @Override
    public Ending run(SystemProgram program, List<String> arguments, Duration limit) {
        String parameters = CommandLine.of(arguments);
        if (parameters.length() > LONGEST) {
            return new Ending.NotStarted(WinError.ERROR_FILENAME_EXCED_RANGE);
        }
        return switch (start.start(path(program), parameters)) {
            case ProgramStart.Refused(int error) -> refused(error);
            case ProgramStart.Started(HANDLE process) -> await(process, limit);
        };
    }

    static Ending refused(int error) {
        return switch (error) {
            case WinError.ERROR_CANCELLED -> new Ending.Declined();
            case WinError.ERROR_ACCESS_DENIED -> new Ending.DeniedByPolicy();
            default -> new Ending.NotStarted(error);
        };
    }

    private static Ending await(HANDLE process, Duration limit) {
        Kernel32 kernel = Kernel32.INSTANCE;
        try {
            int millis = Math.toIntExact(limit.toMillis());
            if (kernel.WaitForSingleObject(process, millis) == WinBase.WAIT_OBJECT_0) {
                IntByReference code = new IntByReference();
                return kernel.GetExitCodeProcess(process, code)
                        ? new Ending.Exited(code.getValue())
                        : new Ending.NotStarted(kernel.GetLastError());
            }
            // what it has not done by now, it shall not do later when nobody looks any more
            kernel.TerminateProcess(process, 1);
            return new Ending.TimedOut();
        } finally {
            kernel.CloseHandle(process);
        }
    }

    private static String path(SystemProgram program) {
        return SystemFolder.program(
                switch (program) {
                    case NETSH -> "netsh.exe";
                    case POWERSHELL -> "WindowsPowerShell\\v1.0\\powershell.exe";
                });
    }
}
