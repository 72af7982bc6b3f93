package app.naru.diagnosis;

import app.naru.forward.Forward;
import app.naru.forward.Target;
import app.naru.path.Change;
import app.naru.path.Forwards;
import app.naru.relay.RelaySpec;
import app.naru.server.Listener;
import app.naru.server.ListenerReader;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the servers of open forwards on this PC still listen, by the system's own table: that
 * asks none of them, which would count it as a visit, and takes a millisecond. Servers in WSL and
 * on other devices do not stand in it.
 */
public final class Attendance {

    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

    private final ListenerReader listeners;
    private final Forwards forwards;
    private Map<String, Boolean> last = Map.of();

    public Attendance(ListenerReader listeners, Forwards forwards) {
        this.listeners = listeners;
        this.forwards = forwards;
    }

    /**
     * Returns the ids of those of these forwards whose server has come or gone since the last time.
     */
    public synchronized Set<String> changed(List<Forward> open) {
        List<Forward> here =
                open.stream().filter(forward -> forward.target() instanceof Target.ThisPc).toList();
        Optional<List<Listener>> table = here.isEmpty() ? Optional.empty() : table();
        if (table.isEmpty()) {
            return Set.of();
        }
        Map<String, Boolean> now = new HashMap<>();
        here.forEach(forward -> now.put(forward.id(), isThere(forward, table.get())));
        Set<String> changed = new HashSet<>();
        now.forEach((id, there) -> {
            if (last.containsKey(id) && !there.equals(last.get(id))) {
                changed.add(id);
            }
        });
        last = now;
        return changed;
    }

    private Optional<List<Listener>> table() {
        try {
            return Optional.of(listeners.sockets());
        } catch (IOException e) {
            LOG.debug("Who listens can't be read; open ways are still looked at now and then", e);
            return Optional.empty();
        }
    }

    private boolean isThere(Forward forward, List<Listener> table) {
        List<RelaySpec> own =
                forwards.inPlace(forward.id()).stream()
                        .flatMap(Attendance::relay)
                        .filter(relay -> relay.ports().contains(forward.target().port()))
                        .toList();
        return table.stream()
                .filter(each ->
                        each.protocol() == forward.protocol()
                                && each.port().equals(forward.target().port()))
                .map(Listener::address)
                .anyMatch(address -> own.stream().noneMatch(relay -> listensAt(relay, address)));
    }

    /** The wildcard may stand there as IPv6's, although IPv4's was asked for. */
    private static boolean listensAt(RelaySpec relay, InetAddress address) {
        return relay.addresses().stream()
                .anyMatch(own ->
                        own.equals(address)
                                || (own.isAnyLocalAddress() && address.isAnyLocalAddress()));
    }

    private static Stream<RelaySpec> relay(Change change) {
        return change instanceof Change.RunRelay(RelaySpec relay)
                ? Stream.of(relay)
                : Stream.empty();
    }
}
