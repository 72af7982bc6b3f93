package app.naru.relay;

import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.relay.http.HttpMode;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What a relay is to do.
 *
 * @param addresses this PC's own addresses to listen on; never empty
 * @param ports the ports to listen on
 * @param targets where to connect for the first of the ports, tried in that order; for the nth port
 *     the port after it by n. Never empty
 * @param http that it speaks HTTP; empty where it passes bytes as they are. One TCP port alone
 */
public record RelaySpec(
        Protocol protocol,
        List<InetAddress> addresses,
        PortRange ports,
        List<Endpoint> targets,
        Access access,
        Optional<HttpMode> http) {

    public RelaySpec {
        addresses = List.copyOf(addresses);
        targets = List.copyOf(targets);
        if (addresses.isEmpty() || targets.isEmpty()) {
            throw new IllegalArgumentException(
                    "a relay needs an address to listen on and a target");
        }
        if (http.isPresent() && (protocol != Protocol.TCP || ports.size() > 1)) {
            throw new IllegalArgumentException("HTTP is spoken on one TCP port");
        }
    }

    /** A relay that passes bytes as they are. */
    public RelaySpec(
            Protocol protocol,
            List<InetAddress> addresses,
            PortRange ports,
            List<Endpoint> targets,
            Access access) {
        this(protocol, addresses, ports, targets, access, Optional.empty());
    }
}
