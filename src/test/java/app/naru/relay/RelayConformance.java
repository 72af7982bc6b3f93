package app.naru.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.naru.relay.bench.Vitals;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What any relay of TCP must do, told by real sockets alone. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class RelayConformance {

    /** Bytes each way; {@code -Drelay.test.bytes=1073741824} for the long run. */
    private static final long BYTES = Long.getLong("relay.test.bytes", 200L << 20);

    private static final int AT_ONCE = Integer.getInteger("relay.test.atOnce", 2_000);
    private static final int SHORT_ONES = Integer.getInteger("relay.test.short", 3_000);

    /** How long nobody reads; {@code -Drelay.test.stall=60} for the long run. */
    private static final Duration STALL =
            Duration.ofSeconds(Integer.getInteger("relay.test.stall", 1));

    /** What this process needs beside the relay's two for each connection. */
    private static final int SPARE_DESCRIPTORS = 150;

    private static final int SHORT_CLIENTS = 8;

    private static final int SLOW_BYTES = 10;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private ServerSocket server;

    /** Returns a server that the relay under test leads to. */
    abstract ServerSocket listenAsTarget() throws IOException;

    /** Returns where the relay under test listens, once it leads to that server. */
    abstract InetSocketAddress relayTo(ServerSocket target) throws IOException;

    private InetSocketAddress relay;

    @BeforeEach
    void open() throws IOException {
        server = toClose(listenAsTarget());
        relay = relayTo(server);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
        threads.shutdownNow();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void carriesEveryByteBothWaysWhateverThePieces() throws Exception {
        Socket client = connect();
        Socket target = accept();
        List<Future<?>> ways =
                List.of(
                        threads.submit(() -> send(client, 1)),
                        threads.submit(() -> send(target, 2)),
                        threads.submit(() -> check(target, 1)),
                        threads.submit(() -> check(client, 2)));
        for (Future<?> way : ways) {
            way.get();
        }
    }

    private static Void send(Socket to, int seed) throws IOException {
        new Pattern(seed).send(to.getOutputStream(), BYTES);
        return null;
    }

    private static Void check(Socket from, int seed) throws IOException {
        new Pattern(seed).check(from.getInputStream(), BYTES);
        return null;
    }

    @Test
    void passesOnTheClientsEndAndStillCarriesTheAnswer() throws Exception {
        Socket client = connect();
        Socket target = accept();
        say(client, "request");
        client.shutdownOutput();
        assertThat(target.getInputStream().readAllBytes()).asString().isEqualTo("request");
        say(target, "answer");
        target.close();
        assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("answer");
    }

    @Test
    void passesOnTheTargetsEndAndStillCarriesTheRequest() throws Exception {
        Socket client = connect();
        Socket target = accept();
        say(target, "greeting");
        target.shutdownOutput();
        assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("greeting");
        say(client, "request");
        client.close();
        assertThat(target.getInputStream().readAllBytes()).asString().isEqualTo("request");
    }

    @Test
    @Tag("strict")
    void passesOnTheClientsResetAsAReset() throws Exception {
        assumeTrue(Relays.resetsAreHeard(), "a reset is heard as such without a relay");
        Socket client = connect();
        Socket target = accept();
        roundTrip(client, target);
        reset(client);
        assertThatExceptionOfType(SocketException.class)
                .isThrownBy(() -> target.getInputStream().read());
    }

    @Test
    @Tag("strict")
    void passesOnTheTargetsResetAsAReset() throws Exception {
        assumeTrue(Relays.resetsAreHeard(), "a reset is heard as such without a relay");
        Socket client = connect();
        Socket target = accept();
        roundTrip(client, target);
        reset(target);
        assertThatExceptionOfType(SocketException.class)
                .isThrownBy(() -> client.getInputStream().read());
    }

    @Test
    void holdsTheSenderWhileTheReceiverIsSlowAndLosesNothing() throws Exception {
        Socket target;
        AtomicLong sent = new AtomicLong();
        long total = 96L << 20;
        Socket client = connect();
        target = accept();
        Future<?> sender =
                threads.submit(() -> {
                    OutputStream counted = new CountingOutput(client.getOutputStream(), sent);
                    new Pattern(3).send(counted, total);
                    client.shutdownOutput();
                    return null;
                });
        AtomicLong before = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(300))
                .until(() -> sent.get() > 0 && before.getAndSet(sent.get()) == sent.get());
        long taken = sent.get();
        await().during(STALL)
                .atMost(STALL.plusSeconds(30))
                .until(() -> sent.get() == taken && !sender.isDone());
        assertThat(taken).as("bytes that were taken with nobody reading").isLessThan(total);
        assertThat(sender).isNotDone();
        new Pattern(3).check(target.getInputStream(), total);
        assertThat(target.getInputStream().read()).isEqualTo(-1);
        sender.get();
    }

    @Test
    void passesOnEachByteOfASlowWriterAtOnce() throws Exception {
        Socket client = connect();
        Socket target = accept();
        for (Socket reader : List.of(client, target)) {
            reader.setSoTimeout(30_000);
        }
        for (int i = 0; i < SLOW_BYTES; i++) {
            await().pollDelay(STALL.dividedBy(SLOW_BYTES))
                    .until(() -> target.getInputStream().available() == 0);
            client.getOutputStream().write(i);
            assertThat(target.getInputStream().read()).isEqualTo(i);
            target.getOutputStream().write(i);
            assertThat(client.getInputStream().read()).isEqualTo(i);
        }
    }

    @Test
    void tellsTheClientThatTheTargetDiedMidwayAndServesTheNext() throws Exception {
        assumeTrue(Relays.resetsAreHeard(), "a reset is heard as such without a relay");
        Socket client = connect();
        Socket target = accept();
        Future<?> sender =
                threads.submit(() -> {
                    new Pattern(5).send(client.getOutputStream(), Long.MAX_VALUE);
                    return null;
                });
        new Pattern(5).check(target.getInputStream(), 1 << 20);
        // As a killed process ends: what it has not read is lost, and a reset says so.
        target.close();
        assertThat(sender)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(SocketException.class);
        roundTrip(connect(), accept());
    }

    @Test
    @Tag("strict")
    void endsTheConnectionCleanlyWhereNothingListens() throws Exception {
        server.close();
        Socket client = connect();
        say(client, "anyone there?");
        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void servesTheNextClientAfterTheTargetCameBack() throws Exception {
        server.close();
        assertThat(connect().getInputStream().read()).isEqualTo(-1);
        InetSocketAddress place = (InetSocketAddress) server.getLocalSocketAddress();
        server = toClose(new ServerSocket());
        server.setReuseAddress(true);
        server.bind(place);
        Socket client = connect();
        roundTrip(client, accept());
    }

    @Test
    void servesThousandsAtOnce() throws Exception {
        long limit = Vitals.descriptorLimit();
        int atOnce = (int) Math.min(AT_ONCE, (limit - SPARE_DESCRIPTORS) / 2);
        System.out.printf("%d connections at once, of %d descriptors%n", atOnce, limit);
        server.close();
        Crowd servers = toClose(Crowd.serve(server.getLocalPort(), atOnce));
        assertThat(servers.nextWord()).isEqualTo(Crowd.LISTENING);
        Crowd clients = toClose(Crowd.visit(relay.getPort(), atOnce));
        assertThat(clients.nextWord()).isEqualTo(Crowd.ANSWERED);
        assertThat(servers.nextWord()).isEqualTo(Crowd.ANSWERED);
    }

    @Test
    void leavesNothingBehindAfterManyShortConnections() throws Exception {
        for (int i = 0; i < SHORT_CLIENTS; i++) {
            threads.submit(this::answerAll);
        }
        // What is kept of those that came last is full then.
        exchange(Math.min(SHORT_ONES, 3_000));
        Vitals before = Vitals.now();
        exchange(SHORT_ONES);
        await().until(() -> !Vitals.now().holdsMoreThan(before));
    }

    private void exchange(int times) throws Exception {
        AtomicLong left = new AtomicLong(times);
        List<Future<?>> clients = new ArrayList<>();
        for (int i = 0; i < SHORT_CLIENTS; i++) {
            clients.add(
                    threads.submit(() -> {
                        while (left.getAndDecrement() > 0) {
                            exchangeOnce();
                        }
                        return null;
                    }));
        }
        for (Future<?> client : clients) {
            client.get();
        }
    }

    private void exchangeOnce() throws IOException {
        try (Socket client = new Socket(relay.getAddress(), relay.getPort())) {
            say(client, "hello");
            assertThat(client.getInputStream().readNBytes(5)).asString().isEqualTo("hello");
        }
    }

    private Void answerAll() throws IOException {
        while (true) {
            try (Socket target = server.accept()) {
                target.getOutputStream().write(target.getInputStream().readNBytes(5));
                assertThat(target.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    final <T extends AutoCloseable> T toClose(T closeable) {
        synchronized (opened) {
            opened.add(closeable);
        }
        return closeable;
    }

    private Socket connect() throws IOException {
        return toClose(new Socket(relay.getAddress(), relay.getPort()));
    }

    private Socket accept() throws IOException {
        return toClose(server.accept());
    }

    private static void roundTrip(Socket client, Socket target) throws IOException {
        say(client, "ping");
        assertThat(target.getInputStream().readNBytes(4)).asString().isEqualTo("ping");
        say(target, "pong");
        assertThat(client.getInputStream().readNBytes(4)).asString().isEqualTo("pong");
    }

    private static void say(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static void reset(Socket socket) throws IOException {
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
        socket.close();
    }
}
