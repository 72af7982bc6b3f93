package app.naru.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.FreePorts;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is set on the relay's own sockets, as the system tells it and as it is felt. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@EnabledOnOs(
        value = OS.LINUX,
        disabledReason = "ss is asked, and its acknowledgements' delay known")
final class TcpSocketsTest extends TcpFixture {

    /** Linux delays an acknowledgement for 40 ms, where it hopes for an answer to go with. */
    private static final Duration HALF_OF_DELAY = Duration.ofMillis(20);

    private static final int ROUNDS = 25;

    /** So the connections are looked at every two seconds. */
    private static final Duration IDLE_LIMIT = Duration.ofSeconds(8);

    @Test
    void noticesPeersThatVanishedOnBothSides() throws Exception {
        Relay with = open(new RelayOptions.Tcp(IDLE_LIMIT, true, true, ProxyProtocol.NONE));
        Relay without = open(new RelayOptions.Tcp(IDLE_LIMIT, false, true, ProxyProtocol.NONE));
        Socket client = connect(with);
        Socket target = accept();
        Socket otherClient = connect(without);
        Socket otherTarget = accept();
        await().until(() -> isKeptAlive(client) && isKeptAlive(target));
        assertThat(isKeptAlive(otherClient) || isKeptAlive(otherTarget)).isFalse();
    }

    /** Whether the relay's socket at the other end of this one sends keep-alives. */
    private static boolean isKeptAlive(Socket socket) throws IOException {
        Process ss =
                new ProcessBuilder(
                                "ss",
                                "-tnoH",
                                "sport = :" + socket.getPort(),
                                "and",
                                "dport = :" + socket.getLocalPort())
                        .redirectErrorStream(true)
                        .start();
        String line = new String(ss.getInputStream().readAllBytes(), UTF_8);
        assertThat(line).contains("ESTAB");
        return line.contains("timer:(keepalive");
    }

    @Test
    void letsNoSmallPieceWaitForTheAcknowledgementOfTheOneBefore() throws Exception {
        Relay prompt = open(new RelayOptions.Tcp(Duration.ZERO, true, true, ProxyProtocol.NONE));
        Relay patient = open(new RelayOptions.Tcp(Duration.ZERO, true, false, ProxyProtocol.NONE));
        assertThat(medianOfSecondPieces(prompt)).isLessThan(HALF_OF_DELAY);
        assertThat(medianOfSecondPieces(patient)).isGreaterThan(HALF_OF_DELAY);
    }

    /** Returns how long the second of two pieces takes, that the target answers together. */
    private Duration medianOfSecondPieces(Relay relay) throws IOException {
        Socket client = connect(relay);
        client.setTcpNoDelay(true);
        Socket target = accept();
        long[] took = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            client.getOutputStream().write(1);
            target.getInputStream().read();
            long start = System.nanoTime();
            client.getOutputStream().write(2);
            target.getInputStream().read();
            took[i] = System.nanoTime() - start;
            target.getOutputStream().write(3);
            client.getInputStream().read();
        }
        Arrays.sort(took);
        return Duration.ofNanos(took[ROUNDS / 2]);
    }

    private Relay open(RelayOptions.Tcp tcp) throws IOException {
        return toClose(
                Relay.open(
                        Relays.spec(FreePorts.one(), Relays.endpoint(server)),
                        RelayOptions.DEFAULT.withTcp(tcp)));
    }
}
