package app.naru.path;

import app.naru.forward.Forward;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.router.MappedPort;
import app.naru.router.Mapping;
import app.naru.survey.Gateway;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import java.net.InetAddress;
import java.util.Optional;

/**
 * What the router has to be told, in the order in which routers' pages ask for it.
 *
 * @param internalPorts the same as the external ones: the relay listens there
 * @param router the router's own address, where its page is; empty where no gateway is known
 * @param anyway whether it is mapped even where nothing would arrive, as far as that can be told
 */
public record PortMapping(
        String name,
        Protocol protocol,
        PortRange externalPorts,
        InetAddress internalAddress,
        PortRange internalPorts,
        Optional<InetAddress> router,
        boolean anyway) {

    /** Whether that mapping of a router's is one of these ports. */
    boolean covers(Mapping mapping) {
        return mapping.protocol() == protocol && internalPorts.contains(mapping.internalPort());
    }

    /** Whether that entry of a router's list leads to one of these ports. */
    boolean covers(MappedPort entry) {
        return entry.protocol() == protocol
                && internalPorts.first().number() <= entry.internalPort()
                && entry.internalPort() <= internalPorts.last().number();
    }

    /**
     * Returns the mapping that the forward needs; empty where this PC has no address on a network.
     */
    public static Optional<PortMapping> wanted(Forward forward, Situation situation) {
        Optional<InetAddress> router =
                situation.network().known().flatMap(Network::lanGateway).map(Gateway::address);
        return Route.of(forward, situation).addresses().stream()
                .filter(address -> !address.isLoopbackAddress())
                .findFirst()
                .map(address ->
                        new PortMapping(
                                forward.name().text(),
                                forward.protocol(),
                                forward.ports(),
                                address,
                                forward.ports(),
                                router,
                                forward.mapAnyway()));
    }
}
