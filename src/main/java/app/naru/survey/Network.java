package app.naru.survey;

import app.naru.forward.Cidr;
import app.naru.forward.NetworkProfile;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The interfaces of this PC that are up, and its default gateways. */
public record Network(List<NetInterface> interfaces, List<Gateway> gateways) {

    public Network {
        interfaces = List.copyOf(interfaces);
        gateways = gateways.stream().sorted(Comparator.comparingInt(Gateway::metric)).toList();
    }

    /** Returns the interface that has the address. */
    public Optional<NetInterface> owner(InetAddress address) {
        return interfaces.stream()
                .filter(each ->
                        each.addresses().stream()
                                .anyMatch(assigned -> assigned.address().equals(address)))
                .findFirst();
    }

    /**
     * Returns the gateway of the local network: the preferred one whose interface reaches devices.
     * A VPN often has the better metric, but nobody's phone is behind it.
     */
    public Optional<Gateway> lanGateway() {
        return gateways.stream()
                .filter(gateway -> gateway.address() instanceof Inet4Address)
                .filter(gateway ->
                        byIndex(gateway.interfaceIndex())
                                .map(NetInterface::reachesDevices)
                                .orElse(false))
                .findFirst();
    }

    /**
     * Returns the IPv4 addresses at which other devices of a local network can reach this PC, the
     * one beside the gateway first.
     */
    public List<InetAddress> lanAddresses() {
        int preferred = lanGateway().map(Gateway::interfaceIndex).orElse(-1);
        Comparator<NetInterface> gatewayFirst =
                Comparator.comparingInt(each -> each.index() == preferred ? 0 : 1);
        return interfaces.stream()
                .filter(NetInterface::reachesDevices)
                .sorted(gatewayFirst)
                .flatMap(each -> each.addresses().stream())
                .map(NetInterface.Assigned::address)
                .filter(address -> address instanceof Inet4Address && !address.isLinkLocalAddress())
                .distinct()
                .toList();
    }

    /** Returns the address to tell others on this network: the first of {@link #lanAddresses()}. */
    public Optional<InetAddress> internalAddress() {
        return lanAddresses().stream().findFirst();
    }

    /** Returns what Windows takes the local network for; empty where it is not known. */
    public Optional<NetworkProfile> profile() {
        return internalAddress().flatMap(this::owner).flatMap(NetInterface::profile);
    }

    /** Returns the subnets of the local networks that can be of that kind. */
    public List<Cidr> subnets(NetworkProfile kind) {
        return interfaces.stream()
                .filter(NetInterface::reachesDevices)
                .filter(each -> each.profile().map(kind::equals).orElse(true))
                .flatMap(each -> each.addresses().stream())
                .map(NetInterface.Assigned::subnet)
                .distinct()
                .toList();
    }

    /**
     * Returns this PC's address on the network of that gateway where its packets may leave by
     * another way, as with a VPN; empty where there is no other.
     */
    public Optional<InetAddress> addressBesideOtherWays() {
        return lanGateway()
                .filter(gateway -> interfaces.stream().anyMatch(each -> isOtherWay(each, gateway)))
                .flatMap(gateway -> internalAddress());
    }

    private boolean isOtherWay(NetInterface each, Gateway than) {
        return each.index() != than.interfaceIndex()
                && (each.kind() == NetInterface.Kind.TUNNEL
                        || gateways.stream()
                                .anyMatch(gateway -> gateway.interfaceIndex() == each.index()));
    }

    /** Returns every address that this PC has. */
    public Stream<InetAddress> addresses() {
        return interfaces.stream()
                .flatMap(each -> each.addresses().stream())
                .map(NetInterface.Assigned::address);
    }

    private Optional<NetInterface> byIndex(int index) {
        return interfaces.stream().filter(each -> each.index() == index).findFirst();
    }
}
