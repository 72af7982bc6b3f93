package app.naru.relay;

import app.naru.relay.http.HttpMode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A relay of UDP datagrams. All its ports and sessions are on one loop. */
final class UdpRelay implements Running {

    final Count bytesIn = new Count();
    final Count bytesOut = new Count();

    private final RelayOptions.Udp options;
    private final int ports;
    private final SelectorLoop loop;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Count open = new Count();
    private final Count accepted = new Count();
    private final Count refused = new Count();
    private final Map<Failure, Count> failures = new EnumMap<>(Failure.class);

    /** The one idle for longest comes first. */
    private final Map<UdpSession, UdpSession> sessions = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<InetAddress, Integer> perClient = new HashMap<>();
    private List<UdpPort> listening = List.of();
    private Timers.@Nullable Timer idleCheck;
    private volatile Targets targets;
    private final Admission admission;
    private final RecentVisits recent = new RecentVisits();
    private long ids;

    private UdpRelay(RelaySpec spec, RelayOptions options, SelectorLoop loop) {
        this.options = options.udp();
        this.loop = loop;
        ports = spec.ports().size();
        targets = new Targets(spec.targets(), ports);
        admission = new Admission(spec.access(), options.limits());
        for (Failure failure : Failure.values()) {
            failures.put(failure, new Count());
        }
    }

    static UdpRelay open(RelaySpec spec, RelayOptions options, Loops loops) throws PortUnavailable {
        SelectorLoop loop = loops.leastLoaded(loops.all().getLast());
        UdpRelay relay = new UdpRelay(spec, options, loop);
        relay.listening =
                Bound.all(spec, UdpPort::bind).stream()
                        .map(bound -> new UdpPort(relay, loop, bound))
                        .toList();
        loop.perform(relay::begin);
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
        sessions.put(session, session);
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
            for (UdpSession session : sessions.keySet()) {
                if (session.client().getAddress().equals(client)) {
                    end(session, Visit.Reason.ENDED_HERE);
                    break;
                }
            }
        }
        if (sessions.size() >= options.sessions()) {
            end(sessions.keySet().iterator().next(), Visit.Reason.ENDED_HERE);
        }
    }

    /** It has just carried something. */
    void touched(UdpSession session) {
        sessions.get(session);
    }

    private void endIdle() {
        long limit = options.idleLimit().toNanos();
        while (!sessions.isEmpty()) {
            UdpSession session = sessions.keySet().iterator().next();
            long left = session.lastActive() + limit - loop.now();
            if (left > 0) {
                idleCheck = loop.after(Duration.ofNanos(left), this::endIdle);
                return;
            }
            end(session, Visit.Reason.IDLE);
        }
        idleCheck = null;
    }

    /** None of the targets took the session's datagrams. */
    void unreachable(UdpSession session, Failure failure) {
        failed(failure).add(1);
        end(session, Visit.Reason.NOT_REACHED);
    }

    void end(UdpSession session, Visit.Reason reason) {
        if (sessions.remove(session) != null) {
            perClient.computeIfPresent(
                    session.client().getAddress(), (client, n) -> n == 1 ? null : n - 1);
            session.port().remove(session);
            recent.add(session.end(reason));
            loop.loadBy(-1);
            open.add(-1);
        }
    }

    private Count failed(Failure failure) {
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
                bytesIn.get(),
                bytesOut.get());
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
        loop.perform(() -> sessions.keySet().forEach(session -> visits.add(session.visit())));
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
            for (UdpSession session : new ArrayList<>(sessions.keySet())) {
                if (session.goesElsewhere(addresses)) {
                    end(session, Visit.Reason.ENDED_HERE);
                }
            }
        });
    }

    @Override
    public void endUnwelcome() {
        loop.perform(() -> {
            for (UdpSession session : new ArrayList<>(sessions.keySet())) {
                if (!admission.allows(session.client().getAddress())) {
                    end(session, Visit.Reason.ENDED_HERE);
                }
            }
        });
    }

    /** Without its port no answer could leave, so there is nothing to wait for. */
    @Override
    public void close(Duration drain) {
        if (closed.compareAndSet(false, true)) {
            loop.perform(() -> {
                listening.forEach(UdpPort::abort);
                for (UdpSession session : new ArrayList<>(sessions.keySet())) {
                    end(session, Visit.Reason.ENDED_HERE);
                }
                loop.forgetClosed();
            });
        }
    }
}
