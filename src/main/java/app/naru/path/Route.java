package app.naru.path;

import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Cidr;
import app.naru.forward.Forward;
import app.naru.forward.HttpNames;
import app.naru.forward.Listen;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.forward.Target;
import app.naru.relay.Access;
import app.naru.relay.Endpoint;
import app.naru.relay.RelaySpec;
import app.naru.relay.http.HttpMode;
import app.naru.server.Listener;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.WslServers;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How what arrives on this PC's addresses gets to the server. */
sealed interface Route {

    /** Returns this PC's addresses at which others find the server. */
    List<InetAddress> addresses();

    /** The server is on those addresses itself; a relay would find the port taken. */
    record Direct(List<InetAddress> addresses) implements Route {}

    /** A relay listens there and connects on. */
    record Relayed(List<InetAddress> addresses, List<Endpoint> targets) implements Route {

        RelaySpec relay(Forward forward, Situation situation) {
            return new RelaySpec(
                    forward.protocol(),
                    addresses,
                    forward.ports(),
                    targets,
                    access(forward, situation),
                    forward.http().map(names -> httpMode(forward, names, situation)));
        }
    }

    /** Windows' program that forwards WSL's {@code localhost}. */
    String WSL_RELAY = WslServers.RELAY;

    /** Returns the way for that forward on this PC. */
    static Route of(Forward forward, Situation situation) {
        List<InetAddress> addresses = listenAddresses(forward, situation);
        if (forward.http().isEmpty() && isDirect(forward, situation, addresses)) {
            return new Direct(addresses);
        }
        return new Relayed(addresses, targets(forward, situation));
    }

    /**
     * Whether the server itself holds the ports that others are to come to, so that no relay can.
     */
    static boolean isTakenByServer(Forward forward, Situation situation) {
        return isDirect(forward, situation, listenAddresses(forward, situation));
    }

    /** Visitors may ask under this PC's addresses, and the one that the Internet knows it by. */
    private static HttpMode httpMode(Forward forward, HttpNames names, Situation situation) {
        Optional<InetAddress> outside = situation.publicAddress().known();
        Stream<InetAddress> own =
                Stream.concat(
                        situation.network().known().stream().flatMap(Network::addresses),
                        outside.stream());
        boolean fromUnknownOutside =
                forward.audience() instanceof Audience.Internet && outside.isEmpty();
        return new HttpMode(
                forward.target(),
                Stream.concat(names.names().stream(), own.map(Address::text)).distinct().toList(),
                fromUnknownOutside);
    }

    private static List<InetAddress> listenAddresses(Forward forward, Situation situation) {
        return switch (forward.listen()) {
            case Listen.At(InetAddress address) -> List.of(address);
            case Listen.LanAddresses lan ->
                    situation.network().known().map(Network::lanAddresses).orElse(List.of());
        };
    }

    private static boolean isDirect(
            Forward forward, Situation situation, List<InetAddress> addresses) {
        return switch (forward.target()) {
            case Target.Device device -> false;
            case Target.InWsl inWsl ->
                    samePorts(forward)
                            && (situation.wslMode().orElse(NetworkingMode.NAT)
                                            == NetworkingMode.MIRRORED
                                    || (sharesThisPc(inWsl, situation)
                                            && isServed(forward, situation, addresses)));
            case Target.ThisPc here ->
                    samePorts(forward) && isServed(forward, situation, addresses);
        };
    }

    /** Whether a server there is one of this PC itself: WSL 1 has no network of its own. */
    private static boolean sharesThisPc(Target.InWsl target, Situation situation) {
        return situation.distro(target).map(distro -> distro.version() == 1).orElse(false);
    }

    private static boolean isServed(
            Forward forward, Situation situation, List<InetAddress> addresses) {
        return !addresses.isEmpty()
                && forward.ports()
                        .ports()
                        .allMatch(port ->
                                addresses.stream()
                                        .allMatch(address ->
                                                serves(forward, situation, address, port)));
    }

    private static boolean samePorts(Forward forward) {
        return forward.ports().first().equals(forward.target().port());
    }

    private static boolean serves(
            Forward forward, Situation situation, InetAddress address, Port port) {
        return listenersAt(forward, situation, port).anyMatch(listener -> listener.takes(address));
    }

    /** Returns who listens on that port of this PC, this forward's own relay aside. */
    static Stream<Listener> listenersAt(Forward forward, Situation situation, Port port) {
        return situation.listeners().known().orElse(List.of()).stream()
                .filter(listener ->
                        listener.protocol() == forward.protocol()
                                && listener.port().equals(port)
                                && !isRelay(listener, forward, situation));
    }

    /** Of Naru's own listeners only the sample page is a server: it is on loopback. */
    private static boolean isRelay(Listener listener, Forward forward, Situation situation) {
        boolean own =
                listener.program()
                        .map(program -> program.pid() == situation.ownPid())
                        .orElse(false);
        boolean relayedTo =
                forward.listen() instanceof Listen.At(InetAddress address)
                        && listener.address().equals(address);
        return own && (listener.beyondLoopback() || relayedTo);
    }

    private static List<Endpoint> targets(Forward forward, Situation situation) {
        return switch (forward.target()) {
            case Target.ThisPc(Port port) -> loopbackTargets(forward, situation, port);
            case Target.InWsl inWsl when sharesThisPc(inWsl, situation) ->
                    loopbackTargets(forward, situation, inWsl.port());
            case Target.InWsl inWsl -> wslTargets(forward, situation, inWsl.port());
            case Target.Device(String host, Port port) -> List.of(new Endpoint(host, port));
        };
    }

    /** 127.0.0.1 and ::1, in the order in which the server is likely to answer. */
    private static List<Endpoint> loopbackTargets(Forward forward, Situation situation, Port port) {
        Endpoint v4 = new Endpoint("127.0.0.1", port);
        Endpoint v6 = new Endpoint("::1", port);
        List<Listener> listeners = listenersAt(forward, situation, port).toList();
        boolean onlyV6 =
                !listeners.isEmpty()
                        && listeners.stream()
                                .noneMatch(listener ->
                                        listener.address() instanceof Inet4Address
                                                || listener.address().isAnyLocalAddress());
        return onlyV6 ? List.of(v6, v4) : List.of(v4, v6);
    }

    /**
     * Where WSL has an address of its own, WSL's own relay on 127.0.0.1 reaches even servers bound
     * to WSL's loopback, so it comes first, unless some other program of Windows holds that port
     * there. It carries TCP alone; a datagram sent to it would be lost. In the other modes this
     * PC's localhost is WSL's, and the last address that WSL had behind this PC means nothing.
     */
    private static List<Endpoint> wslTargets(Forward forward, Situation situation, Port port) {
        Endpoint local = new Endpoint("127.0.0.1", port);
        Optional<Endpoint> own =
                hasOwnAddress(situation)
                        ? situation
                                .wslAddress()
                                .map(address -> new Endpoint(address.getHostAddress(), port))
                        : Optional.empty();
        if (own.isEmpty()) {
            return List.of(local);
        }
        return forward.protocol() == Protocol.UDP || isForeign(forward, situation, port)
                ? List.of(own.get())
                : List.of(local, own.get());
    }

    private static boolean hasOwnAddress(Situation situation) {
        return switch (situation.wslMode().orElse(NetworkingMode.NAT)) {
            case NAT, BRIDGED -> true;
            case MIRRORED, CONSOMME, NONE -> false;
        };
    }

    private static boolean isForeign(Forward forward, Situation situation, Port port) {
        return listenersAt(forward, situation, port)
                .flatMap(listener -> listener.program().stream())
                .anyMatch(program -> !program.name().equalsIgnoreCase(WSL_RELAY));
    }

    private static Access access(Forward forward, Situation situation) {
        return switch (forward.audience()) {
            case Audience.Internet internet -> Access.EVERYONE;
            case Audience.Chosen(List<Cidr> list) -> new Access(list, List.of());
            case Audience.ThisNetwork network -> new Access(subnets(situation), List.of());
        };
    }

    /** The subnets of the interfaces that devices are behind, and this PC itself. */
    private static List<Cidr> subnets(Situation situation) {
        return Stream.concat(
                        lanSubnets(situation).stream(),
                        Stream.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1")))
                .toList();
    }

    /** Returns the subnets of the interfaces that devices are behind. */
    static List<Cidr> lanSubnets(Situation situation) {
        return situation.network().known().map(Network::interfaces).orElse(List.of()).stream()
                .filter(NetInterface::reachesDevices)
                .flatMap(each -> each.addresses().stream())
                .map(NetInterface.Assigned::subnet)
                .distinct()
                .toList();
    }
}
