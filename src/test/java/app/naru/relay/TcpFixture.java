package app.naru.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.FreePorts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server on loopback, relays to it, and clients of those; all closed after the test. */
abstract class TcpFixture {

    final List<AutoCloseable> opened = new ArrayList<>();
    final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    ServerSocket server;

    @BeforeEach
    void startServer() throws IOException {
        server = newServer();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
        threads.shutdownNow();
    }

    Relay open(Endpoint... targets) throws IOException {
        return toClose(Relay.open(Relays.spec(FreePorts.one(), targets)));
    }

    /** Nobody takes its port after it has been closed. */
    ServerSocket newServer() throws IOException {
        return toClose(new ServerSocket(FreePorts.one(), 500, Relays.LOOPBACK));
    }

    Socket connect(Relay relay) throws IOException {
        InetSocketAddress address = Relays.address(relay);
        return toClose(new Socket(address.getAddress(), address.getPort()));
    }

    Socket accept() throws IOException {
        return toClose(server.accept());
    }

    static void assertEnded(Socket client) throws IOException {
        try {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    static void roundTrip(Socket client, Socket target) throws IOException {
        say(client, "ping");
        assertThat(target.getInputStream().readNBytes(4)).asString().isEqualTo("ping");
        say(target, "pong");
        assertThat(client.getInputStream().readNBytes(4)).asString().isEqualTo("pong");
    }

    static void say(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(US_ASCII));
    }

    <T extends AutoCloseable> T toClose(T closeable) {
        opened.add(closeable);
        return closeable;
    }
}
