package app.naru.router;

import java.time.Duration;
import java.time.Instant;

/**
 * What a router said about the time since its mappings began.
 *
 * @param at when it was said, by this PC's clock
 */
record EpochSeen(long seconds, Instant at) {

    private static final long SLACK = 2;

    /**
     * Whether the router has lost its mappings between the earlier time and this one (RFC 6887
     * section 8.5; NAT-PMP's rule, RFC 6886 section 3.6, finds no more than this one).
     */
    boolean lostSince(EpochSeen earlier) {
        if (seconds < earlier.seconds - 1) {
            return true;
        }
        long here = Duration.between(earlier.at, at).toSeconds();
        long there = seconds - earlier.seconds;
        return here + SLACK < there - there / 16 || there + SLACK < here - here / 16;
    }
}
