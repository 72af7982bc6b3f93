package app.naru.internet;

import app.naru.forward.Address;
import app.naru.forward.AddressKind;
import app.naru.forward.InvalidInput;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/** A page that shows the visitor's address, and nothing else. */
final class EchoPage {

    /** An address has at most 45 letters; blanks and line ends may stand around it. */
    static final int LONGEST = 256;

    private EchoPage() {}

    /**
     * Returns the address; empty where the page holds anything else, or an address that nobody on
     * the Internet can have.
     */
    static Optional<InetAddress> read(String page) {
        if (page.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(Address.parse(page)).filter(EchoPage::isOfTheInternet);
        } catch (InvalidInput noAddress) {
            return Optional.empty();
        }
    }

    /** Whether it is a public IPv4 address, or an IPv6 one of 2000::/3 (RFC 4291 section 2.5.4). */
    static boolean isOfTheInternet(InetAddress address) {
        return address instanceof Inet4Address
                ? AddressKind.of(Optional.of(address)) == AddressKind.PUBLIC
                : (address.getAddress()[0] & 0xe0) == 0x20;
    }
}
