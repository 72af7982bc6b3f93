package app.naru.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.naru.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of connections when {@code naru relay} is asked to end. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RelayCommandTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @TempDir private Path folder;

    @Test
    void aConnectionThatIsUnderWayMayEndAndThatIsSaid() throws Exception {
        Terminal terminal = new Terminal(folder);
        try (ServerSocket server = new ServerSocket(0, 5, LOOPBACK)) {
            int port = FreePorts.one();
            CompletableFuture<Integer> command = start(terminal, port, server.getLocalPort());
            try (Socket client = connect(port);
                    Socket target = server.accept()) {
                terminal.stop.request();
                await().until(() -> terminal.out().contains("Connections under way: 1."));
                client.getOutputStream().write("last words".getBytes(US_ASCII));
                client.shutdownOutput();
                assertThat(target.getInputStream().readAllBytes())
                        .asString()
                        .isEqualTo("last words");
            }
            assertThat(command.get()).isZero();
        }
        assertThat(terminal.out()).contains("The relay has ended. Connections: 1");
    }

    @Test
    void aConnectionThatDoesNotEndIsReset() throws Exception {
        Terminal terminal = new Terminal(folder);
        try (ServerSocket server = new ServerSocket(0, 5, LOOPBACK)) {
            int port = FreePorts.one();
            CompletableFuture<Integer> command = start(terminal, port, server.getLocalPort());
            try (Socket client = connect(port);
                    Socket target = server.accept()) {
                terminal.stop.request();
                assertThat(command.get()).isZero();
                assertThatExceptionOfType(SocketException.class)
                        .isThrownBy(() -> client.getInputStream().read());
                assertThat(target.isConnected()).isTrue();
            }
        }
    }

    private static CompletableFuture<Integer> start(Terminal terminal, int port, int target) {
        return CompletableFuture.supplyAsync(() ->
                terminal.run(
                        "relay", "--listen", "127.0.0.1:" + port, "--to", "127.0.0.1:" + target));
    }

    private static Socket connect(int port) throws IOException {
        return await().ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> new Socket(LOOPBACK, port), Socket::isConnected);
    }
}
