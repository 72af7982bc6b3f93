package app.naru.survey;

import app.naru.survey.NetInterface.Kind;
import java.io.IOException;
import java.util.List;

/**
 * Reads the interfaces of a PC of which nothing more is known than the JDK tells, as on macOS. It
 * tells no gateways, so the network has none.
 */
public final class JavaNetwork implements NetworkReader {

    @Override
    public Network read() throws IOException {
        return new Network(JavaInterfaces.read(each -> kind(each.getName())), List.of());
    }

    /** By the names of macOS and the BSDs; {@code en0} may be Ethernet or Wi-Fi, both are a LAN. */
    static Kind kind(String name) {
        if (name.matches("lo\\d*")) {
            return Kind.LOOPBACK;
        }
        if (name.matches("(utun|tun|tap|wg|ppp|ipsec|gif|stf|zt|feth).*")) {
            return Kind.TUNNEL;
        }
        if (name.matches("(bridge|vmnet|vmenet|vboxnet|awdl|llw|ap|anpi).*")) {
            return Kind.VIRTUAL;
        }
        return name.matches("(en|eth).*") ? Kind.ETHERNET : Kind.OTHER;
    }
}
