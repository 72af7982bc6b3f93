package app.naru.relay.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The load generator: {@code Load MEASURE SERVER-PORT PORT SECONDS}. It is the server on the one
 * port and the client of the other, where a relay leads back to the first; with both the same it
 * measures the direct connection. Idle connections' server is a process of its own ({@code serve}),
 * since each has so many descriptors only. Prints {@code name value} lines.
 */
final class Load {

    private static final int CHUNK_BYTES = 256 * 1024;
    private static final int SHORT_CLIENTS = 8;

    /** The relay takes two descriptors for each, and has some of its own. */
    static final int IDLE = (int) Math.min(10_000, (Vitals.descriptorLimit() - 300) / 2);

    private static final int UDP_CLIENTS = 4;
    private static final int UDP_WINDOW = 16;
    private static final int UDP_BYTES = 200;
    private static final Duration WARM_UP = Duration.ofMillis(700);

    private final LoadServer server = new LoadServer();
    private final InetSocketAddress relay;
    private final Duration time;

    private Load(int relayPort, Duration time) {
        relay = new InetSocketAddress(InetAddress.getLoopbackAddress(), relayPort);
        this.time = time;
    }

    public static void main(String[] arguments) throws Exception {
        Load load =
                new Load(
                        Integer.parseInt(arguments[2]),
                        Duration.ofMillis((long) (Double.parseDouble(arguments[3]) * 1000)));
        if (!arguments[0].equals("idle")) {
            load.server.start(Integer.parseInt(arguments[1]));
        }
        switch (arguments[0]) {
            case "bulk1" -> load.bulk(1);
            case "bulk16" -> load.bulk(16);
            case "trips" -> load.trips();
            case "tripsBesideBulk" -> {
                load.startStream(new AtomicLong());
                load.trips();
            }
            case "short" -> load.shortOnes();
            case "idle" -> load.idle();
            case "serve" -> Thread.currentThread().join();
            case "udp" -> load.udp();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.exit(0);
    }

    private void bulk(int streams) throws Exception {
        List<AtomicLong> sent = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            sent.add(new AtomicLong());
            startStream(sent.get(i));
        }
        pause(WARM_UP);
        long[] before = sent.stream().mapToLong(AtomicLong::get).toArray();
        long sunkBefore = server.sunk();
        long start = System.nanoTime();
        pause(time);
        long[] each = sent.stream().mapToLong(AtomicLong::get).toArray();
        long sunk = server.sunk() - sunkBefore;
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.setAll(each, i -> each[i] - before[i]);
        say("MiB/s", sunk / seconds / (1 << 20));
        say("slowest/fastest", (double) min(each) / max(each));
        say("GiB", server.sunk() / (double) (1 << 30));
    }

    private void startStream(AtomicLong sent) throws IOException {
        SocketChannel stream = open(LoadServer.SINK);
        daemon(() -> {
            ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);
            while (true) {
                sent.addAndGet(stream.write(chunk.clear()));
            }
        });
    }

    private void trips() throws IOException {
        SocketChannel trip = open(LoadServer.ECHO);
        ByteBuffer message = ByteBuffer.allocateDirect(LoadServer.MESSAGE_BYTES);
        trip.read(message.limit(1));
        long warm = System.nanoTime() + WARM_UP.toNanos();
        long end = warm + time.toNanos();
        long[] took = new long[1 << 22];
        int n = 0;
        for (long now = System.nanoTime(); now < end && n < took.length; ) {
            trip.write(message.clear());
            message.clear();
            while (message.hasRemaining() && trip.read(message) >= 0) {}
            long then = System.nanoTime();
            if (now > warm) {
                took[n++] = then - now;
            }
            now = then;
        }
        Arrays.sort(took, 0, n);
        say("p50 us", took[n / 2] / 1e3);
        say("p99 us", took[(int) (n * 0.99)] / 1e3);
    }

    private void shortOnes() throws Exception {
        AtomicLong done = new AtomicLong();
        for (int i = 0; i < SHORT_CLIENTS; i++) {
            daemon(() -> {
                ByteBuffer message = ByteBuffer.allocateDirect(LoadServer.MESSAGE_BYTES);
                while (true) {
                    once(message);
                    done.incrementAndGet();
                }
            });
        }
        pause(WARM_UP);
        long before = done.get();
        long start = System.nanoTime();
        pause(time);
        say("per s", (done.get() - before) / ((System.nanoTime() - start) / 1e9));
        say("connections", (double) done.get());
    }

    private void once(ByteBuffer message) throws IOException {
        try (SocketChannel channel = SocketChannel.open(relay)) {
            channel.write(message.clear().put(0, LoadServer.ONCE));
            message.clear();
            while (message.hasRemaining() && channel.read(message) >= 0) {}
            if (message.hasRemaining()) {
                throw new IOException("no answer");
            }
        }
    }

    /** Opens that many connections, hears from the server on each, and holds them. */
    private void idle() throws Exception {
        List<SocketChannel> all = new ArrayList<>();
        ByteBuffer one = ByteBuffer.allocate(1);
        for (int i = 0; i < IDLE; i++) {
            SocketChannel channel = open(LoadServer.IDLE);
            channel.read(one.clear());
            all.add(channel);
        }
        say("idle", all.size());
        System.in.read();
    }

    private void udp() throws Exception {
        AtomicLong echoed = new AtomicLong();
        AtomicLong lost = new AtomicLong();
        for (int i = 0; i < UDP_CLIENTS; i++) {
            daemon(() -> exchange(echoed, lost));
        }
        pause(WARM_UP);
        long before = echoed.get();
        long start = System.nanoTime();
        pause(time);
        say("per s", (echoed.get() - before) / ((System.nanoTime() - start) / 1e9));
        say("datagrams", (double) echoed.get());
        say("lost", (double) lost.get());
    }

    private Void exchange(AtomicLong echoed, AtomicLong lost) throws IOException {
        try (DatagramChannel channel = DatagramChannel.open().connect(relay);
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            ByteBuffer datagram = ByteBuffer.allocateDirect(UDP_BYTES);
            int inFlight = 0;
            while (true) {
                for (; inFlight < UDP_WINDOW; inFlight++) {
                    channel.write(datagram.clear());
                }
                if (selector.select(key -> {}, 200) == 0) {
                    lost.addAndGet(inFlight);
                    inFlight = 0;
                }
                while (inFlight > 0 && channel.receive(datagram.clear()) != null) {
                    inFlight--;
                    echoed.incrementAndGet();
                }
            }
        }
    }

    private SocketChannel open(byte wanted) throws IOException {
        SocketChannel channel = SocketChannel.open(relay);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.write(ByteBuffer.wrap(new byte[] {wanted}));
        return channel;
    }

    /** Runs it on a thread of its own; what it throws ends up on the error output. */
    static void daemon(Callable<?> work) {
        Thread.ofPlatform().daemon().start(() -> call(work));
    }

    /** Runs it on a thread of its own; what it throws ends up on the error output. */
    static void daemon(Action work) {
        daemon(() -> {
            work.run();
            return null;
        });
    }

    /** What may end with the connection. */
    interface Action {
        void run() throws IOException;
    }

    private static void call(Callable<?> work) {
        try {
            work.call();
        } catch (IOException connectionEnded) {
            System.err.println(connectionEnded);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    private static long min(long[] values) {
        return Arrays.stream(values).min().orElse(0);
    }

    private static long max(long[] values) {
        return Arrays.stream(values).max().orElse(1);
    }

    private static void say(String name, double value) {
        System.out.println(name + "\t" + value);
    }
}
