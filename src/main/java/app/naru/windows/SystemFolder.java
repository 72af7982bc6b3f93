package app.naru.windows;

import com.sun.jna.platform.win32.KnownFolders;
import com.sun.jna.platform.win32.Shell32Util;

/**
 * Where Windows' own programs are. Asked of the system, since every user may set the environment
 * variables that also tell it to something else.
 */
final class SystemFolder {

    private SystemFolder() {}

    /** Returns the folder's path ({@code C:\Windows\System32}), without a backslash at the end. */
    static String path() {
        return Shell32Util.getKnownFolderPath(KnownFolders.FOLDERID_System);
    }

    /** Returns the path of a program there. */
    static String program(String relative) {
        return path() + "\\" + relative;
    }
}
