package app.naru.internet;

import java.net.Inet4Address;
import java.net.InetAddress;

/** The two versions of the Internet Protocol, each with addresses of its own. */
public enum IpVersion {
    IPV4("IPv4"),
    IPV6("IPv6");

    private final String title;

    IpVersion(String title) {
        this.title = title;
    }

    /** Returns the version that the address belongs to. */
    public static IpVersion of(InetAddress address) {
        return address instanceof Inet4Address ? IPV4 : IPV6;
    }

    /** Returns its name, the same in every language. */
    public String title() {
        return title;
    }
}
