package app.naru.path;

import app.naru.relay.Visit;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One address that came through a relay, with all its connections that are still remembered.
 *
 * @param since when it first came
 * @param open its connections now
 * @param bytesIn bytes from it to the server
 * @param bytesOut bytes from the server to it
 * @param rate bytes a second lately, both directions together
 * @param blocked whether it is turned away from now on
 */
public record Guest(
        InetAddress address,
        Instant since,
        int open,
        long bytesIn,
        long bytesOut,
        long rate,
        boolean blocked) {

    /**
     * Returns one for each address, those that are here first, then those that came last.
     *
     * @param visits under way or over
     * @param rates of those under way, by their ids
     */
    static List<Guest> of(
            Collection<Visit> visits, Map<Long, Long> rates, Set<InetAddress> blocked) {
        Map<InetAddress, Guest> byAddress = new HashMap<>();
        Map<InetAddress, Instant> last = new HashMap<>();
        for (Visit visit : visits) {
            InetAddress address = visit.client().getAddress();
            long rate = rates.getOrDefault(visit.id(), 0L);
            byAddress.merge(address, of(visit, rate, blocked.contains(address)), Guest::plus);
            last.merge(address, visit.since(), (a, b) -> a.isAfter(b) ? a : b);
        }
        List<Guest> all = new ArrayList<>(byAddress.values());
        all.sort(
                Comparator.comparing((Guest visitor) -> visitor.open() == 0)
                        .thenComparing(
                                visitor -> last.getOrDefault(visitor.address(), visitor.since()),
                                Comparator.reverseOrder()));
        return all;
    }

    private static Guest of(Visit visit, long rate, boolean blocked) {
        return new Guest(
                visit.client().getAddress(),
                visit.since(),
                visit.end().isEmpty() ? 1 : 0,
                visit.bytesIn(),
                visit.bytesOut(),
                rate,
                blocked);
    }

    private Guest plus(Guest other) {
        return new Guest(
                address,
                since.isBefore(other.since) ? since : other.since,
                open + other.open,
                bytesIn + other.bytesIn,
                bytesOut + other.bytesOut,
                rate + other.rate,
                blocked);
    }
}
