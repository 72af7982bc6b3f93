package app.naru.windows;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Shell32;
import com.sun.jna.platform.win32.ShellAPI.SHELLEXECUTEINFO;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinUser;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Starts a program as administrator, after Windows has asked the user. */
final class RunAsStart implements ProgramStart {

    /**
     * Not in jna-platform: the call returns only once the program runs, as its thread ends then.
     */
    private static final int SEE_MASK_NOASYNC = 0x100;

    @Override
    public Outcome start(String program, String parameters) {
        Future<Outcome> starting = Apartment.start("elevation", () -> ask(program, parameters));
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return starting.get();
                } catch (InterruptedException e) {
                    // the prompt is up: what the user answers is to be known whatever happens
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("the elevated start failed", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Outcome ask(String program, String parameters) {
        SHELLEXECUTEINFO info = new SHELLEXECUTEINFO();
        info.fMask =
                Shell32.SEE_MASK_NOCLOSEPROCESS | Shell32.SEE_MASK_FLAG_NO_UI | SEE_MASK_NOASYNC;
        info.lpVerb = "runas";
        info.lpFile = program;
        info.lpParameters = parameters;
        info.lpDirectory = SystemFolder.path();
        info.nShow = WinUser.SW_HIDE;
        if (!Shell32.INSTANCE.ShellExecuteEx(info)) {
            return new Refused(Native.getLastError());
        }
        // a start that tells no process can't be followed: nothing is known of what it did
        return info.hProcess == null
                ? new Refused(WinError.ERROR_INVALID_HANDLE)
                : new Started(info.hProcess);
    }
}
