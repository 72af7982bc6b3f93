package app.naru.relay;

import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import java.net.InetAddress;
import java.util.List;

/**
 * What a relay is to do.
 *
 * @param addresses this PC's own addresses to listen on; never empty
 * @param ports the ports to listen on
 * @param targets where to connect for the first of the ports, tried in that order; for the nth port
 *     the port after it by n. Never empty
 */
public record RelaySpec(
        Protocol protocol,
        List<InetAddress> addresses,
        PortRange ports,
        List<Endpoint> targets,
        Access access) {

    public RelaySpec {
        addresses = List.copyOf(addresses);
        targets = List.copyOf(targets);
        if (addresses.isEmpty() || targets.isEmpty()) {
            throw new IllegalArgumentException(
                    "a relay needs an address to listen on and a target");
        }
    }
}
