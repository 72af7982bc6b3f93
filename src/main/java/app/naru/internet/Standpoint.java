package app.naru.internet;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;

/**
 * From where this PC asks what the Internet sees; from another, as after a VPN was switched off, it
 * may be something else.
 *
 * @param own all addresses of this PC
 * @param besideOtherWays its address on the router's network, where its packets may leave by other
 *     ways, as with a VPN; empty where there are none
 */
public record Standpoint(Set<InetAddress> own, Optional<InetAddress> besideOtherWays) {

    /** Where nothing is known of it. */
    public static final Standpoint UNKNOWN = new Standpoint(Set.of(), Optional.empty());

    public Standpoint {
        own = Set.copyOf(own);
    }
}
