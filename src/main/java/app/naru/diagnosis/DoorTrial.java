package app.naru.diagnosis;

import app.naru.firewall.ExcludedRange;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.relay.PortUnavailable.Reason;
import app.naru.server.Listener;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tries whether a port of this PC can be had: takes it and lets go. It never listens there, for
 * Windows would write rules against a program that does so without one of its own.
 */
final class DoorTrial {

    private static final int CANDIDATES = 100;

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
        return refusal(it.onWindows(), protocol, address, port)
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
                            other(it, protocol, address));
                });
    }

    private static Optional<Reason> refusal(
            boolean windows, Protocol protocol, InetAddress address, Port port) {
        InetSocketAddress place = new InetSocketAddress(address, port.number());
        try {
            if (protocol == Protocol.TCP) {
                try (Socket socket = new Socket()) {
                    // Only there it means what relays do; on Windows it would take any port.
                    socket.setReuseAddress(!windows);
                    socket.bind(place);
                }
            } else {
                try (DatagramSocket socket = new DatagramSocket(null)) {
                    socket.bind(place);
                }
            }
            return Optional.empty();
        } catch (BindException e) {
            String message = String.valueOf(e.getMessage());
            if (message.contains("assign")) {
                return Optional.of(Reason.NO_SUCH_ADDRESS);
            }
            return Optional.of(message.contains("denied") ? Reason.NOT_ALLOWED : Reason.TAKEN);
        } catch (IOException e) {
            // WSAEACCES (10013) is no BindException.
            return Optional.of(Reason.NOT_ALLOWED);
        }
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

    private static Optional<Port> other(Case it, Protocol protocol, InetAddress address) {
        int first = Math.max(1024, it.forward().ports().last().number() + 1);
        return IntStream.range(first, Math.min(first + CANDIDATES, Port.MAX))
                .mapToObj(Port::new)
                .filter(port -> refusal(it.onWindows(), protocol, address, port).isEmpty())
                .findFirst();
    }
}
