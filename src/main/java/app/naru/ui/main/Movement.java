package app.naru.ui.main;

import app.naru.relay.Tally;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Whether the window would show anything else of what goes through the forwards than it does. To be
 * looked at once a second, by one thread; what it found last may be asked for on any.
 */
final class Movement {

    private final Supplier<Tally> counters;
    private final Clock clock;
    private Tally last = Tally.NONE;

    /** So many seconds the line of the traffic is not flat yet. */
    private int toSettle;

    private volatile Instant stillAt = Instant.MIN;

    /**
     * @param counters those of all relays that run
     */
    Movement(Supplier<Tally> counters, Clock clock) {
        this.counters = counters;
        this.clock = clock;
    }

    /** Returns whether it would. */
    boolean look() {
        Instant now = clock.instant();
        Tally read = counters.get();
        boolean flows = read.bytes() != last.bytes();
        toSettle = flows ? TrafficHistory.SECONDS : Math.max(0, toSettle - 1);
        boolean moved = toSettle > 0 || read.events() != last.events();
        last = read;
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
