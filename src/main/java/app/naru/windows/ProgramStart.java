package app.naru.windows;

import com.sun.jna.platform.win32.WinNT.HANDLE;

/** A way to start a program without a window. */
interface ProgramStart {

    /** What came of it. */
    sealed interface Outcome {}

    /**
     * @param process open; whoever gets it closes it
     */
    record Started(HANDLE process) implements Outcome {}

    /**
     * @param error the Win32 error code
     */
    record Refused(int error) implements Outcome {}

    /**
     * @param program its whole path
     * @param parameters the command line behind the program, quoted
     */
    Outcome start(String program, String parameters);
}
