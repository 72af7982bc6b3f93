package app.naru.relay;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How fast each connection carries, told by its counters in two readings. Only those who read wait
 * for each other.
 */
final class Rates {

    /** Between readings that are closer to each other a rate would be mostly chance. */
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(500);

    private Map<Long, Long> bytes = Map.of();
    private Map<Long, Long> rates = Map.of();
    private long readAt;

    /**
     * Returns the bytes a second of each, both directions together, since the reading before; zero
     * for those that are new. A reading that comes too soon is told the rates of the one before.
     *
     * @param now of {@link System#nanoTime}
     */
    synchronized Map<Long, Long> read(Collection<Visit> underWay, long now) {
        long passed = now - readAt;
        if (!bytes.isEmpty() && passed < SHORTEST) {
            return rates;
        }
        Map<Long, Long> carried = HashMap.newHashMap(underWay.size());
        Map<Long, Long> found = HashMap.newHashMap(underWay.size());
        for (Visit visit : underWay) {
            long all = visit.bytesIn() + visit.bytesOut();
            long before = bytes.getOrDefault(visit.id(), all);
            carried.put(visit.id(), all);
            found.put(visit.id(), Math.round((all - before) * 1e9 / passed));
        }
        bytes = carried;
        rates = Collections.unmodifiableMap(found);
        readAt = now;
        return rates;
    }
}
