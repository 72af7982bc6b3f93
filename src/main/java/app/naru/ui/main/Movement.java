package app.naru.ui.main;

import app.naru.relay.RelaySnapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whether the window would show anything else of what goes through the forwards than it does. To be
 * looked at once a second, by one thread; what it found last may be asked for on any.
 */
final class Movement {

    private final Supplier<List<RelaySnapshot>> counters;
    private final Clock clock;
    private List<RelaySnapshot> last = List.of();
    private long lastBytes;

    /** So many seconds the line of the traffic is not flat yet. */
    private int toSettle;

    private volatile Instant stillAt = Instant.MIN;

    /**
     * @param counters those of all relays that run
     */
    Movement(Supplier<List<RelaySnapshot>> counters, Clock clock) {
        this.counters = counters;
        this.clock = clock;
    }

    /** Returns whether it would. */
    boolean look() {
        Instant now = clock.instant();
        List<RelaySnapshot> read = counters.get();
        long bytes = read.stream().mapToLong(each -> each.bytesIn() + each.bytesOut()).sum();
        toSettle = bytes == lastBytes ? Math.max(0, toSettle - 1) : TrafficHistory.SECONDS;
        boolean moved = toSettle > 0 || !read.equals(last);
        last = read;
        lastBytes = bytes;
        if (!moved) {
            stillAt = now;
        }
        return moved;
    }

    /** Returns when nothing had moved for a minute the last time. */
    Instant stillAt() {
        return stillAt;
    }
}
