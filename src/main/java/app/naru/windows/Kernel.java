package app.naru.windows;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Tlhelp32;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import org.jspecify.annotations.Nullable;

/**
 * The few functions of kernel32.dll that the survey needs. jna-platform has them as well, together
 * with hundreds of others that it takes several times as long to bind, at the start of the program.
 */
interface Kernel extends StdCallLibrary {

    Kernel INSTANCE = Native.load("kernel32", Kernel.class, W32APIOptions.DEFAULT_OPTIONS);

    HANDLE CreateToolhelp32Snapshot(int flags, int process);

    boolean Process32First(HANDLE snapshot, Tlhelp32.PROCESSENTRY32 entry);

    boolean Process32Next(HANDLE snapshot, Tlhelp32.PROCESSENTRY32 entry);

    @Nullable HANDLE OpenProcess(int access, boolean inherit, int process);

    boolean QueryFullProcessImageName(
            HANDLE process, int flags, char[] path, IntByReference length);

    boolean CloseHandle(HANDLE handle);
}
