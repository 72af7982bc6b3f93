package app.naru.router;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * From where a router is looked for. Anything but IPv4 is left out: the three protocols map IPv4
 * ports.
 *
 * @param ownIpv4 this PC's addresses, one of every interface that is up, loopback left out
 * @param gateways every default gateway
 */
public record Vantage(List<InetAddress> ownIpv4, List<InetAddress> gateways) {

    public Vantage {
        ownIpv4 = onlyIpv4(ownIpv4);
        gateways = onlyIpv4(gateways);
    }

    private static List<InetAddress> onlyIpv4(List<InetAddress> addresses) {
        return addresses.stream()
                .filter(address -> address instanceof Inet4Address)
                .distinct()
                .toList();
    }
}
