package app.naru.router;

import app.naru.forward.Sentence;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks for the router by every protocol, at every gateway and from every address at once, and
 * waits for none that stays silent once another has answered.
 */
public final class Discovery {

    /** The longest that a search takes when nothing answers. */
    public static final Duration LIMIT = Duration.ofMillis(2400);

    /** How long a better answer is awaited after the first good one. */
    static final Duration BETTER = Duration.ofMillis(50);

    private static final long TELL_EVERY_NANOS = Duration.ofMillis(100).toNanos();

    /** When a search ends. */
    public enum Patience {
        /** With the first good answer: to map a port. */
        FIRST,
        /** When every protocol has had its time: to show all that there is. */
        ALL
    }

    /** The protocols' ports; others in tests. */
    record Ports(int mapping, int ssdp) {
        static final Ports STANDARD = new Ports(5351, 1900);
    }

    /** What a probe tells: that a router has answered. */
    record Sighting(Router router, boolean willing) {}

    private final Ports ports;

    public Discovery() {
        this(Ports.STANDARD);
    }

    Discovery(Ports ports) {
        this.ports = ports;
    }

    /**
     * Looks for the router.
     *
     * @return the routers seen, none where nothing has answered within {@link #LIMIT}
     * @throws InterruptedException if the search is cancelled; nothing of it goes on then
     */
    public Found find(Vantage vantage, Patience patience, SearchProgress progress)
            throws InterruptedException {
        BlockingQueue<Sighting> sightings = new LinkedBlockingQueue<>();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Search search = new Search(vantage, patience, progress, sightings);
            search.probe(threads);
            return search.gather();
        } finally {
            // Closes the probes' sockets, since virtual threads are interrupted in them.
            threads.shutdownNow();
        }
    }

    private final class Search {

        private final Vantage vantage;
        private final Patience patience;
        private final SearchProgress progress;
        private final BlockingQueue<Sighting> sightings;
        private final AtomicInteger probing = new AtomicInteger();
        private final List<Sighting> seen = new ArrayList<>();
        private final long start = System.nanoTime();

        Search(
                Vantage vantage,
                Patience patience,
                SearchProgress progress,
                BlockingQueue<Sighting> sightings) {
            this.vantage = vantage;
            this.patience = patience;
            this.progress = progress;
            this.sightings = sightings;
        }

        void probe(ExecutorService threads) {
            List<Runnable> probes = new ArrayList<>();
            for (InetAddress gateway : vantage.gateways()) {
                MappingProbe probe =
                        new MappingProbe(new InetSocketAddress(gateway, ports.mapping()), LIMIT);
                probes.add(() -> probe.pcp().ifPresent(sightings::add));
                probes.add(() -> probe.natPmp().ifPresent(sightings::add));
            }
            SsdpSearch ssdp = new SsdpSearch(vantage.gateways(), ports.ssdp(), LIMIT);
            for (InetAddress own : vantage.ownIpv4()) {
                probes.add(() -> ssdp.from(own, threads, sightings::add));
            }
            probing.set(probes.size());
            probes.forEach(probe -> threads.execute(() -> run(probe)));
        }

        private void run(Runnable probe) {
            try {
                probe.run();
            } finally {
                probing.decrementAndGet();
            }
        }

        Found gather() throws InterruptedException {
            long end = start + LIMIT.toNanos();
            tell();
            for (long now = start; now < end && !over(); now = System.nanoTime()) {
                Sighting sighting =
                        sightings.poll(Math.min(end - now, TELL_EVERY_NANOS), TimeUnit.NANOSECONDS);
                if (sighting != null) {
                    seen.add(sighting);
                    if (patience == Patience.FIRST && sighting.willing()) {
                        end = Math.min(end, System.nanoTime() + BETTER.toNanos());
                    }
                }
                tell();
            }
            sightings.drainTo(seen);
            return new Found(
                    seen.stream().sorted(bestFirst()).map(Sighting::router).distinct().toList());
        }

        /** Nothing is left that could answer, or nothing better can. */
        private boolean over() {
            boolean silence = probing.get() == 0 && sightings.isEmpty();
            return silence || (patience == Patience.FIRST && seen.stream().anyMatch(this::isBest));
        }

        private boolean isBest(Sighting sighting) {
            RouterAt at = sighting.router().at();
            return sighting.willing() && isGateway(at) && at.protocol() == RouterProtocol.PCP;
        }

        private void tell() {
            double part = (double) (System.nanoTime() - start) / LIMIT.toNanos();
            Sentence what =
                    seen.isEmpty()
                            ? Sentence.of("router.search.asking")
                            : Sentence.of(
                                    "router.search.answered",
                                    seen.getLast().router().at().address(),
                                    seen.getLast().router().at().protocol().title());
            progress.at(Math.min(1, part), what);
        }

        /** Who is willing, then who is the gateway, then the protocol. */
        private Comparator<Sighting> bestFirst() {
            return Comparator.comparing((Sighting sighting) -> !sighting.willing())
                    .thenComparing(sighting -> !isGateway(sighting.router().at()))
                    .thenComparing(sighting -> sighting.router().at().protocol());
        }

        private boolean isGateway(RouterAt at) {
            return vantage.gateways().contains(at.socketAddress().getAddress());
        }
    }
}
