package app.naru.router;

import app.naru.forward.Address;
import app.naru.forward.AddressKind;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Searches for UPnP gateways: every gateway directly, and the group. */
final class SsdpSearch {

    private static final String GROUP = "239.255.255.250";
    private static final int HOPS = 2;

    /** Datagrams get lost; and each search is for all targets. */
    private static final List<Duration> SEND_AT =
            List.of(Duration.ZERO, Duration.ofMillis(300), Duration.ofMillis(1000));

    /** More devices than this of one network are not looked at. */
    private static final int MOST_LOCATIONS = 16;

    private final List<InetAddress> gateways;
    private final int port;
    private final long end;
    private final Set<URI> locations = ConcurrentHashMap.newKeySet();

    SsdpSearch(List<InetAddress> gateways, int port, Duration limit) {
        this.gateways = gateways;
        this.port = port;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /**
     * Searches from that address of this PC until the limit or an interruption.
     *
     * @param threads on which the devices' descriptions are fetched
     */
    void from(InetAddress own, Executor threads, Consumer<Discovery.Sighting> seen) {
        long start = System.nanoTime();
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(own, 0))) {
            socket.setOption(StandardSocketOptions.IP_MULTICAST_TTL, HOPS);
            NetworkInterface adapter = NetworkInterface.getByInetAddress(own);
            if (adapter != null) {
                socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, adapter);
            }
            for (int i = 0; i < SEND_AT.size(); i++) {
                send(socket);
                long until =
                        i + 1 < SEND_AT.size()
                                ? Math.min(end, start + SEND_AT.get(i + 1).toNanos())
                                : end;
                receive(socket, until, own, threads, seen);
            }
        } catch (IOException gone) {
            // The adapter went away, or has no way out: nothing can answer there.
            return;
        } catch (RejectedExecutionException searchIsOver) {
            return;
        }
    }

    private void send(DatagramSocket socket) {
        for (String target : Ssdp.TARGETS) {
            for (InetAddress gateway : gateways) {
                send(socket, target, new InetSocketAddress(gateway, port));
            }
            send(socket, target, new InetSocketAddress(Address.parse(GROUP), port));
        }
    }

    private static void send(DatagramSocket socket, String target, InetSocketAddress to) {
        String host = Address.text(to.getAddress()) + ":" + to.getPort();
        byte[] search = Ssdp.search(target, host);
        try {
            socket.send(new DatagramPacket(search, search.length, to));
        } catch (IOException noWay) {
            // Another gateway or the group may still be reached from this address.
            return;
        }
    }

    private void receive(
            DatagramSocket socket,
            long until,
            InetAddress own,
            Executor threads,
            Consumer<Discovery.Sighting> seen)
            throws IOException {
        byte[] buffer = new byte[Ssdp.LONGEST + 1];
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException silent) {
                return;
            }
            InetAddress sender = packet.getAddress();
            Ssdp.location(Arrays.copyOf(buffer, packet.getLength()), sender)
                    .filter(this::isNew)
                    .ifPresent(location ->
                            threads.execute(() -> describe(location, sender, own).ifPresent(seen)));
        }
    }

    private boolean isNew(URI location) {
        return locations.size() < MOST_LOCATIONS && locations.add(location);
    }

    /** Fetches a description; empty where it names no service that maps ports. */
    private Optional<Discovery.Sighting> describe(
            URI location, InetAddress device, InetAddress own) {
        Duration left = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
        try {
            Http.Exchange exchange = Http.get(location, own, left);
            if (exchange.response().status() != 200) {
                return Optional.empty();
            }
            List<Router> routers =
                    ConnectionService.read(exchange.response().body(), location, device).stream()
                            .map(service -> RouterAt.igd(service, device, exchange.own()).open())
                            .toList();
            return connected(routers).map(router -> new Discovery.Sighting(router, true));
        } catch (IOException noDescription) {
            return Optional.empty();
        }
    }

    /** Of several connections, the first that has an external address; else the first. */
    private static Optional<Router> connected(List<Router> routers) {
        if (routers.size() < 2) {
            return routers.stream().findFirst();
        }
        return routers.stream()
                .filter(router ->
                        router.externalAddress()
                                .result()
                                .filter(address -> address.kind() != AddressKind.NONE)
                                .isPresent())
                .findFirst()
                .or(() -> routers.stream().findFirst());
    }
}
