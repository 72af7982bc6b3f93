package app.naru.survey;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the default gateways in the text of {@code /proc/net/route} and {@code
 * /proc/net/ipv6_route} (proc(5); fib_trie.c and route.c of Linux). A line that is not as it should
 * be is left out.
 */
final class LinuxRoutes {

    /** A router with the Internet's whole table has a million; a PC has some dozens. */
    private static final int MOST_LINES = 10_000;

    /** RTF_UP, RTF_GATEWAY and RTF_REJECT of {@code linux/route.h}. */
    private static final int UP_BY_GATEWAY = 0x0003;

    private static final int REJECT = 0x0200;

    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final String ANYWHERE = "0".repeat(32);

    /**
     * A default route by a gateway.
     *
     * @param interfaceName the interface's short name
     * @param metric lower is preferred
     */
    record Route(String interfaceName, InetAddress gateway, int metric) {}

    private LinuxRoutes() {}

    /** Reads {@code /proc/net/route}. */
    static List<Route> ipv4(String table) {
        return table.lines()
                .limit(MOST_LINES)
                .flatMap(line -> ipv4Route(SPACES.split(line.strip(), 9)).stream())
                .distinct()
                .toList();
    }

    /** Iface Destination Gateway Flags RefCnt Use Metric Mask MTU …; the metric is decimal. */
    private static Optional<Route> ipv4Route(String[] fields) {
        if (fields.length < 8 || !fields[1].equals("00000000") || !fields[7].equals("00000000")) {
            return Optional.empty();
        }
        try {
            return byGateway(HexFormat.fromHexDigits(fields[3]))
                    ? Optional.of(
                            new Route(
                                    fields[0],
                                    littleEndian(fields[2]),
                                    Integer.parseUnsignedInt(fields[6])))
                    : Optional.empty();
        } catch (IllegalArgumentException | UnknownHostException notARoute) {
            return Optional.empty();
        }
    }

    /** Reads {@code /proc/net/ipv6_route}. */
    static List<Route> ipv6(String table) {
        return table.lines()
                .limit(MOST_LINES)
                .flatMap(line -> ipv6Route(SPACES.split(line.strip(), 10)).stream())
                .distinct()
                .toList();
    }

    /** Destination, its prefix, source, its prefix, gateway, metric, two counters, flags, name. */
    private static Optional<Route> ipv6Route(String[] fields) {
        if (fields.length < 10 || !fields[0].equals(ANYWHERE) || !fields[1].equals("00")) {
            return Optional.empty();
        }
        try {
            byte[] gateway = HEX.parseHex(fields[4]);
            return byGateway(HexFormat.fromHexDigits(fields[8])) && gateway.length == 16
                    ? Optional.of(
                            new Route(
                                    fields[9],
                                    InetAddress.getByAddress(gateway),
                                    HexFormat.fromHexDigits(fields[5])))
                    : Optional.empty();
        } catch (IllegalArgumentException | UnknownHostException notARoute) {
            return Optional.empty();
        }
    }

    private static boolean byGateway(int flags) {
        return (flags & UP_BY_GATEWAY) == UP_BY_GATEWAY && (flags & REJECT) == 0;
    }

    /** The kernel prints the word in the machine's byte order. */
    private static InetAddress littleEndian(String hex) throws UnknownHostException {
        byte[] word = HEX.parseHex(hex);
        if (word.length != 4) {
            throw new UnknownHostException(hex);
        }
        return InetAddress.getByAddress(new byte[] {word[3], word[2], word[1], word[0]});
    }
}
