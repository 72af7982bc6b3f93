package app.naru.path;

import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.router.Answer;
import app.naru.router.ExternalAddress;
import app.naru.router.Found;
import app.naru.router.LeaseEvent;
import app.naru.router.LeaseKeeper;
import app.naru.router.Mapping;
import app.naru.router.MappingRequest;
import app.naru.router.Refusal;
import app.naru.router.RouterFinder;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ports that routers send to this process's forwards. What stands is in the journal with all
 * that a later process needs to take it back.
 */
final class Leases implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final Journal journal;
    private final RouterFinder finder;
    private final Runnable changed;
    private final Clock clock;
    private final Map<PortMapping, RouterStanding> standings = new ConcurrentHashMap<>();
    private final Set<Mapping> leftOpen = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("leases").factory());
    private final LeaseKeeper keeper;

    /**
     * @param changed called on a thread of its own when a mapping has moved or was lost
     */
    Leases(Journal journal, RouterFinder finder, Clock clock, Runnable changed) {
        this.journal = journal;
        this.finder = finder;
        this.clock = clock;
        this.changed = changed;
        this.keeper = new LeaseKeeper(clock, thread, finder, this::told);
    }

    /**
     * Has the router send the ports here, as long as this process runs. What an earlier process had
     * mapped for the same is taken over.
     *
     * @return {@code ByHand} where the router does not do it
     */
    synchronized Outcome map(PortMapping wanted) {
        RouterStanding standing = ask(wanted);
        standings.put(wanted, standing);
        write(wanted, standing.mappings());
        return standing.trouble()
                .<Outcome>map(Outcome.ByHand::new)
                .orElseGet(() -> mapped(wanted, standing));
    }

    private static Outcome mapped(PortMapping wanted, RouterStanding standing) {
        Port inside = wanted.internalPorts().first();
        Port outside = standing.externalPort(inside).orElse(inside);
        return outside.equals(wanted.externalPorts().first())
                ? new Outcome.Done()
                : new Outcome.Done(
                        Sentence.of(
                                "path.router.otherPort", wanted.externalPorts().first(), outside));
    }

    private RouterStanding ask(PortMapping wanted) {
        List<Mapping> made = new ArrayList<>(resume(wanted));
        Found found = null;
        for (Port port : wanted.internalPorts().ports().toList()) {
            if (made.stream().anyMatch(mapping -> mapping.internalPort().equals(port))) {
                continue;
            }
            found = found == null ? find() : found;
            Optional<Answer<Mapping>> answer = keeper.keep(found, request(wanted, port));
            Optional<Mapping> mapping = answer.flatMap(Answer::result);
            if (mapping.isEmpty()) {
                made.forEach(keeper::release);
                return answer.flatMap(Answer::refusal)
                        .map(RouterStanding::refused)
                        .orElse(RouterStanding.SILENT);
            }
            made.add(mapping.get());
        }
        return new RouterStanding(made, farSide(made.getFirst()), Optional.empty());
    }

    /** Only who knows the secret of an earlier process's mapping can have it again with PCP. */
    private List<Mapping> resume(PortMapping wanted) {
        return journal.mappings(new Change.MapPorts(wanted)).stream()
                .flatMap(earlier ->
                        keeper
                                .resume(earlier, request(wanted, earlier.internalPort()))
                                .result()
                                .stream())
                .toList();
    }

    private Found find() {
        try {
            return finder.find();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return new Found(List.of());
        }
    }

    private static MappingRequest request(PortMapping wanted, Port port) {
        return MappingRequest.of(wanted.protocol(), port, wanted.name()).anyway(wanted.anyway());
    }

    private static Optional<InetAddress> farSide(Mapping mapping) {
        return mapping.externalAddress()
                .map(Address::parse)
                .or(() ->
                        mapping.router()
                                .open()
                                .externalAddress()
                                .result()
                                .flatMap(ExternalAddress::address));
    }

    /**
     * Takes back what the router sends here for that.
     *
     * @return {@code Failed} where the router did not do it and the lease is not over
     */
    synchronized Outcome unmap(PortMapping wanted) {
        RouterStanding standing = standings.remove(wanted);
        List<Mapping> there =
                standing == null
                        ? journal.mappings(new Change.MapPorts(wanted))
                        : standing.mappings();
        List<Mapping> left = new ArrayList<>();
        Optional<Refusal> why = Optional.empty();
        for (Mapping mapping : there) {
            Optional<Refusal> refusal = keeper.release(mapping).refusal();
            if (refusal.isPresent() && mapping.standsAt(clock.instant())) {
                left.add(mapping);
                why = refusal;
            }
        }
        write(wanted, left);
        return why.<Outcome>map(refusal ->
                        new Outcome.Failed(Sentence.of("path.router.left", refusal.sentence())))
                .orElseGet(() -> there.isEmpty() ? new Outcome.AlreadySo() : new Outcome.Done());
    }

    /** Returns what the router does for that; empty where it was not asked. */
    Optional<RouterStanding> standing(PortMapping wanted) {
        return Optional.ofNullable(standings.get(wanted));
    }

    /**
     * Goes on under another description of the same ports: this PC's address or its router is
     * another. {@link #networkChanged()} has the new router do it.
     */
    synchronized void follow(PortMapping before, PortMapping now) {
        RouterStanding standing = standings.remove(before);
        if (standing != null) {
            standings.put(now, standing);
            write(now, standing.mappings());
        }
    }

    /** Has the router that is there now send the ports here. Returns at once. */
    void networkChanged() {
        thread.execute(() -> {
            keeper.networkChanged();
            standings.forEach((wanted, standing) -> {
                if (standing.mappings().isEmpty()) {
                    mapAgain(wanted);
                }
            });
            changed.run();
        });
    }

    private synchronized void mapAgain(PortMapping wanted) {
        if (standings.containsKey(wanted)) {
            map(wanted);
        }
    }

    private void told(LeaseEvent event) {
        switch (event) {
            case LeaseEvent.Renewed(Mapping before, Mapping now) ->
                    replace(before, standing -> standing.mapped(now, Optional.empty()));
            case LeaseEvent.MappedAgain(Mapping before, Mapping now) -> {
                Optional<InetAddress> farSide = farSide(now);
                replace(before, standing -> standing.mapped(now, farSide));
                changed.run();
            }
            case LeaseEvent.Lost(Mapping mapping, Refusal why) -> {
                replace(mapping, standing -> standing.lost(why));
                changed.run();
            }
            case LeaseEvent.LeftOpen(Mapping mapping, Refusal why) -> leftOpen.add(mapping);
        }
    }

    private void replace(Mapping mapping, UnaryOperator<RouterStanding> change) {
        standings.keySet().stream()
                .filter(wanted -> wanted.covers(mapping))
                .forEach(wanted -> {
                    RouterStanding now =
                            standings.computeIfPresent(
                                    wanted, (key, standing) -> change.apply(standing));
                    if (now != null) {
                        write(wanted, now.mappings());
                    }
                });
    }

    private void write(PortMapping wanted, List<Mapping> mappings) {
        try {
            journal.mapped(new Change.MapPorts(wanted), mappings);
        } catch (IOException e) {
            // The mapping stands, and its lease ends it should a crash come before the next write.
            LOG.warn("The router's mapping could not be written down", e);
        }
    }

    /** Takes all back. What routers do not take back stays in the journal. */
    @Override
    public void close() {
        thread.shutdownNow();
        keeper.close();
        standings.forEach((wanted, standing) -> {
            List<Mapping> left = standing.mappings().stream().filter(leftOpen::contains).toList();
            write(wanted, left);
        });
        standings.clear();
    }
}
