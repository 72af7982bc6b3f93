package app.naru.router;

import app.naru.router.Answer.Got;
import app.naru.router.Answer.Refused;
import app.naru.router.Refusal.Kind;
import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps all mappings standing: renews them at half of their lease, makes them again when the router
 * has forgotten them or is another one, and takes them back at the end. One for the program; its
 * methods ask the router and return within seconds, one after another.
 */
public final class LeaseKeeper implements Closeable {

    /** How often routers are asked whether they still have the mappings. */
    public static final Duration PULSE_EVERY = Duration.ofSeconds(3);

    /** A pulse that comes this late comes after sleep. */
    private static final Duration SLEPT = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final Clock clock;
    private final RouterFinder finder;
    private final Consumer<LeaseEvent> listener;
    private final ScheduledFuture<?> pulses;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Kept> all = new ArrayList<>();
    private final Map<RouterAt, EpochSeen> epochs = new HashMap<>();
    private Instant lastPulse;

    /** A mapping, what it was made from, and whether its loss was told. */
    private static final class Kept {
        private final MappingRequest request;
        private Mapping mapping;
        private boolean lost;

        Kept(MappingRequest request, Mapping mapping) {
            this.request = request;
            this.mapping = mapping;
        }

        Router router() {
            return mapping.router().open();
        }
    }

    /**
     * @param scheduler on which routers are asked; stays the caller's
     * @param finder asked when a router has gone silent and when the network has changed
     * @param listener told on the thread that found out
     */
    public LeaseKeeper(
            Clock clock,
            ScheduledExecutorService scheduler,
            RouterFinder finder,
            Consumer<LeaseEvent> listener) {
        this.clock = clock;
        this.finder = finder;
        this.listener = listener;
        this.lastPulse = clock.instant();
        this.pulses =
                scheduler.scheduleWithFixedDelay(
                        this::pulseOnTime,
                        PULSE_EVERY.toMillis(),
                        PULSE_EVERY.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Maps a port and keeps it. */
    public Answer<Mapping> keep(Router router, MappingRequest request) {
        return locked(() -> {
            Answer<Mapping> answer = router.map(request);
            answer.result().ifPresent(mapping -> keep(request, mapping));
            return answer;
        });
    }

    /** Maps a port by the best of these that does it, and keeps it; empty where none is. */
    public Optional<Answer<Mapping>> keep(Found found, MappingRequest request) {
        return locked(() -> {
            Optional<Answer<Mapping>> answer = found.map(request);
            answer.flatMap(Answer::result).ifPresent(mapping -> keep(request, mapping));
            return answer;
        });
    }

    /**
     * Keeps a mapping that an earlier process has made, renewed.
     *
     * @param request by which it is made again should it get lost
     */
    public Answer<Mapping> resume(Mapping earlier, MappingRequest request) {
        return locked(() -> {
            Answer<Mapping> answer = earlier.router().open().renew(earlier, request.lease());
            answer.result().ifPresent(mapping -> keep(request, mapping));
            return answer;
        });
    }

    private void keep(MappingRequest request, Mapping mapping) {
        all.removeIf(kept -> kept.mapping.sameInside(mapping.protocol(), mapping.internalPort()));
        all.add(new Kept(request, mapping.madeAt(clock.instant())));
        noteEpoch(mapping.router().open().pulse(mapping), mapping.router());
    }

    /** Returns the mappings as they stand now: what has to be written down for a later process. */
    public List<Mapping> mappings() {
        return locked(() -> all.stream().map(kept -> kept.mapping).toList());
    }

    /** Takes a mapping back and keeps it no longer, whatever the router answers. */
    public Answer<Mapping> release(Mapping mapping) {
        return locked(() -> {
            Optional<Kept> meant =
                    all.stream()
                            .filter(kept ->
                                    kept.mapping.sameInside(
                                            mapping.protocol(), mapping.internalPort()))
                            .findFirst();
            meant.ifPresent(all::remove);
            Mapping current = meant.map(kept -> kept.mapping).orElse(mapping);
            return current.router().open().unmap(current);
        });
    }

    /** Looks for the router anew and maps everything there: this PC's network is another. */
    public void networkChanged() {
        locked(() -> {
            moveAll(Set.copyOf(routers()));
            return all;
        });
    }

    private void pulseOnTime() {
        try {
            pulse();
        } catch (RuntimeException e) {
            // thrown further, it would end the pulses without a word, and the leases with them
            LOG.error("The routers' mappings could not be looked after", e);
        }
    }

    /** Asks the routers whether the mappings still stand, and does what has to be done. */
    void pulse() {
        locked(() -> {
            Instant now = clock.instant();
            boolean slept = lastPulse.plus(SLEPT).isBefore(now);
            lastPulse = now;
            if (slept) {
                moveAll(Set.copyOf(routers()));
            } else {
                pulseAll(now);
            }
            return all;
        });
    }

    private Set<RouterAt> routers() {
        Set<RouterAt> routers = new HashSet<>();
        all.forEach(kept -> routers.add(kept.mapping.router()));
        return routers;
    }

    private void pulseAll(Instant now) {
        Set<RouterAt> silent = new HashSet<>();
        Map<RouterAt, Boolean> forgotten = new HashMap<>();
        for (Kept kept : all) {
            RouterAt at = kept.mapping.router();
            if (silent.contains(at)) {
                continue;
            }
            boolean gone = kept.lost;
            if (forgotten.containsKey(at)) {
                gone |= forgotten.get(at);
            } else {
                Answer<Pulse> answer = kept.router().pulse(kept.mapping);
                if (isSilent(answer)) {
                    silent.add(at);
                    continue;
                }
                gone |= isGone(answer, at);
                if (answer instanceof Got<Pulse>(Pulse.Epoch epoch)) {
                    forgotten.put(at, gone);
                }
            }
            if (gone || !kept.mapping.renewAt().isAfter(now)) {
                renew(kept, gone);
            }
        }
        if (!silent.isEmpty()) {
            moveAll(silent);
        }
    }

    private static boolean isSilent(Answer<?> answer) {
        return answer.refusal().filter(why -> why.kind() == Kind.NO_ANSWER).isPresent();
    }

    private boolean isGone(Answer<Pulse> answer, RouterAt at) {
        return switch (answer) {
            case Got<Pulse>(Pulse.Listed(boolean there)) -> !there;
            case Got<Pulse>(Pulse.Epoch epoch) -> noteEpoch(answer, at);
            case Refused<Pulse> notOffered -> false;
        };
    }

    /** Returns whether the epoch shows that the router has forgotten its mappings. */
    private boolean noteEpoch(Answer<Pulse> answer, RouterAt at) {
        if (!(answer instanceof Got<Pulse>(Pulse.Epoch(long seconds)))) {
            return false;
        }
        EpochSeen seen = new EpochSeen(seconds, clock.instant());
        EpochSeen earlier = epochs.put(at, seen);
        return earlier != null && seen.lostSince(earlier);
    }

    private void renew(Kept kept, boolean gone) {
        Answer<Mapping> answer = kept.router().renew(kept.mapping, kept.request.lease());
        boolean taken = answer.refusal().filter(why -> why.kind() == Kind.PORT_TAKEN).isPresent();
        settle(kept, taken ? kept.router().map(kept.request) : answer, gone);
    }

    private void settle(Kept kept, Answer<Mapping> answer, boolean told) {
        Mapping before = kept.mapping;
        switch (answer) {
            case Got<Mapping>(Mapping now) -> {
                kept.mapping = now.madeAt(clock.instant());
                kept.lost = false;
                if (told || !before.externalPort().equals(now.externalPort())) {
                    listener.accept(new LeaseEvent.MappedAgain(before, kept.mapping));
                } else {
                    listener.accept(new LeaseEvent.Renewed(before, kept.mapping));
                }
            }
            case Refused<Mapping>(Refusal why) -> {
                if (!kept.lost) {
                    kept.lost = true;
                    listener.accept(new LeaseEvent.Lost(before, why));
                }
            }
        }
    }

    /** Finds the router anew for all mappings of those routers. */
    private void moveAll(Set<RouterAt> from) {
        if (from.isEmpty()) {
            return;
        }
        Found found;
        try {
            found = finder.find();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return;
        }
        List<RouterAt> answering = found.routers().stream().map(Router::at).toList();
        for (Kept kept : all) {
            RouterAt at = kept.mapping.router();
            if (!from.contains(at)) {
                continue;
            }
            if (answering.contains(at)) {
                noteEpoch(kept.router().pulse(kept.mapping), at);
                renew(kept, true);
            } else {
                move(kept, found);
            }
        }
    }

    /** The old mapping may lead to an address that is another device's by now. */
    private void move(Kept kept, Found found) {
        String old = kept.mapping.router().address();
        boolean sameRouter =
                found.routers().stream().anyMatch(router -> router.at().address().equals(old));
        if (sameRouter) {
            // Routers that let nobody but the old address delete it refuse; then its lease ends it.
            kept.router().unmap(kept.mapping);
        }
        Answer<Mapping> answer =
                found.map(kept.request)
                        .orElseGet(() ->
                                Answer.refused(Refusal.of(Kind.NO_ANSWER, kept.mapping.router())));
        settle(kept, answer, true);
        answer.result()
                .ifPresent(mapping ->
                        noteEpoch(mapping.router().open().pulse(mapping), mapping.router()));
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Takes all mappings back, side by side; what could not be is told. */
    @Override
    public void close() {
        pulses.cancel(false);
        locked(() -> {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                all.forEach(kept -> threads.execute(() -> takeBack(kept)));
            }
            all.clear();
            return all;
        });
    }

    private void takeBack(Kept kept) {
        kept.router()
                .unmap(kept.mapping)
                .refusal()
                .ifPresent(why -> listener.accept(new LeaseEvent.LeftOpen(kept.mapping, why)));
    }
}
