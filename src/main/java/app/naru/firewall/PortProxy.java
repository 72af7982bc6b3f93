package app.naru.firewall;

import app.naru.forward.InvalidInput;
import app.naru.forward.PortRange;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The entries of Windows' own TCP proxy at one moment.
 *
 * @param entries those that are one
 * @param unreadable what is there too and is none, {@code name = data}
 */
public record PortProxy(List<PortProxyEntry> entries, List<String> unreadable) {

    public PortProxy {
        entries = List.copyOf(entries);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Reads them.
     *
     * @throws IOException if the registry can't be read
     */
    public static PortProxy read(PortProxyRegistry registry) throws IOException {
        List<PortProxyEntry> entries = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (PortProxyEntry.Family family : PortProxyEntry.Family.values()) {
            new TreeMap<>(registry.values(family))
                    .forEach((name, data) -> {
                        try {
                            entries.add(PortProxyEntry.parse(family, name, data));
                        } catch (InvalidInput e) {
                            unreadable.add(name + " = " + data);
                        }
                    });
        }
        return new PortProxy(entries, unreadable);
    }

    /** Returns the entries that take a port which a forward at these addresses needs. */
    public List<PortProxyEntry> conflicts(Collection<InetAddress> addresses, PortRange ports) {
        return entries.stream()
                .filter(entry -> ports.contains(entry.listenPort()))
                .filter(entry ->
                        addresses.stream()
                                .anyMatch(address ->
                                        address.isAnyLocalAddress()
                                                || entry.listensAt(address, entry.listenPort())))
                .toList();
    }

    /**
     * Returns the entries by which a connection comes back to where it was, by itself or by others:
     * it never reaches a server.
     *
     * @param own this PC's addresses; loopback need not be among them
     */
    public List<PortProxyEntry> loops(Set<InetAddress> own) {
        return entries.stream().filter(entry -> comesBack(entry, own)).toList();
    }

    private boolean comesBack(PortProxyEntry start, Set<InetAddress> own) {
        Set<PortProxyEntry> seen = new HashSet<>();
        PortProxyEntry at = start;
        while (seen.add(at)) {
            PortProxyEntry from = at;
            Optional<PortProxyEntry> next =
                    entries.stream().filter(entry -> from.leadsTo(entry, own)).findFirst();
            if (next.isEmpty()) {
                return false;
            }
            if (next.get().equals(start)) {
                return true;
            }
            at = next.get();
        }
        return false;
    }
}
