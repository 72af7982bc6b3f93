package app.naru.server;

import app.naru.forward.Port;
import app.naru.forward.Protocol;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the text of {@code /proc/net/tcp}, {@code tcp6}, {@code udp} and {@code udp6} (proc(5),
 * Documentation/networking/proc_net_tcp.rst of Linux): which sockets wait for others. The text may
 * be this PC's own or come from inside WSL; a line that is not as it should be is left out.
 */
public final class ProcNetTable {

    /** More sockets than this are not read: a busy server has some ten thousand. */
    static final int MOST_LINES = 200_000;

    /** The kernel pads its lines to 149 characters (tcp) and never goes far beyond. */
    private static final int LONGEST_LINE = 512;

    private static final int ADDRESS = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int UID = 7;
    private static final int INODE = 9;

    /** TCP_LISTEN, and for UDP TCP_CLOSE: bound, but not connected (include/net/tcp_states.h). */
    private static final String TCP_WAITS = "0A";

    private static final String UDP_WAITS = "07";

    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NOBODY = Pattern.compile("0+:0+");

    /**
     * A socket that waits.
     *
     * @param uid the user it belongs to
     * @param inode the socket's number, by which {@code /proc/PID/fd} names its owners; 0 for none
     */
    public record Row(Protocol protocol, InetAddress address, Port port, long uid, long inode) {

        /** Returns it as a listener of that program. */
        public Listener of(Optional<Program> program) {
            return new Listener(protocol, address, port, program);
        }
    }

    private ProcNetTable() {}

    /**
     * Returns the sockets in the table that wait: listening TCP sockets, or UDP sockets that are
     * bound and not connected.
     *
     * @param protocol whose table it is; the kernel writes both alike
     */
    public static List<Row> read(Protocol protocol, String table) {
        return table.lines()
                .limit(MOST_LINES)
                .filter(line -> line.length() <= LONGEST_LINE)
                .flatMap(line -> row(protocol, line).stream())
                .toList();
    }

    private static Optional<Row> row(Protocol protocol, String line) {
        String[] fields = SPACES.split(line.strip(), INODE + 2);
        if (fields.length <= INODE || !waits(protocol, fields)) {
            return Optional.empty();
        }
        int colon = fields[ADDRESS].indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        try {
            InetAddress address = address(fields[ADDRESS].substring(0, colon));
            int port =
                    HexFormat.fromHexDigits(fields[ADDRESS], colon + 1, fields[ADDRESS].length());
            if (port < 1 || port > Port.MAX) {
                return Optional.empty();
            }
            return Optional.of(
                    new Row(
                            protocol,
                            address,
                            new Port(port),
                            number(fields[UID]),
                            number(fields[INODE])));
        } catch (IllegalArgumentException | UnknownHostException notARow) {
            return Optional.empty();
        }
    }

    private static boolean waits(Protocol protocol, String[] fields) {
        return switch (protocol) {
            case TCP -> fields[STATE].equals(TCP_WAITS);
            case UDP -> fields[STATE].equals(UDP_WAITS) && NOBODY.matcher(fields[REMOTE]).matches();
        };
    }

    /**
     * Reads an address as the kernel prints it: words of 32 bits, each in the byte order of the
     * machine, which is little-endian wherever this program and WSL run.
     */
    private static InetAddress address(String hex) throws UnknownHostException {
        byte[] words = HEX.parseHex(hex);
        if (words.length != 4 && words.length != 16) {
            throw new UnknownHostException(hex);
        }
        byte[] bytes = new byte[words.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = words[i / 4 * 4 + 3 - i % 4];
        }
        return InetAddress.getByAddress(bytes);
    }

    private static long number(String digits) {
        return Long.parseUnsignedLong(digits);
    }
}
