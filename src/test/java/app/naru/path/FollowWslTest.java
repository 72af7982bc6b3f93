package app.naru.path;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.FreePorts;
import app.naru.forward.Address;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Listen;
import app.naru.router.Found;
import app.naru.settings.RelayLimits;
import app.naru.survey.Fact;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.wsl.Distro;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import app.naru.wsl.WslOutput;
import app.naru.wsl.WslProgram;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real relay to a WSL whose address changes: 127.0.0.2 and 127.0.0.3 play the two, and what tells
 * the address plays the registry.
 */
final class FollowWslTest {

    private static final Duration WITHIN = Duration.ofSeconds(5);

    @TempDir private Path folder;
    private final AtomicReference<Wsl> registry = new AtomicReference<>(wsl("127.0.0.2"));
    private final List<String> held = new ArrayList<>();
    private final CountDownLatch surveyHangs = new CountDownLatch(1);
    private Forwards forwards;
    private PcWatch watch;

    @BeforeEach
    void start() throws IOException {
        forwards =
                new Forwards(
                        Journal.open(folder, "test", Clock.systemUTC()),
                        Optional.empty(),
                        List::of,
                        progress -> new Found(List.of()),
                        Optional.of(new Holding()),
                        () -> RelayLimits.DEFAULT,
                        situation(),
                        Clock.systemUTC());
        watch =
                new PcWatch(
                        () -> new Network(List.of(), List.of()),
                        Optional.of(registry::get),
                        forwards,
                        this::surveyThatHangs);
    }

    @AfterEach
    void stop() throws IOException {
        surveyHangs.countDown();
        watch.close();
        forwards.close();
    }

    @Test
    void anotherAddressIsFollowedWithinFiveSeconds() throws Exception {
        try (ServerSocket before = server("127.0.0.2", FreePorts.one(), "before")) {
            int port = before.getLocalPort();
            Forward forward = forward(port);
            assertThat(forwards.open(forward, step -> {})).isInstanceOf(Opening.Opened.class);
            assertThat(said(forward)).isEqualTo("before");
            try (Socket established = connect(forward)) {
                assertThat(read(established)).isEqualTo("before");
                try (ServerSocket after = server("127.0.0.3", port, "after")) {
                    before.close();
                    registry.set(wsl("127.0.0.3"));
                    Awaitility.await()
                            .pollInterval(Duration.ofMillis(50))
                            .atMost(WITHIN)
                            .until(() -> said(forward).equals("after"));
                    // to whom nobody is left to speak is told so, and not left to wait
                    assertThat(endOf(established)).isTrue();
                    assertThat(after.isBound()).isTrue();
                }
            }
        }
    }

    @Test
    void aDistributionIsHeldWhileAForwardIsOpen() throws Exception {
        try (ServerSocket server = server("127.0.0.2", FreePorts.one(), "here")) {
            Forward one = forward(server.getLocalPort()).startingWsl(true);
            Forward two = renamed(forward(server.getLocalPort()).startingWsl(true));
            forwards.open(one, step -> {});
            forwards.open(two, step -> {});
            assertThat(held).containsExactly("Ubuntu");
            assertThat(forwards.close(one.id(), step -> {})).isEmpty();
            assertThat(held).containsExactly("Ubuntu");
            assertThat(forwards.close(two.id(), step -> {})).isEmpty();
            assertThat(held).isEmpty();
        }
    }

    @Test
    void aDistributionThatDoesNotStartOpensNothing() {
        registry.set(broken());
        forwards.situation(forwards.situation().withWsl(new Fact.Known<>(broken())));
        Forward forward = forward(8000).startingWsl(true);
        assertThat(forwards.open(forward, step -> {}))
                .isInstanceOfSatisfying(
                        Opening.NotOpened.class,
                        not -> assertThat(not.why().key()).isEqualTo("path.wsl.notStarted"));
        assertThat(forwards.leftOver()).isEmpty();
    }

    private void surveyThatHangs() {
        try {
            surveyHangs.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Wsl broken() {
        return new Wsl(
                Optional.of("2.6.3.0"),
                List.of(new Distro("{1}", "Broken", 2, true)),
                false,
                NetworkingMode.NAT,
                Optional.empty());
    }

    private static Wsl wsl(String address) {
        return new Wsl(
                Optional.of("2.6.3.0"),
                List.of(new Distro("{1}", "Ubuntu", 2, true)),
                true,
                NetworkingMode.NAT,
                Optional.of(Address.parse(address)));
    }

    private Situation situation() {
        return Situations.linux().withWsl(new Fact.Known<>(registry.get()));
    }

    /**
     * Reached at an address where nothing of WSL's listens: this PC's localhost has no such port.
     */
    private static Forward forward(int port) {
        return Situations.forward(String.valueOf(port), "wsl:" + port, "lan", "127.0.0.9");
    }

    private static Forward renamed(Forward forward) {
        return new Forward(
                        "0badf00d",
                        new ForwardName("Other"),
                        forward.protocol(),
                        forward.ports(),
                        Listen.parse("127.0.0.8"),
                        forward.target(),
                        forward.audience(),
                        forward.lifetime(),
                        forward.profiles(),
                        forward.description())
                .startingWsl(forward.startWsl());
    }

    /** Says its words to everyone and keeps the connection. */
    private static ServerSocket server(String address, int port, String words) throws IOException {
        ServerSocket server = new ServerSocket(port, 50, InetAddress.getByName(address));
        Thread.ofVirtual()
                .start(() -> {
                    List<Socket> kept = new ArrayList<>();
                    try {
                        while (true) {
                            Socket each = server.accept();
                            each.getOutputStream()
                                    .write((words + "\n").getBytes(StandardCharsets.US_ASCII));
                            kept.add(each);
                        }
                    } catch (IOException closed) {
                        // the connections stay, as those to a machine that is gone do
                    }
                });
        return server;
    }

    private static Socket connect(Forward forward) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.9", forward.ports().first().number()), 2_000);
        socket.setSoTimeout(2_000);
        return socket;
    }

    private static String said(Forward forward) {
        try (Socket socket = connect(forward)) {
            return read(socket);
        } catch (IOException e) {
            return "";
        }
    }

    private static String read(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int each = in.read(); each > '\n'; each = in.read()) {
            line.append((char) each);
        }
        return line.toString();
    }

    private static boolean endOf(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private final class Holding implements WslProgram {

        @Override
        public boolean installed() {
            return true;
        }

        @Override
        public WslOutput run(List<String> arguments, Duration limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Held hold(String distro, Duration limit) throws IOException {
            if (distro.equals("Broken")) {
                throw new IOException("wsl.exe: Wsl/Service/CreateVm/E_FAIL");
            }
            held.add(distro);
            return new Held() {
                @Override
                public boolean alive() {
                    return held.contains(distro);
                }

                @Override
                public void close() {
                    held.remove(distro);
                }
            };
        }
    }
}
