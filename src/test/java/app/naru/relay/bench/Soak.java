package app.naru.relay.bench;

import app.naru.FreePorts;
import app.naru.forward.Cidr;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.relay.Access;
import app.naru.relay.Endpoint;
import app.naru.relay.Relay;
import app.naru.relay.RelayOptions;
import app.naru.relay.RelaySpec;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A relay under faults for a long time: {@code Soak MINUTES}. Its target is killed and comes back,
 * moves to another port, clients leave by resets, limits are hit, the access list changes. Twenty
 * times in all, everyone rests and what the process holds is printed; ends with 1 where that grows
 * or a byte was wrong, with 0 otherwise.
 */
final class Soak {

    private static final int TIDES = 20;
    private static final Duration BETWEEN_FAULTS = Duration.ofMillis(1_500);

    /** The runtime's own memory beside the heap goes up and down by some MiB. */
    private static final long SOME_KIB = 8 * 1024;

    private static final Access NOBODY = new Access(List.of(), List.of(Cidr.parse("127.0.0.0/8")));

    private final Relay tcp;
    private final Relay udp;
    private final Visitors visitors;
    private EchoTarget target;

    private Soak() throws IOException {
        target = new EchoTarget(0);
        int port = FreePorts.one();
        RelayOptions options =
                RelayOptions.DEFAULT
                        .withLimits(new RelayOptions.Limits(60, 50, 1_000))
                        .withUdp(new RelayOptions.Udp(Duration.ofSeconds(1), 64, 32));
        tcp = Relay.open(spec(Protocol.TCP, port), options);
        udp = Relay.open(spec(Protocol.UDP, port), options);
        visitors = new Visitors(tcp.listening().getFirst());
    }

    public static void main(String[] arguments) throws Exception {
        long tide = (long) (Double.parseDouble(arguments[0]) * 60e9 / TIDES);
        System.exit(new Soak().run(Duration.ofNanos(tide)) ? 0 : 1);
    }

    private RelaySpec spec(Protocol protocol, int port) {
        return new RelaySpec(
                protocol,
                List.of(InetAddress.getLoopbackAddress()),
                PortRange.of(port),
                List.of(endpoint()),
                Access.EVERYONE);
    }

    private Endpoint endpoint() {
        return Endpoint.parse("127.0.0.1:" + target.port());
    }

    /** Returns whether all is as it should be. */
    private boolean run(Duration tide) throws IOException, InterruptedException {
        System.out.println(
                "minutes  beside heap KiB  "
                        + Vitals.heading()
                        + "   visits  broken off  turned away");
        List<Vitals> all = new ArrayList<>();
        List<Long> besideHeap = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < TIDES; i++) {
            flood(System.nanoTime() + tide.toNanos());
            rest();
            Vitals now = Vitals.now();
            all.add(now);
            besideHeap.add(JavaMemory.besideHeapKib(ProcessHandle.current().pid()));
            System.out.printf(
                    "%7.1f  %15d  %s  %7d  %10d  %11d%n",
                    (System.nanoTime() - start) / 60e9,
                    besideHeap.getLast(),
                    now.line(),
                    visitors.done.get(),
                    visitors.brokenOff.get(),
                    tcp.snapshot().refused());
        }
        // The first quarter warms the runtime up.
        boolean grown =
                all.getLast().holdsMoreThan(all.get(TIDES / 4))
                        || besideHeap.getLast() > besideHeap.get(TIDES / 4) + SOME_KIB;
        System.out.println(
                grown ? "It has grown." : "Nothing has grown since the first quarter of the time.");
        System.out.println(visitors.wrong.get() + " exchanges with a wrong byte");
        return !grown && visitors.wrong.get() == 0;
    }

    private void flood(long until) throws IOException, InterruptedException {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clients.add(start(visitors::exchange, i, 40, until));
            clients.add(start(visitors::leaveWithoutAWord, 10 + i, 150, until));
            clients.add(start(visitors::sendDatagrams, 20 + i, 100, until));
        }
        clients.add(start(visitors::stream, 30, 500, until));
        clients.add(start(visitors::stream, 31, 700, until));
        clients.add(start(visitors::beGreedy, 40, 3_000, until));
        for (int fault = 0; System.nanoTime() < until; fault++) {
            Thread.sleep(BETWEEN_FAULTS);
            cause(fault);
        }
        for (Thread client : clients) {
            client.join();
        }
    }

    private Thread start(Visitors.Manner manner, int seed, int pauseMillis, long until) {
        return Thread.startVirtualThread(
                () -> visitors.keepComing(manner, seed, Duration.ofMillis(pauseMillis), until));
    }

    private void cause(int fault) throws IOException, InterruptedException {
        switch (fault % 4) {
            case 0 -> {
                target.kill();
                Thread.sleep(300);
                try {
                    target = new EchoTarget(target.port());
                } catch (BindException anotherProgramHasThePort) {
                    move();
                }
            }
            case 1 -> {
                EchoTarget old = target;
                move();
                old.kill();
            }
            case 2 -> {
                tcp.access(NOBODY);
                udp.access(NOBODY);
                Thread.sleep(100);
                tcp.access(Access.EVERYONE);
                udp.access(Access.EVERYONE);
            }
            default -> {
                tcp.block(InetAddress.getLoopbackAddress());
                tcp.unblock(InetAddress.getLoopbackAddress());
            }
        }
    }

    private void move() throws IOException {
        target = new EchoTarget(0);
        tcp.targets(List.of(endpoint()));
        udp.targets(List.of(endpoint()));
    }

    private void rest() throws InterruptedException {
        long limit = System.nanoTime() + 30_000_000_000L;
        while (tcp.snapshot().open() + udp.snapshot().open() > 0) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException(
                        "still open: " + tcp.visits() + " and " + udp.visits());
            }
            Thread.sleep(50);
        }
        // Those of the echo's end a moment later.
        Thread.sleep(500);
    }
}
