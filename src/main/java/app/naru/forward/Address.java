package app.naru.forward;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Reads and writes IP addresses as literals; a name is never looked up. */
public final class Address {

    private static final Pattern IPV4 =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Address() {}

    /**
     * Reads an IPv4 address in four decimal parts or an IPv6 address (RFC 4291 section 2.2, without
     * a zone).
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

    /** Returns the address alone, without host name or zone. */
    public static String text(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    /** Returns {@code address:port}, an IPv6 address in brackets (RFC 3986 section 3.2.2). */
    public static String withPort(InetAddress address, Port port) {
        String text = text(address);
        return (address instanceof Inet4Address ? text : "[" + text + "]") + ":" + port;
    }
}
