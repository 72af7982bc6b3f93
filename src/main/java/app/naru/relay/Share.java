package app.naru.relay;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One relay's part on one loop: its connections there, and what that loop's thread counts for it.
 * Every number has one writer, so a snapshot just reads.
 */
final class Share {

    final Count open = new Count();
    final Count accepted = new Count();
    final Count refused = new Count();
    final Count failed = new Count();
    final Count bytesIn = new Count();
    final Count bytesOut = new Count();

    private volatile ForeignHosts foreign = ForeignHosts.NONE;
    private volatile Optional<LastError> lastError = Optional.empty();
    private final Map<Failure, Count> failures = new EnumMap<>(Failure.class);
    private final SelectorLoop loop;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final RecentVisits recent = new RecentVisits();
    private @Nullable CompletableFuture<Void> whenEmpty;

    Share(SelectorLoop loop) {
        this.loop = loop;
        for (Failure failure : Failure.values()) {
            failures.put(failure, new Count());
        }
    }

    SelectorLoop loop() {
        return loop;
    }

    Tally tally() {
        long ended = accepted.get() - open.get();
        long notServed = refused.get() + failed.get() + foreign.requests();
        return new Tally(accepted.get() + ended + notServed, bytesIn.get() + bytesOut.get());
    }

    /** Counts the connections whose targets all failed, the last of them for that reason. */
    Count count(Failure failure) {
        Count count = failures.get(failure);
        if (count == null) {
            throw new IllegalArgumentException("no such failure: " + failure);
        }
        return count;
    }

    /** No target was reached for that client. */
    void failed(Failure failure, InetSocketAddress client) {
        count(failure).add(1);
        failed.add(1);
        lastError = Optional.of(new LastError(Instant.now(), client, Optional.of(failure)));
    }

    Optional<LastError> lastError() {
        return lastError;
    }

    /** Counts a request for a host that the relay does not stand for. */
    void foreign(String host) {
        foreign = foreign.and(host);
    }

    ForeignHosts foreign() {
        return foreign;
    }

    void add(Connection connection) {
        connections.add(connection);
        open.add(1);
    }

    /** Returns whether it was there. */
    boolean remove(Connection connection) {
        boolean wasThere = connections.remove(connection);
        if (wasThere) {
            loop.loadBy(-1);
            Visit visit = connection.visit();
            recent.add(visit);
            visit.end()
                    .filter(end -> end.reason() == Visit.Reason.BROKEN_BY_TARGET)
                    .ifPresent(end -> brokenOff(end.at(), visit.client()));
            // Last: whoever sees that it has ended finds it among those that have.
            open.add(-1);
            if (whenEmpty != null && connections.isEmpty()) {
                whenEmpty.complete(null);
            }
        }
        return wasThere;
    }

    private void brokenOff(Instant at, InetSocketAddress client) {
        lastError = Optional.of(new LastError(at, client, Optional.empty()));
    }

    /** Returns the connections that are under way. Called from any thread. */
    Set<Connection> connections() {
        return connections;
    }

    RecentVisits recent() {
        return recent;
    }

    /** The relay is closing. Called on the loop's thread. */
    void finishUp() {
        List.copyOf(connections).forEach(Connection::finishUp);
    }

    /** Ends those connections by a reset. Called on the loop's thread. */
    void abort(Predicate<Connection> which) {
        List<Connection> doomed = new ArrayList<>(connections);
        doomed.removeIf(which.negate());
        doomed.forEach(connection -> connection.abort(Visit.Reason.ENDED_HERE));
    }

    /**
     * Completes when no connection is left. Called from another thread, after the last was added.
     */
    CompletableFuture<Void> drained() {
        CompletableFuture<Void> drained = new CompletableFuture<>();
        loop.execute(() -> {
            whenEmpty = drained;
            if (connections.isEmpty()) {
                drained.complete(null);
            }
        });
        return drained;
    }
}
