package app.naru.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import java.nio.charset.StandardCharsets;

/** Reads the command line of another process; it tells a Django from another python.exe. */
final class ProcessCommandLine {

    /** ProcessCommandLineInformation of PROCESSINFOCLASS; Windows 8.1 and later. */
    private static final int COMMAND_LINE = 60;

    /** A UNICODE_STRING with the longest command line there can be behind it. */
    private static final int LARGEST = 16 + 2 * 32_768;

    /** Where a UNICODE_STRING has its length in bytes, and the pointer to its text. */
    static final int LENGTH = 0;

    static final int TEXT = 8;

    private ProcessCommandLine() {}

    /** Returns the command line as it was given; empty where Windows does not tell. */
    static String of(HANDLE process) {
        Memory memory = new Memory(LARGEST);
        int status =
                Ntdll.INSTANCE.NtQueryInformationProcess(
                        process, COMMAND_LINE, memory, (int) memory.size(), new IntByReference());
        if (status != 0) {
            return "";
        }
        int length = Short.toUnsignedInt(memory.getShort(LENGTH));
        long start = Pointer.nativeValue(memory.getPointer(TEXT)) - Pointer.nativeValue(memory);
        if (start < 0 || start + length > memory.size()) {
            return "";
        }
        return new String(memory.getByteArray(start, length), StandardCharsets.UTF_16LE);
    }

    /** What jna-platform has not. */
    private interface Ntdll extends StdCallLibrary {

        Ntdll INSTANCE = Native.load("ntdll", Ntdll.class);

        int NtQueryInformationProcess(
                HANDLE process, int kind, Pointer to, int size, IntByReference needed);
    }
}
