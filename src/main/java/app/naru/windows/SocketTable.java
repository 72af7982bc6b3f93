package app.naru.windows;

import app.naru.forward.Port;
import app.naru.forward.Protocol;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of sockets with their processes, as GetExtendedTcpTable and GetExtendedUdpTable fill
 * them: a count, then rows of 32-bit numbers. Offsets are in bytes.
 *
 * @param rowSize how long a row is
 * @param address where in the row the local address is, in network byte order
 * @param addressSize 4 for IPv4, 16 for IPv6
 * @param port where the local port is: its two bytes in network byte order, then two of no meaning
 * @param pid where the owning process is
 */
record SocketTable(
        Protocol protocol, int rowSize, int address, int addressSize, int port, int pid) {

    /** MIB_TCPTABLE_OWNER_PID. */
    static final SocketTable TCP4 = new SocketTable(Protocol.TCP, 24, 4, 4, 8, 20);

    /** MIB_TCP6TABLE_OWNER_PID. */
    static final SocketTable TCP6 = new SocketTable(Protocol.TCP, 56, 0, 16, 20, 52);

    /** MIB_UDPTABLE_OWNER_PID. */
    static final SocketTable UDP4 = new SocketTable(Protocol.UDP, 12, 0, 4, 4, 8);

    /** MIB_UDP6TABLE_OWNER_PID. */
    static final SocketTable UDP6 = new SocketTable(Protocol.UDP, 28, 0, 16, 20, 24);

    private static final int COUNT_SIZE = 4;

    /** A bound socket. */
    record Row(Protocol protocol, InetAddress address, Port port, long pid) {}

    /**
     * Returns the rows of a filled table; those that it claims but does not hold are left out.
     *
     * @param table in the byte order of this machine
     */
    List<Row> rows(ByteBuffer table) {
        if (table.capacity() < COUNT_SIZE) {
            return List.of();
        }
        int claimed = Math.max(0, table.getInt(0));
        int held = Math.min(claimed, (table.capacity() - COUNT_SIZE) / rowSize);
        List<Row> rows = new ArrayList<>(held);
        for (int i = 0; i < held; i++) {
            int row = COUNT_SIZE + i * rowSize;
            int number =
                    Byte.toUnsignedInt(table.get(row + port)) << 8
                            | Byte.toUnsignedInt(table.get(row + port + 1));
            if (number != 0) {
                long owner = Integer.toUnsignedLong(table.getInt(row + pid));
                rows.add(new Row(protocol, addressAt(table, row), new Port(number), owner));
            }
        }
        return rows;
    }

    private InetAddress addressAt(ByteBuffer table, int row) {
        byte[] bytes = new byte[addressSize];
        table.get(row + address, bytes);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + addressSize + " bytes", e);
        }
    }
}
