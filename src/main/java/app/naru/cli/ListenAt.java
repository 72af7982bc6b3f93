package app.naru.cli;

import app.naru.forward.Address;
import app.naru.forward.InvalidInput;
import app.naru.forward.PortRange;
import java.net.InetAddress;

/** An address of this PC and ports at it: {@code 192.168.0.5:8000}, {@code [fd00::5]:8000-8010}. */
record ListenAt(InetAddress address, PortRange ports) {

    /**
     * @throws InvalidInput if it is not an address, a colon and a port or range of ports; an IPv6
     *     address stands in brackets
     */
    static ListenAt parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new InvalidInput("listenAt", text);
        }
        String host = text.substring(0, colon);
        boolean brackets = host.startsWith("[") && host.endsWith("]");
        if (!brackets && host.contains(":")) {
            throw new InvalidInput("target.brackets", text);
        }
        return new ListenAt(
                Address.parse(brackets ? host.substring(1, host.length() - 1) : host),
                PortRange.parse(text.substring(colon + 1)));
    }
}
