package app.naru.relay;

import app.naru.relay.http.HttpMode;
import app.naru.relay.http.MessageReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A relay of TCP connections. */
final class TcpRelay implements Running {

    private static final Duration SWEEP = Duration.ofSeconds(30);

    private final RelayOptions options;
    private final int ports;
    private final Loops loops;
    private final Map<SelectorLoop, Share> shares;

    /** Has the connections of {@link LookingSocket}s, which are no visits. */
    private final Map<SelectorLoop, Share> looks;

    private final AtomicBoolean closed = new AtomicBoolean();
    private List<Listening> listening = List.of();
    private Set<InetSocketAddress> own = Set.of();
    private Set<Integer> wildcardPorts = Set.of();
    private volatile Targets targets;
    private volatile @Nullable Recogniser recogniser;
    private volatile Optional<HttpMode> http;
    private final Admission admission;
    private final AtomicLong ids = new AtomicLong();

    private TcpRelay(RelaySpec spec, RelayOptions options, Loops loops) {
        this.options = options;
        this.loops = loops;
        ports = spec.ports().size();
        targets = new Targets(spec.targets(), ports);
        http = spec.http();
        admission = new Admission(spec.access(), options.limits());
        shares = shares(loops);
        looks = shares(loops);
    }

    private static Map<SelectorLoop, Share> shares(Loops loops) {
        return loops.all().stream().collect(Collectors.toMap(Function.identity(), Share::new));
    }

    private List<Share> allShares() {
        return Stream.concat(shares.values().stream(), looks.values().stream()).toList();
    }

    static TcpRelay open(RelaySpec spec, RelayOptions options, Loops loops) throws PortUnavailable {
        TcpRelay relay = new TcpRelay(spec, options, loops);
        if (spec.http().isPresent()) {
            MessageReader.prepare();
        }
        relay.listen(Bound.all(spec, Listening::bind));
        return relay;
    }

    private void listen(List<Bound<ServerSocketChannel>> bound) {
        listening =
                bound.stream()
                        .map(one -> {
                            List<SelectorLoop> all = loops.all();
                            SelectorLoop loop = all.get(one.offset() % all.size());
                            return new Listening(this, loop, one);
                        })
                        .toList();
        own = Set.copyOf(listening());
        wildcardPorts =
                own.stream()
                        .filter(address -> address.getAddress().isAnyLocalAddress())
                        .map(InetSocketAddress::getPort)
                        .collect(Collectors.toUnmodifiableSet());
        listening.forEach(Listening::begin);
        for (Share share : allShares()) {
            share.loop().execute(() -> sweepLater(share));
        }
    }

    /** What is due on each connection now and then is done for all at once: no timer each. */
    private void sweepLater(Share share) {
        Duration idle = options.tcp().idleLimit();
        Duration often = idle.isZero() ? SWEEP : idle.dividedBy(4);
        share.loop()
                .after(
                        often.compareTo(SWEEP) < 0 ? often : SWEEP,
                        () -> {
                            if (!closed.get() || !share.connections().isEmpty()) {
                                share.connections().forEach(Connection::sweep);
                                sweepLater(share);
                            }
                        });
    }

    /** A client has come. Called on that loop's thread; another loop may be less busy. */
    void arrived(SocketChannel client, SelectorLoop here, int offset) throws IOException {
        client.configureBlocking(false);
        SelectorLoop home = loops.leastLoaded(here);
        home.loadBy(1);
        if (home == here) {
            welcome(client, home, offset);
        } else {
            home.execute(() -> welcome(client, home, offset));
        }
    }

    private void welcome(SocketChannel client, SelectorLoop home, int offset) {
        try {
            InetSocketAddress address = (InetSocketAddress) client.getRemoteAddress();
            InetSocketAddress here = (InetSocketAddress) client.getLocalAddress();
            InetAddress from = address.getAddress();
            Share share = share(LookingSocket.isAt(address, here) ? looks : shares, home);
            if (!admission.allows(from) || !admission.enter(from, home.now())) {
                share.refused.add(1);
                home.loadBy(-1);
                client.close();
                return;
            }
            share.accepted.add(1);
            new Connection(this, share, client, address, ids.incrementAndGet()).begin(offset);
        } catch (IOException e) {
            throw new IllegalStateException("a client that was just accepted is closed", e);
        }
    }

    private static Share share(Map<SelectorLoop, Share> shares, SelectorLoop loop) {
        Share share = shares.get(loop);
        if (share == null) {
            throw new IllegalStateException("a loop of someone else's");
        }
        return share;
    }

    /** Whether this relay listens there. */
    boolean isItself(InetSocketAddress place) {
        return own.contains(place)
                || (place.getAddress().isLoopbackAddress()
                        && wildcardPorts.contains(place.getPort()));
    }

    Targets targets() {
        return targets;
    }

    /** Returns who waits for a certain request; null where nobody does. */
    @Nullable Recogniser recogniser() {
        return recogniser;
    }

    /**
     * Returns what looks at a new client's first bytes; null where nobody waits for certain ones.
     */
    @Nullable FirstBytes firstBytes() {
        Recogniser waiting = recogniser;
        return waiting == null ? null : new FirstBytes(waiting);
    }

    @Override
    public void recognise(Optional<Recogniser> waiting) {
        recogniser = waiting.orElse(null);
    }

    /** Returns how it speaks HTTP; empty where it passes bytes as they are. */
    Optional<HttpMode> http() {
        return http;
    }

    @Override
    public void http(HttpMode mode) {
        if (http.isPresent()) {
            http = Optional.of(mode);
        }
    }

    RelayOptions options() {
        return options;
    }

    @Override
    public List<InetSocketAddress> listening() {
        return listening.stream().map(Listening::address).toList();
    }

    @Override
    public RelaySnapshot snapshot() {
        return new RelaySnapshot(
                (int) sum(share -> share.open),
                sum(share -> share.accepted),
                sum(share -> share.refused),
                sum(share -> share.failed),
                shares.values().stream()
                        .map(Share::foreign)
                        .reduce(ForeignHosts.NONE, ForeignHosts::and),
                sum(share -> share.bytesIn),
                sum(share -> share.bytesOut),
                shares.values().stream()
                        .map(Share::lastError)
                        .reduce(Optional.empty(), LastError::later));
    }

    @Override
    public Tally tally() {
        Tally tally = Tally.NONE;
        for (Share share : shares.values()) {
            tally = tally.and(share.tally());
        }
        return tally;
    }

    @Override
    public Map<Failure, Long> failures() {
        Map<Failure, Long> failures = new EnumMap<>(Failure.class);
        for (Failure failure : Failure.values()) {
            failures.put(failure, sum(share -> share.count(failure)));
        }
        return failures;
    }

    private long sum(Function<Share, Count> count) {
        return shares.values().stream().mapToLong(share -> count.apply(share).get()).sum();
    }

    @Override
    public void targets(List<Endpoint> endpoints) {
        targets = new Targets(endpoints, ports);
    }

    @Override
    public Admission admission() {
        return admission;
    }

    @Override
    public void endUnwelcome() {
        abort(connection -> !admission.allows(connection.client().getAddress()));
    }

    @Override
    public void endElsewhere(Set<InetAddress> addresses) {
        abort(connection ->
                connection
                        .visit()
                        .target()
                        .filter(target -> !addresses.contains(target.getAddress()))
                        .isPresent());
    }

    @Override
    public List<Visit> visits() {
        return shares.values().stream()
                .flatMap(share -> share.connections().stream())
                .map(Connection::visit)
                .toList();
    }

    @Override
    public List<Visit> recent() {
        return shares.values().stream().flatMap(share -> share.recent().all().stream()).toList();
    }

    @Override
    public void close(Drain drain) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        listening.forEach(Listening::end);
        for (Share share : allShares()) {
            share.loop().execute(share::finishUp);
        }
        awaitEnds(drain);
        endAll();
        loops.all().forEach(loop -> loop.perform(loop::forgetClosed));
    }

    /** Waits until all connections have ended, they get no longer, or nothing passes any more. */
    private void awaitEnds(Drain drain) {
        CompletableFuture<Void> drained =
                CompletableFuture.allOf(
                        allShares().stream().map(Share::drained).toArray(CompletableFuture[]::new));
        long end = System.nanoTime() + drain.limit().toNanos();
        long before = -1;
        for (long left = drain.limit().toNanos();
                left > 0 && !drained.isDone() && tally().bytes() != before;
                left = end - System.nanoTime()) {
            before = tally().bytes();
            drained.copy()
                    .completeOnTimeout(
                            null, Math.min(left, drain.quiet().toNanos()), TimeUnit.NANOSECONDS)
                    .join();
        }
    }

    @Override
    public void endAll() {
        abort(connection -> true);
    }

    private void abort(Predicate<Connection> which) {
        for (Share share : allShares()) {
            share.loop().perform(() -> share.abort(which));
        }
    }
}
