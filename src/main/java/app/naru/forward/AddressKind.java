package app.naru.forward;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/** What the outer address of a router says about the way in from the Internet. */
public enum AddressKind {
    /** One that the Internet can reach, as far as the address tells. */
    PUBLIC,
    /** RFC 1918: another router stands in front of this one. */
    PRIVATE,
    /** 100.64.0.0/10 (RFC 6598) or 192.0.0.0/29 (RFC 6333): the provider shares one address. */
    CARRIER,
    /** None, or one that belongs to nobody: the router is not connected, or hides it. */
    NONE;

    /** Returns the kind of the address; empty is {@link #NONE}. */
    public static AddressKind of(Optional<InetAddress> address) {
        if (address.isEmpty() || !(address.get() instanceof Inet4Address ipv4)) {
            return NONE;
        }
        byte[] bytes = ipv4.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (ipv4.isSiteLocalAddress()) {
            return PRIVATE;
        }
        if ((first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && bytes[2] == 0 && (bytes[3] & 0xff) < 8)) {
            return CARRIER;
        }
        boolean nobodys = first == 0 || first == 127 || first >= 224 || ipv4.isLinkLocalAddress();
        return nobodys ? NONE : PUBLIC;
    }
}
