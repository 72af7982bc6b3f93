package app.naru.relay;

import app.naru.relay.http.HttpMode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A relay of UDP datagrams. All its ports and sessions are on one loop; the answers are passed on
 * by another.
 */
final class UdpRelay implements Running {

    final Count bytesIn = new Count();
    final Count bytesOut = new Count();

    private final RelayOptions.Udp options;
    private final int ports;
    private final SelectorLoop loop;
    private final SelectorLoop back;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Count open = new Count();
    private final Count accepted = new Count();
    private final Count refused = new Count();
    private final Map<Failure, Count> failures = new EnumMap<>(Failure.class);

    private final Set<UdpSession> sessions = new LinkedHashSet<>();
    private final Map<InetAddress, Integer> perClient = new HashMap<>();
    private List<UdpPort> listening = List.of();
    private Timers.@Nullable Timer idleCheck;
    private volatile Targets targets;
    private volatile Optional<LastError> lastError = Optional.empty();
    private final Admission admission;
    private final RecentVisits recent = new RecentVisits();
    private long ids;

    private UdpRelay(RelaySpec spec, RelayOptions options, Loops loops) {
        this.options = options.udp();
        loop = loops.leastLoaded(loops.all().getLast());
        back = loops.otherThan(loop);
        ports = spec.ports().size();
        targets = new Targets(spec.targets(), ports);
        admission = new Admission(spec.access(), options.limits());
        for (Failure failure : Failure.values()) {
            failures.put(failure, new Count());
        }
    }

    static UdpRelay open(RelaySpec spec, RelayOptions options, Loops loops) throws PortUnavailable {
        UdpRelay relay = new UdpRelay(spec, options, loops);
        relay.listening =
                Bound.all(spec, UdpPort::bind).stream()
                        .map(bound -> new UdpPort(relay, relay.loop, bound))
                        .toList();
        relay.loop.perform(relay::begin);
        return relay;
    }

    private void begin() {
        try {
            for (UdpPort port : listening) {
                port.begin();
            }
        } catch (IOException e) {
            throw new IllegalStateException("a new socket can't be waited for", e);
        }
    }

    SelectorLoop loop() {
        return loop;
    }

    /** Returns the loop that passes the answers on. */
    SelectorLoop back() {
        return back;
    }

    Targets targets() {
        return targets;
    }

    /** Returns a session for the client; none if it may not come. Called on the loop's thread. */
    @Nullable UdpSession welcome(UdpPort port, InetSocketAddress client) {
        if (!admission.allows(client.getAddress())) {
            refused.add(1);
            return null;
        }
        makeRoom(client.getAddress());
        UdpSession session = new UdpSession(this, port, client, ++ids);
        sessions.add(session);
        perClient.merge(client.getAddress(), 1, Integer::sum);
        port.add(session);
        loop.loadBy(1);
        open.add(1);
        accepted.add(1);
        if (idleCheck == null) {
            idleCheck = loop.after(options.idleLimit(), this::endIdle);
        }
        session.tryNext();
        return session;
    }

    private void makeRoom(InetAddress client) {
        if (perClient.getOrDefault(client, 0) >= options.sessionsPerClient()) {
            longestIdle(session -> session.client().getAddress().equals(client))
                    .ifPresent(session -> end(session, Visit.Reason.ENDED_HERE));
        }
        if (sessions.size() >= options.sessions()) {
            longestIdle(session -> true)
                    .ifPresent(session -> end(session, Visit.Reason.ENDED_HERE));
        }
    }

    /** Looked for when it is asked for: to keep an order costs each datagram something. */
    private Optional<UdpSession> longestIdle(Predicate<UdpSession> which) {
        long now = loop.now();
        return sessions.stream()
                .filter(which)
                .max(Comparator.comparingLong(session -> now - session.lastActive()));
    }

    private void endIdle() {
        long limit = options.idleLimit().toNanos();
        long now = loop.now();
        for (UdpSession session : List.copyOf(sessions)) {
            if (now - session.lastActive() >= limit) {
                end(session, Visit.Reason.IDLE);
            }
        }
        idleCheck =
                longestIdle(session -> true)
                        .map(session -> limit - (now - session.lastActive()))
                        .map(left -> loop.after(Duration.ofNanos(left), this::endIdle))
                        .orElse(null);
    }

    /** None of the targets took the session's datagrams. */
    void unreachable(UdpSession session, Failure failure) {
        count(failure).add(1);
        lastError =
                Optional.of(new LastError(Instant.now(), session.client(), Optional.of(failure)));
        end(session, Visit.Reason.NOT_REACHED);
    }

    void end(UdpSession session, Visit.Reason reason) {
        if (sessions.remove(session)) {
            perClient.computeIfPresent(
                    session.client().getAddress(), (client, n) -> n == 1 ? null : n - 1);
            session.port().remove(session);
            recent.add(session.end(reason));
            loop.loadBy(-1);
            open.add(-1);
        }
    }

    private Count count(Failure failure) {
        Count count = failures.get(failure);
        if (count == null) {
            throw new IllegalArgumentException("no such failure: " + failure);
        }
        return count;
    }

    @Override
    public List<InetSocketAddress> listening() {
        return listening.stream().map(UdpPort::address).toList();
    }

    @Override
    public RelaySnapshot snapshot() {
        return new RelaySnapshot(
                (int) open.get(),
                accepted.get(),
                refused.get(),
                failures.values().stream().mapToLong(Count::get).sum(),
                ForeignHosts.NONE,
                bytesIn.get(),
                bytesOut.get(),
                lastError);
    }

    /** A session whose targets all failed has ended, and counts as such. */
    @Override
    public Tally tally() {
        long ended = accepted.get() - open.get();
        return new Tally(accepted.get() + ended + refused.get(), bytesIn.get() + bytesOut.get());
    }

    @Override
    public Map<Failure, Long> failures() {
        Map<Failure, Long> counted = new EnumMap<>(Failure.class);
        failures.forEach((failure, count) -> counted.put(failure, count.get()));
        return counted;
    }

    /** New sessions alone go to the new targets. */
    @Override
    public void targets(List<Endpoint> endpoints) {
        targets = new Targets(endpoints, ports);
    }

    @Override
    public Admission admission() {
        return admission;
    }

    @Override
    public void http(HttpMode mode) {
        throw new IllegalStateException("HTTP is spoken over TCP");
    }

    @Override
    public List<Visit> visits() {
        List<Visit> visits = new ArrayList<>();
        loop.perform(() -> sessions.forEach(session -> visits.add(session.visit())));
        return visits;
    }

    @Override
    public List<Visit> recent() {
        return recent.all();
    }

    /** Datagrams have no first bytes that would tell anything of those to come. */
    @Override
    public void recognise(Optional<Recogniser> waiting) {
        if (waiting.isPresent()) {
            throw new UnsupportedOperationException("UDP clients are not recognised");
        }
    }

    @Override
    public void endElsewhere(Set<InetAddress> addresses) {
        loop.perform(() -> {
            for (UdpSession session : List.copyOf(sessions)) {
                if (session.goesElsewhere(addresses)) {
                    end(session, Visit.Reason.ENDED_HERE);
                }
            }
        });
    }

    @Override
    public void endUnwelcome() {
        loop.perform(() -> end(session -> !admission.allows(session.client().getAddress())));
    }

    /** Without its port no answer could leave, so there is nothing to wait for. */
    @Override
    public void close(Drain drain) {
        if (closed.compareAndSet(false, true)) {
            loop.perform(() -> {
                listening.forEach(UdpPort::abort);
                end(session -> true);
                loop.forgetClosed();
            });
            back.perform(back::forgetClosed);
        }
    }

    @Override
    public void endAll() {
        loop.perform(() -> end(session -> true));
    }

    private void end(Predicate<UdpSession> which) {
        List.copyOf(sessions).stream()
                .filter(which)
                .forEach(session -> end(session, Visit.Reason.ENDED_HERE));
    }
}
