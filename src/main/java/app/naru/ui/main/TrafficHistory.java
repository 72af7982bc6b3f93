package app.naru.ui.main;

import app.naru.relay.RelaySnapshot;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A relay's traffic of the last minute, second by second. */
final class TrafficHistory {

    /** So many seconds are kept. */
    static final int SECONDS = 60;

    private final Deque<Double> samples = new ArrayDeque<>(Collections.nCopies(SECONDS, 0.0));
    private Optional<Reading> last = Optional.empty();

    private record Reading(long second, long bytes) {}

    /** Takes that until then nothing came: what comes after is none of the seconds before. */
    void stoodStill(Instant until) {
        last.filter(before -> before.second() < until.getEpochSecond())
                .ifPresent(before -> {
                    pass(until.getEpochSecond() - before.second(), 0);
                    last = Optional.of(new Reading(until.getEpochSecond(), before.bytes()));
                });
    }

    /**
     * Takes what the counters say now. What came since the last reading is spread over the seconds
     * between; counters that start anew, or that are not there, start from nothing.
     */
    void add(Instant now, Optional<RelaySnapshot> traffic) {
        long second = now.getEpochSecond();
        long bytes = traffic.map(each -> each.bytesIn() + each.bytesOut()).orElse(0L);
        Reading before = last.orElse(new Reading(second, bytes));
        long passed = second - before.second();
        if (last.isPresent() && passed <= 0) {
            return;
        }
        double rate = passed == 0 ? 0 : Math.max(0, bytes - before.bytes()) / (double) passed;
        pass(passed, traffic.isPresent() ? rate : 0);
        last = Optional.of(new Reading(second, bytes));
    }

    private void pass(long seconds, double rate) {
        for (long i = 0; i < Math.min(seconds, SECONDS); i++) {
            samples.removeFirst();
            samples.addLast(rate);
        }
    }

    /** Returns bytes a second, both directions together, the oldest of {@value #SECONDS} first. */
    List<Double> samples() {
        return List.copyOf(samples);
    }
}
