package app.naru.router;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** SSDP's search and its answer (UPnP Device Architecture 2.0 section 1.3). */
final class Ssdp {

    /** Named one by one: some devices answer {@code ssdp:all} badly. */
    static final List<String> TARGETS =
            List.of(
                    "urn:schemas-upnp-org:device:InternetGatewayDevice:1",
                    "urn:schemas-upnp-org:device:InternetGatewayDevice:2",
                    "urn:schemas-upnp-org:service:WANIPConnection:1",
                    "urn:schemas-upnp-org:service:WANIPConnection:2",
                    "urn:schemas-upnp-org:service:WANPPPConnection:1");

    /** The longest answer that is read, in bytes. */
    static final int LONGEST = 2048;

    private Ssdp() {}

    /** Returns the search for that target, for a device or for the group. */
    static byte[] search(String target, String host) {
        String text =
                "M-SEARCH * HTTP/1.1\r\n"
                        + ("HOST: " + host + "\r\n")
                        + "MAN: \"ssdp:discover\"\r\n"
                        + "MX: 1\r\n"
                        + ("ST: " + target + "\r\n")
                        + "\r\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Returns where the description of a gateway is; empty where the datagram is no answer of one,
     * or leads to another host than its sender.
     */
    static Optional<URI> location(byte[] datagram, InetAddress sender) {
        if (datagram.length > LONGEST) {
            return Optional.empty();
        }
        String[] lines = new String(datagram, StandardCharsets.ISO_8859_1).split("\r?\n", 64);
        if (!lines[0].matches("(?i)HTTP/1\\.[01] 200\\b.*")) {
            return Optional.empty();
        }
        boolean gateway = header(lines, "st").filter(target -> isGateway(target)).isPresent();
        return gateway
                ? header(lines, "location").flatMap(url -> DeviceUrl.parse(url, sender))
                : Optional.empty();
    }

    private static boolean isGateway(String target) {
        String lowerCase = target.toLowerCase(Locale.ROOT);
        return lowerCase.contains(":internetgatewaydevice:")
                || lowerCase.contains(":wanipconnection:")
                || lowerCase.contains(":wanpppconnection:");
    }

    private static Optional<String> header(String[] lines, String name) {
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0 && lines[i].substring(0, colon).strip().equalsIgnoreCase(name)) {
                return Optional.of(lines[i].substring(colon + 1).strip());
            }
        }
        return Optional.empty();
    }
}
