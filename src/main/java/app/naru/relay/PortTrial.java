package app.naru.relay;

import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
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
public final class PortTrial {

    private static final int CANDIDATES = 100;

    /** The ports below can't be had everywhere. */
    private static final int FIRST = 1024;

    private PortTrial() {}

    /** Returns why the port can't be had; empty where it can. */
    public static Optional<PortUnavailable.Reason> refusal(
            Protocol protocol, InetAddress address, Port port) {
        try {
            bind(protocol, new InetSocketAddress(address, port.number()));
            return Optional.empty();
        } catch (BindException e) {
            String message = String.valueOf(e.getMessage());
            if (message.contains("assign")) {
                return Optional.of(PortUnavailable.Reason.NO_SUCH_ADDRESS);
            }
            return Optional.of(
                    message.contains("denied")
                            ? PortUnavailable.Reason.NOT_ALLOWED
                            : PortUnavailable.Reason.TAKEN);
        } catch (IOException e) {
            // WSAEACCES (10013) is no BindException.
            return Optional.of(PortUnavailable.Reason.NOT_ALLOWED);
        }
    }

    private static void bind(Protocol protocol, InetSocketAddress place) throws IOException {
        switch (protocol) {
            case TCP -> {
                try (Socket socket = new Socket()) {
                    // Only there it means what relays do; on Windows it would take any port.
                    socket.setReuseAddress(!Listening.WINDOWS);
                    socket.bind(place);
                }
            }
            case UDP -> {
                try (DatagramSocket socket = new DatagramSocket(null)) {
                    socket.bind(place);
                }
            }
        }
    }

    /**
     * Returns the first of the next ports behind these from which as many can be had on every one
     * of the addresses; empty where none of the hundred that are tried is.
     */
    public static Optional<Port> behind(
            PortRange ports, Protocol protocol, List<InetAddress> addresses) {
        int size = ports.size();
        int first = Math.max(FIRST, ports.last().number() + 1);
        int last = Math.min(first + CANDIDATES - 1, Port.MAX - size + 1);
        return IntStream.rangeClosed(first, last)
                .mapToObj(port -> ports.movedTo(new Port(port)))
                .filter(all -> canBeHad(all, protocol, addresses))
                .map(PortRange::first)
                .findFirst();
    }

    private static boolean canBeHad(
            PortRange ports, Protocol protocol, List<InetAddress> addresses) {
        return ports.ports()
                .allMatch(port ->
                        addresses.stream()
                                .allMatch(address -> refusal(protocol, address, port).isEmpty()));
    }
}
