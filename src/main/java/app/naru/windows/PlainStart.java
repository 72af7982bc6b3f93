package app.naru.windows;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinDef.DWORD;

/** Starts a program with the rights that Naru has. */
final class PlainStart implements ProgramStart {

    /** Not in jna-platform: a console program then gets a console that nobody sees. */
    private static final int CREATE_NO_WINDOW = 0x0800_0000;

    @Override
    public Outcome start(String program, String parameters) {
        WinBase.STARTUPINFO startup = new WinBase.STARTUPINFO();
        WinBase.PROCESS_INFORMATION process = new WinBase.PROCESS_INFORMATION();
        boolean started =
                Kernel32.INSTANCE.CreateProcess(
                        program,
                        CommandLine.quoted(program) + " " + parameters,
                        null,
                        null,
                        false,
                        new DWORD(CREATE_NO_WINDOW),
                        null,
                        SystemFolder.path(),
                        startup,
                        process);
        if (!started) {
            return new Refused(Kernel32.INSTANCE.GetLastError());
        }
        Kernel32.INSTANCE.CloseHandle(process.hThread);
        return new Started(process.hProcess);
    }
}
