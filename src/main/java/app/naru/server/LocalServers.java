package app.naru.server;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes servers out of listening sockets, in the order in which someone looks for their own. */
public final class LocalServers {

    /** Likely ones first; among them, those that answer a browser, then by port. */
    static final Comparator<LocalServer> LIKELY_FIRST =
            Comparator.comparing(LocalServer::rank)
                    .thenComparingInt(server -> server.kind().opensInBrowser() ? 0 : 1)
                    .thenComparing(LocalServer::port)
                    .thenComparing(LocalServer::protocol)
                    .thenComparingLong(server -> server.program().map(Program::pid).orElse(-1L));

    private static final Comparator<InetAddress> IPV4_FIRST =
            Comparator.<InetAddress>comparingInt(address -> address instanceof Inet4Address ? 0 : 1)
                    .thenComparingInt(address -> address.isAnyLocalAddress() ? 0 : 1)
                    .thenComparing(InetAddress::getHostAddress);

    private LocalServers() {}

    /**
     * Returns the servers, the likely ones first, their kinds guessed. The sockets of one program
     * at one port are one server: IPv4 and IPv6, and several addresses.
     */
    public static List<LocalServer> of(Collection<Listener> listeners) {
        Map<LocalServer.Identity, List<Listener>> merged =
                listeners.stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> server(List.of(each)).identity(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return sorted(merged.values().stream().map(LocalServers::server).toList());
    }

    /** Returns the servers in the order of {@link #of}. */
    public static List<LocalServer> sorted(Collection<LocalServer> servers) {
        return servers.stream().sorted(LIKELY_FIRST).toList();
    }

    private static LocalServer server(List<Listener> sockets) {
        Listener first = sockets.getFirst();
        List<InetAddress> addresses =
                sockets.stream().map(Listener::address).distinct().sorted(IPV4_FIRST).toList();
        return new LocalServer(
                first.protocol(),
                first.port(),
                addresses,
                first.program(),
                ServerGuess.of(first.protocol(), first.port(), first.program()));
    }
}
