package app.naru.diagnosis;

import app.naru.firewall.ExcludedRange;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.relay.PortTrial;
import app.naru.server.Listener;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Tries whether a relay would get its ports. */
final class DoorTrial {

    private DoorTrial() {}

    /** Returns why one of the relay's ports can't be had; empty where all can, or there is none. */
    static Optional<Door> of(Case it) {
        if (it.stage() == Stage.OPEN || it.relay().isEmpty()) {
            return Optional.empty();
        }
        Protocol protocol = it.forward().protocol();
        return it.relay().get().addresses().stream()
                .flatMap(address ->
                        it.forward()
                                .ports()
                                .ports()
                                .flatMap(port -> trial(it, protocol, address, port).stream()))
                .findFirst();
    }

    private static Optional<Door> trial(
            Case it, Protocol protocol, InetAddress address, Port port) {
        return PortTrial.refusal(protocol, address, port)
                .map(reason -> {
                    List<Listener> holders = holders(it, address, port);
                    return new Door(
                            address,
                            port,
                            reason,
                            holders.stream()
                                    .flatMap(each -> each.program().stream())
                                    .map(program -> program.name() + " (" + program.pid() + ")")
                                    .findFirst(),
                            !holders.isEmpty()
                                    && holders.stream().noneMatch(Listener::beyondLoopback),
                            range(it, port),
                            PortTrial.behind(
                                    it.forward().ports(), protocol, it.relay().get().addresses()));
                });
    }

    private static List<Listener> holders(Case it, InetAddress address, Port port) {
        return it.situation().listeners().known().orElse(List.of()).stream()
                .filter(each ->
                        each.protocol() == it.forward().protocol()
                                && each.port().equals(port)
                                && (address.isAnyLocalAddress() || each.takes(address)))
                .toList();
    }

    private static Optional<ExcludedRange> range(Case it, Port port) {
        return it.situation()
                .windows()
                .excludedPorts()
                .known()
                .flatMap(all -> all.around(it.forward().protocol(), port));
    }
}
