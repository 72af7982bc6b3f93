package app.naru.relay;

import app.naru.forward.Address;
import app.naru.forward.InvalidInput;
import app.naru.relay.http.HttpMode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A running relay. Open it, and it listens; close it, and nothing does. Every method may be called
 * from any thread.
 */
public final class Relay implements AutoCloseable {

    private final Running running;
    private final Rates rates = new Rates();

    private Relay(Running running) {
        this.running = running;
    }

    /**
     * Opens a relay; when this returns, it listens on every address and port of the specification,
     * otherwise on none.
     *
     * @throws PortUnavailable if one of the ports can't be had; names it and says why
     */
    public static Relay open(RelaySpec spec) throws PortUnavailable {
        return open(spec, RelayOptions.DEFAULT);
    }

    /**
     * Opens a relay that works in a way of its own.
     *
     * @throws PortUnavailable if one of the ports can't be had; names it and says why
     */
    public static Relay open(RelaySpec spec, RelayOptions options) throws PortUnavailable {
        return open(spec, options, Loops.shared());
    }

    static Relay open(RelaySpec spec, RelayOptions options, Loops loops) throws PortUnavailable {
        return new Relay(
                switch (spec.protocol()) {
                    case TCP -> TcpRelay.open(spec, options, loops);
                    case UDP -> UdpRelay.open(spec, options, loops);
                });
    }

    /** Returns what it listens on. */
    public List<InetSocketAddress> listening() {
        return running.listening();
    }

    /** Returns the counters; costs nothing to the traffic. */
    public RelaySnapshot snapshot() {
        return running.snapshot();
    }

    /** Returns what the counters come to. */
    public Tally tally() {
        return running.tally();
    }

    /** Returns how many connections found no target, by the reason of the last that was tried. */
    public Map<Failure, Long> failures() {
        return running.failures();
    }

    /** Connects from now on to these; existing connections go on. */
    public void targets(List<Endpoint> targets) {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a relay needs a target");
        }
        running.targets(targets);
    }

    /**
     * Ends the connections to addresses that are no targets any more: who was there has moved, and
     * a connection to nobody would hang. Where a target is a name, nothing is ended.
     */
    public void endElsewhere(List<Endpoint> targets) {
        Set<InetAddress> addresses = new HashSet<>();
        for (Endpoint target : targets) {
            try {
                addresses.add(Address.parse(target.host()));
            } catch (InvalidInput aName) {
                return;
            }
        }
        running.endElsewhere(addresses);
    }

    /** Answers under those names from now on; only for a relay that speaks HTTP. */
    public void http(HttpMode mode) {
        running.http(mode);
    }

    /** Lets in from now on those; closes the connections of those that may no longer come. */
    public void access(Access access) {
        running.admission().access(access);
        running.endUnwelcome();
    }

    /**
     * Has the clients that come from now on recognised by this, where they begin as it says; none
     * where it is empty. Connections that are under way go on as they are.
     *
     * @throws UnsupportedOperationException if the relay is one of UDP
     */
    public void recognise(Optional<Recogniser> waiting) {
        running.recognise(waiting);
    }

    /**
     * Turns a client away from now on, whatever the access list says, and ends what it has open.
     */
    public void block(InetAddress client) {
        running.admission().block(client);
        running.endUnwelcome();
    }

    /** Takes a block back. */
    public void unblock(InetAddress client) {
        running.admission().unblock(client);
    }

    /** Returns who was blocked, in no order. */
    public Set<InetAddress> blocked() {
        return running.admission().blocked();
    }

    /** Returns the connections (UDP: sessions) that are under way, in the order they came. */
    public List<Visit> visits() {
        return running.visits().stream().sorted(Comparator.comparingLong(Visit::id)).toList();
    }

    /**
     * Returns how many bytes a second each connection that is under way has carried, both
     * directions together, by its id: since the call before this, or the one before that where it
     * was less than half a second ago. Zero where there was none.
     */
    public Map<Long, Long> rates() {
        return rates.read(running.visits(), System.nanoTime());
    }

    /** Returns up to 1,000 connections that have ended, the latest end first. */
    public List<Visit> recent() {
        return running.recent().stream()
                .sorted(Comparator.comparing(Relay::endOf).reversed())
                .limit(RecentVisits.KEPT)
                .toList();
    }

    private static Instant endOf(Visit visit) {
        return visit.end().map(Visit.End::at).orElse(Instant.MAX);
    }

    /**
     * Stops listening at once and gives open connections that long to end; those that did not are
     * reset, so that nobody takes half an answer for a whole one. Returns when none is left; the
     * second call does nothing.
     */
    public void close(Duration drain) {
        close(new Drain(drain, drain));
    }

    /** Closes like {@link #close(Duration)}, and sooner when nothing passes any more. */
    public void close(Drain drain) {
        running.close(drain);
    }

    /** Ends every connection by a reset: a relay that is closing waits for none any more. */
    public void endAll() {
        running.endAll();
    }

    /** Stops listening and ends every connection. */
    @Override
    public void close() {
        close(Duration.ZERO);
    }
}
