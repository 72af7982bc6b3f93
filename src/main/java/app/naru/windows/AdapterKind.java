package app.naru.windows;

import app.naru.survey.NetInterface.Kind;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells what an adapter is by its IANA type (ifType) and by the names of well-known drivers. */
final class AdapterKind {

    private AdapterKind() {}

    /**
     * @param ifType as in IP_ADAPTER_ADDRESSES: an IANAifType
     * @param description the driver's name for the adapter
     * @param name the connection's name
     */
    static Kind of(int ifType, String description, String name) {
        return switch (ifType) {
            case 24 -> Kind.LOOPBACK;
            // PPP, tunnel, proprietary virtual: what VPN clients and Teredo choose
            case 23, 53, 131 -> Kind.TUNNEL;
            case 243, 244 -> Kind.MOBILE;
            // most virtual switches and many VPNs claim to be Ethernet
            case 6 -> byName(description, name, Kind.ETHERNET);
            case 71 -> byName(description, name, Kind.WIFI);
            default -> byName(description, name, Kind.OTHER);
        };
    }

    private static Kind byName(String description, String name, Kind otherwise) {
        String driver = description.toLowerCase(Locale.ROOT);
        if (holds(driver, "wintun", "tap-", "tap0", "wireguard", "tailscale", "zerotier", "vpn")) {
            return Kind.TUNNEL;
        }
        boolean virtualSwitch =
                name.toLowerCase(Locale.ROOT).startsWith("vethernet")
                        || holds(
                                driver,
                                "hyper-v virtual",
                                "vmware virtual",
                                "virtualbox host-only",
                                "wi-fi direct virtual",
                                "npcap loopback",
                                "km-test loopback");
        return virtualSwitch ? Kind.VIRTUAL : otherwise;
    }

    private static boolean holds(String text, String... parts) {
        return Stream.of(parts).anyMatch(text::contains);
    }
}
