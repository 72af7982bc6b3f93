package app.naru.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The visits that ended last. One thread adds, any thread reads, nobody waits. */
final class RecentVisits {

    /** So many are kept. */
    static final int KEPT = 1_000;

    private final AtomicReferenceArray<Visit> ring = new AtomicReferenceArray<>(KEPT);
    private int next;

    void add(Visit visit) {
        ring.setRelease(next, visit);
        next = (next + 1) % KEPT;
    }

    /** Returns them in no order. */
    List<Visit> all() {
        List<Visit> all = new ArrayList<>();
        for (int i = 0; i < KEPT; i++) {
            Visit visit = ring.getAcquire(i);
            if (visit != null) {
                all.add(visit);
            }
        }
        return all;
    }
}
