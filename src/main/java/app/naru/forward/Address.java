package app.naru.forward;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads and writes IP addresses as literals; a name is never looked up. */
public final class Address {

    private static final Pattern IPV4 =
            Pattern.compile(
                    "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Address() {}

    /**
     * Reads an IPv4 address in four decimal parts or an IPv6 address (RFC 4291 section 2.2, without
     * a zone). A part of an IPv4 address with a leading zero is refused: some take it for octal.
     *
     * @throws InvalidInput if it is not an address; nothing is looked up
     */
    public static InetAddress parse(String text) {
        String literal = text.strip();
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            throw new InvalidInput("address", text);
        }
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException notALiteral) {
            throw new InvalidInput("address", text);
        }
    }

    /**
     * Returns the address alone, without host name or zone; an IPv6 address in its short form (RFC
     * 5952 section 4).
     */
    public static String text(InetAddress address) {
        return address instanceof Inet6Address
                ? shortened(address.getAddress())
                : address.getHostAddress();
    }

    private static String shortened(byte[] bytes) {
        int[] groups = new int[bytes.length / 2];
        for (int i = 0; i < groups.length; i++) {
            groups[i] =
                    Byte.toUnsignedInt(bytes[2 * i]) * 256 + Byte.toUnsignedInt(bytes[2 * i + 1]);
        }
        int start = 0;
        int length = 0;
        for (int i = 0; i < groups.length; i++) {
            int zeros = zeros(groups, i);
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        return length < 2
                ? joined(groups, 0, groups.length)
                : joined(groups, 0, start) + "::" + joined(groups, start + length, groups.length);
    }

    private static int zeros(int[] groups, int from) {
        int end = from;
        while (end < groups.length && groups[end] == 0) {
            end++;
        }
        return end - from;
    }

    private static String joined(int[] groups, int from, int to) {
        return Arrays.stream(groups, from, to)
                .mapToObj(Integer::toHexString)
                .collect(Collectors.joining(":"));
    }

    /** Returns {@code address:port}, an IPv6 address in brackets (RFC 3986 section 3.2.2). */
    public static String withPort(InetAddress address, Port port) {
        String text = text(address);
        return (address instanceof Inet4Address ? text : "[" + text + "]") + ":" + port;
    }
}
