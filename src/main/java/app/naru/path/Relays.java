package app.naru.path;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.relay.Drain;
import app.naru.relay.PortTrial;
import app.naru.relay.PortUnavailable;
import app.naru.relay.Relay;
import app.naru.relay.RelayOptions;
import app.naru.relay.RelaySnapshot;
import app.naru.relay.RelaySpec;
import app.naru.relay.Tally;
import app.naru.server.ListenerReader;
import app.naru.settings.RelayLimits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The relays that run in this process. */
final class Relays implements AutoCloseable {

    /** What a connection that is under way gets when its relay closes. */
    private static final Duration DRAIN = Duration.ofSeconds(1);

    private final Map<RelaySpec, Relay> running = new ConcurrentHashMap<>();
    private final Map<RelaySpec, Instant> seenOutUntil = new ConcurrentHashMap<>();
    private final ListenerReader listeners;
    private final Supplier<RelayLimits> limits;
    private final Clock clock;

    /**
     * @param listeners tells whose a taken port is
     * @param limits how many connections a relay that is opened now lets in
     */
    Relays(ListenerReader listeners, Supplier<RelayLimits> limits, Clock clock) {
        this.listeners = listeners;
        this.limits = limits;
        this.clock = clock;
    }

    Outcome open(RelaySpec spec) {
        if (running.containsKey(spec)) {
            return new Outcome.AlreadySo();
        }
        try {
            running.put(spec, Relay.open(spec, options()));
            return new Outcome.Done();
        } catch (PortUnavailable unavailable) {
            return new Outcome.Failed(
                    sentence(spec, unavailable),
                    PortTrial.behind(spec.ports(), spec.protocol(), spec.addresses()));
        }
    }

    private RelayOptions options() {
        RelayLimits now = limits.get();
        return RelayOptions.DEFAULT.withLimits(
                new RelayOptions.Limits(
                        now.total().orElse(Integer.MAX_VALUE),
                        now.perClient().orElse(Integer.MAX_VALUE),
                        now.perSecond().orElse(Integer.MAX_VALUE)));
    }

    Outcome close(RelaySpec spec) {
        Relay relay = running.remove(spec);
        if (relay == null) {
            return new Outcome.AlreadySo();
        }
        relay.close(DRAIN);
        // as are those who were being seen out
        relay.endAll();
        return new Outcome.Done();
    }

    /**
     * Has the relay let nobody in any more, and those who are there come to their end. It stays one
     * of those that run, so that its counters can be seen.
     *
     * @param told called once {@link #farewell} tells of them
     */
    void seeOut(RelaySpec spec, Drain drain, Runnable told) {
        Relay relay = running.get(spec);
        if (relay == null) {
            return;
        }
        seenOutUntil.put(spec, clock.instant().plus(drain.limit()));
        try {
            told.run();
            relay.close(drain);
        } finally {
            seenOutUntil.remove(spec);
        }
    }

    /** Returns who is being seen out; empty where nobody is. */
    Optional<Farewell> farewell(RelaySpec spec) {
        Optional<Instant> until = Optional.ofNullable(seenOutUntil.get(spec));
        int open = snapshot(spec).map(RelaySnapshot::open).orElse(0);
        return until.filter(end -> open > 0).map(end -> new Farewell(open, end));
    }

    /**
     * Makes a running relay do what the new specification says, without closing it.
     *
     * @return whether that was possible: it is as long as the addresses and ports stay
     */
    boolean follow(RelaySpec before, RelaySpec now) {
        Relay relay = running.get(before);
        boolean sameDoor =
                before.protocol() == now.protocol()
                        && before.addresses().equals(now.addresses())
                        && before.ports().equals(now.ports())
                        && before.http().isPresent() == now.http().isPresent();
        if (relay == null || !sameDoor) {
            return false;
        }
        relay.targets(now.targets());
        relay.access(now.access());
        relay.endElsewhere(now.targets());
        now.http().ifPresent(relay::http);
        running.remove(before);
        running.put(now, relay);
        return true;
    }

    Optional<Relay> running(RelaySpec spec) {
        return Optional.ofNullable(running.get(spec));
    }

    Optional<RelaySnapshot> snapshot(RelaySpec spec) {
        return Optional.ofNullable(running.get(spec)).map(Relay::snapshot);
    }

    /** Returns what the counters of all come to. */
    Tally tally() {
        Tally tally = Tally.NONE;
        for (Relay relay : running.values()) {
            tally = tally.and(relay.tally());
        }
        return tally;
    }

    private Sentence sentence(RelaySpec spec, PortUnavailable unavailable) {
        InetSocketAddress address = unavailable.address();
        String host = Address.text(address.getAddress());
        return switch (unavailable.reason()) {
            case TAKEN ->
                    holder(spec, address)
                            .map(program ->
                                    Sentence.of("path.relay.takenBy", address.getPort(), program))
                            .orElseGet(() -> Sentence.of("path.relay.taken", address.getPort()));
            case NOT_ALLOWED -> Sentence.of("path.relay.notAllowed", address.getPort());
            case NO_SUCH_ADDRESS -> Sentence.of("path.relay.foreignAddress", host);
        };
    }

    private Optional<String> holder(RelaySpec spec, InetSocketAddress address) {
        try {
            return listeners.read().stream()
                    .filter(listener ->
                            listener.protocol() == spec.protocol()
                                    && listener.port().number() == address.getPort()
                                    && listener.takes(address.getAddress()))
                    .flatMap(listener -> listener.program().stream())
                    .map(program -> program.name() + " (" + program.pid() + ")")
                    .findFirst();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        running.values().forEach(Relay::close);
        running.values().forEach(Relay::endAll);
        running.clear();
    }
}
