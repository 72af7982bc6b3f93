package app.naru.windows;

import app.naru.server.Program;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Tlhelp32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The processes that ran at one moment. */
final class ProcessTable {

    /** Windows' kernel, in whose name http.sys and the file server listen. */
    private static final long SYSTEM = 4;

    /** TH32CS_SNAPPROCESS. */
    private static final int SNAP_PROCESSES = 2;

    /** The longest path that Windows has. */
    private static final int LONGEST_PATH = 32_768;

    private final Map<Long, String> names;

    private ProcessTable(Map<Long, String> names) {
        this.names = Map.copyOf(names);
    }

    /**
     * @throws IOException if Windows does not tell
     */
    static ProcessTable now() throws IOException {
        Kernel kernel = Kernel.INSTANCE;
        HANDLE snapshot = kernel.CreateToolhelp32Snapshot(SNAP_PROCESSES, 0);
        if (WinBase.INVALID_HANDLE_VALUE.equals(snapshot)) {
            throw new IOException(
                    "Windows does not list its processes (Win32 error "
                            + Native.getLastError()
                            + ")");
        }
        try {
            Map<Long, String> names = new HashMap<>();
            Tlhelp32.PROCESSENTRY32 entry = new Tlhelp32.PROCESSENTRY32();
            for (boolean more = kernel.Process32First(snapshot, entry);
                    more;
                    more = kernel.Process32Next(snapshot, entry)) {
                names.put(entry.th32ProcessID.longValue(), Native.toString(entry.szExeFile));
            }
            return new ProcessTable(names);
        } finally {
            kernel.CloseHandle(snapshot);
        }
    }

    /** Returns the file names of the programs that run, one for each process. */
    Collection<String> names() {
        return names.values();
    }

    /** Returns whose process that is; empty for none, as for the process 0. */
    Optional<Program> program(long pid) {
        if (pid == 0) {
            return Optional.empty();
        }
        if (pid == SYSTEM) {
            return Optional.of(new Program(pid, "System", Optional.empty(), ""));
        }
        HANDLE process =
                Kernel.INSTANCE.OpenProcess(
                        WinNT.PROCESS_QUERY_LIMITED_INFORMATION, false, (int) pid);
        if (process == null) {
            // a protected process, or one that has ended since: the list still has its name
            return Optional.ofNullable(names.get(pid))
                    .map(name -> new Program(pid, name, Optional.empty(), ""));
        }
        try {
            Optional<String> path = path(process);
            return path.map(ProcessTable::fileName)
                    .or(() -> Optional.ofNullable(names.get(pid)))
                    .map(name -> new Program(pid, name, path, ProcessCommandLine.of(process)));
        } finally {
            Kernel.INSTANCE.CloseHandle(process);
        }
    }

    private static Optional<String> path(HANDLE process) {
        char[] path = new char[LONGEST_PATH];
        IntByReference length = new IntByReference(path.length);
        return Kernel.INSTANCE.QueryFullProcessImageName(process, 0, path, length)
                ? Optional.of(new String(path, 0, length.getValue()))
                : Optional.empty();
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('\\') + 1);
    }
}
