package app.naru.windows;

import app.naru.server.Listener;
import app.naru.server.ListenerReader;
import app.naru.server.Program;
import com.sun.jna.Memory;
import com.sun.jna.platform.win32.IPHlpAPI;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Reads who listens on this PC from Windows' own tables of sockets. */
public final class WindowsListeners implements ListenerReader {

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 23;
    private static final int TCP_TABLE_OWNER_PID_LISTENER = 3;
    private static final int UDP_TABLE_OWNER_PID = 1;

    /** The table may grow between asking for its size and asking for it. */
    private static final int ATTEMPTS = 5;

    private static final int ROOM_TO_GROW = 4096;

    @Override
    public List<Listener> read() throws IOException {
        List<SocketTable.Row> rows = rows();
        ProcessTable processes = ProcessTable.now();
        Map<Long, Optional<Program>> programs = new HashMap<>();
        return listeners(rows, pid -> programs.computeIfAbsent(pid, processes::program));
    }

    @Override
    public List<Listener> sockets() throws IOException {
        return listeners(rows(), pid -> Optional.empty());
    }

    private static List<Listener> listeners(
            List<SocketTable.Row> rows, LongFunction<Optional<Program>> programs) {
        return rows.stream()
                .map(row ->
                        new Listener(
                                row.protocol(),
                                row.address(),
                                row.port(),
                                programs.apply(row.pid())))
                .toList();
    }

    private static List<SocketTable.Row> rows() throws IOException {
        IPHlpAPI helper = IPHlpAPI.INSTANCE;
        TableCall tcp4 =
                (table, size) ->
                        helper.GetExtendedTcpTable(
                                table, size, false, AF_INET, TCP_TABLE_OWNER_PID_LISTENER, 0);
        TableCall tcp6 =
                (table, size) ->
                        helper.GetExtendedTcpTable(
                                table, size, false, AF_INET6, TCP_TABLE_OWNER_PID_LISTENER, 0);
        TableCall udp4 =
                (table, size) ->
                        helper.GetExtendedUdpTable(
                                table, size, false, AF_INET, UDP_TABLE_OWNER_PID, 0);
        TableCall udp6 =
                (table, size) ->
                        helper.GetExtendedUdpTable(
                                table, size, false, AF_INET6, UDP_TABLE_OWNER_PID, 0);
        List<SocketTable.Row> rows = new ArrayList<>();
        rows.addAll(SocketTable.TCP4.rows(filled(tcp4)));
        rows.addAll(SocketTable.TCP6.rows(filled(tcp6)));
        rows.addAll(SocketTable.UDP4.rows(filled(udp4)));
        rows.addAll(SocketTable.UDP6.rows(filled(udp6)));
        return rows;
    }

    /** One of the calls that fill a table. */
    private interface TableCall {
        int fill(Memory table, IntByReference size);
    }

    private static ByteBuffer filled(TableCall call) throws IOException {
        IntByReference size = new IntByReference(ROOM_TO_GROW);
        int error = WinError.ERROR_INSUFFICIENT_BUFFER;
        for (int i = 0; i < ATTEMPTS && error == WinError.ERROR_INSUFFICIENT_BUFFER; i++) {
            Memory table = new Memory(size.getValue() + (long) ROOM_TO_GROW);
            table.clear();
            size.setValue((int) table.size());
            error = call.fill(table, size);
            if (error == WinError.NO_ERROR) {
                return copied(table);
            }
        }
        throw new IOException("Windows does not tell who listens (Win32 error " + error + ")");
    }

    /** The memory may be freed once nothing of JNA's refers to it: the copy is Java's own. */
    private static ByteBuffer copied(Memory table) {
        return ByteBuffer.wrap(table.getByteArray(0, (int) table.size()))
                .order(ByteOrder.nativeOrder());
    }
}
