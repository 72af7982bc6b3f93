package app.naru.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the relay makes of bodies, and of what comes instead of them. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HttpBodyTest extends HttpFixture {

    @Test
    void passesOnAnAnswerPieceByPieceAsItComes() throws Exception {
        Socket client = connect(http());
        send(client, get("/events"));
        Socket target = accept();
        head(target);
        send(target, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertThat(head(client)).contains("Transfer-Encoding: chunked\r\n");
        for (int i = 0; i < 3; i++) {
            send(target, "9;ext=1\r\ndata: " + i + "\n\n\r\n");
            assertReads(client, "9\r\ndata: " + i + "\n\n\r\n");
        }
        send(target, "1\r\na\r\n2\r\nbc\r\n0\r\nTrailer: no\r\n\r\n");
        assertReads(client, "3\r\nabc\r\n0\r\n\r\n");
    }

    @Test
    void passesOnAnUploadInChunks() throws Exception {
        Socket client = connect(http());
        send(
                client,
                "PUT / HTTP/1.1\r\nHost: pc.example\r\nTransfer-Encoding: Chunked\r\n\r\n"
                        + "5\r\nhello\r\n");
        Socket target = accept();
        assertThat(head(target)).contains("Transfer-Encoding: chunked\r\n");
        assertReads(target, "5\r\nhello\r\n");
        send(client, "0\r\n\r\n");
        assertReads(target, "0\r\n\r\n");
        send(target, ok(""));
        assertThat(head(client)).startsWith("HTTP/1.1 200");
    }

    @Test
    void passesOnTheServersWordToGoOn() throws Exception {
        Socket client = connect(http());
        send(
                client,
                "PUT / HTTP/1.1\r\nHost: pc.example\r\nExpect: 100-continue\r\n"
                        + "Content-Length: 4\r\n\r\n");
        Socket target = accept();
        assertThat(head(target)).contains("Expect: 100-continue");
        send(target, "HTTP/1.1 100 Continue\r\n\r\n");
        assertThat(head(client)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
        send(client, "body");
        assertReads(target, "body");
        send(target, ok("done"));
        assertThat(head(client)).startsWith("HTTP/1.1 200");
    }

    @Test
    void passesOnARefusalThatComesBeforeTheUploadIsOver() throws Exception {
        Socket client = connect(http());
        send(client, "PUT / HTTP/1.1\r\nHost: pc.example\r\nContent-Length: 1000000\r\n\r\nab");
        Socket target = accept();
        head(target);
        send(target, "HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno");
        target.close();
        assertThat(head(client)).startsWith("HTTP/1.1 413");
        assertReads(client, "no");
        assertEnded(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD|200 OK|Content-Length: 10",
                "HEAD|200 OK|Transfer-Encoding: chunked",
                "GET|204 No Content|X-A: b",
                "GET|304 Not Modified|Content-Length: 10",
                "GET|103 Early Hints|Link: </a>"
            })
    void knowsAnswersWithoutABody(String text) throws Exception {
        String[] parts = text.split("\\|");
        Socket client = connect(http());
        send(client, get("/").replaceFirst("GET", parts[0]));
        Socket target = accept();
        head(target);
        send(target, "HTTP/1.1 " + parts[1] + "\r\n" + parts[2] + "\r\n\r\n");
        assertThat(head(client)).startsWith("HTTP/1.1 " + parts[1] + "\r\n");
        if (parts[1].startsWith("1")) {
            send(target, ok("x"));
            assertThat(head(client)).startsWith("HTTP/1.1 200");
            assertReads(client, "x");
        }
        send(client, get("/next"));
        assertThat(head(target)).startsWith("GET /next ");
    }

    @Test
    void endsWithAnAnswerThatEndsWithItsConnection() throws Exception {
        Socket client = connect(http());
        send(client, get("/"));
        Socket target = accept();
        head(target);
        send(target, "HTTP/1.0 200 OK\n\nhello");
        target.close();
        assertThat(head(client)).isEqualTo("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        assertThat(all(client)).isEqualTo("hello");
    }

    @Test
    void breaksOffWhereTheServerBreaksOff() throws Exception {
        Relay relay = http();
        Socket client = connect(relay);
        send(client, get("/"));
        Socket target = accept();
        head(target);
        send(target, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
        head(client);
        assertReads(client, "half");
        target.close();
        assertEnded(client);
        await().until(() -> relay.recent().size() == 1);
        assertThat(relay.recent().getFirst().end().orElseThrow().reason())
                .isEqualTo(Visit.Reason.BROKEN_BY_TARGET);
    }

    @Test
    void speaksHttp10ToAnOldClient() throws Exception {
        Socket client = connect(http());
        send(client, "GET / HTTP/1.0\r\nHost: pc.example\r\n\r\n");
        Socket target = accept();
        assertThat(head(target)).startsWith("GET / HTTP/1.0\r\n");
        send(target, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
        assertThat(head(client)).doesNotContain("chunked").contains("Connection: close");
        assertThat(all(client)).isEqualTo("abc");
    }

    @Test
    void becomesATunnelForAWebSocket() throws Exception {
        Relay relay = http();
        Socket client = connect(relay);
        send(
                client,
                "GET /ws HTTP/1.1\r\nHost: pc.example\r\nConnection: keep-alive, Upgrade\r\n"
                        + "Upgrade: websocket\r\nOrigin: http://pc.example\r\n"
                        + "Sec-WebSocket-Key: dGhl\r\n\r\n");
        Socket target = accept();
        assertThat(head(target))
                .contains("Origin: http://localhost:" + server.getLocalPort() + "\r\n")
                .contains("Sec-WebSocket-Key: dGhl\r\n")
                .endsWith("Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
        send(
                target,
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade\r\n\r\n\u0081\u0000");
        assertThat(head(client))
                .startsWith("HTTP/1.1 101")
                .contains("Connection: Upgrade\r\nUpgrade: websocket\r\n");
        assertReads(client, "\u0081\u0000");
        send(client, "\r\nnot HTTP\u0000");
        assertReads(target, "\r\nnot HTTP\u0000");
        send(target, "nor this");
        assertReads(client, "nor this");
        assertThat(relay.visits().getFirst().bytesOut()).isGreaterThan(10);
        client.close();
        assertEnded(target);
    }

    @Test
    void staysWithHttpWhereTheServerWantsNoWebSocket() throws Exception {
        Socket client = connect(http());
        send(
                client,
                "GET /ws HTTP/1.1\r\nHost: pc.example\r\nConnection: Upgrade\r\n"
                        + "Upgrade: websocket\r\n\r\n");
        Socket target = accept();
        head(target);
        send(target, ok("no"));
        head(client);
        assertReads(client, "no");
        send(client, get("/2"));
        assertThat(head(target)).startsWith("GET /2 ");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesLargeBodiesAsTheyAre(boolean chunked) throws Exception {
        byte[] body = new byte[5_000_000];
        new Random(4).nextBytes(body);
        Socket client = connect(http());
        String request =
                "POST /echo HTTP/1.1\r\nHost: pc.example\r\nContent-Length: " + body.length;
        Future<?> sending =
                threads.submit(() -> {
                    send(client, request + "\r\n\r\n");
                    client.getOutputStream().write(body);
                    return true;
                });
        Socket target = accept();
        head(target);
        byte[] arrived = target.getInputStream().readNBytes(body.length);
        assertThat(arrived).isEqualTo(body);
        sending.get();
        Future<?> answering =
                threads.submit(() -> {
                    send(target, chunked ? chunkedHead() : ok("").replace(": 0", ": 5000000"));
                    for (int i = 0; i < body.length; i += 100_000) {
                        send(target, chunked ? "186a0\r\n" : "");
                        target.getOutputStream().write(body, i, 100_000);
                        send(target, chunked ? "\r\n" : "");
                    }
                    send(target, chunked ? "0\r\n\r\n" : "");
                    return true;
                });
        head(client);
        assertThat(chunked ? unchunked(client) : client.getInputStream().readNBytes(body.length))
                .isEqualTo(body);
        answering.get();
    }

    private static String chunkedHead() {
        return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    private static byte[] unchunked(Socket from) throws Exception {
        var whole = new java.io.ByteArrayOutputStream();
        while (true) {
            StringBuilder size = new StringBuilder();
            while (!size.toString().endsWith("\r\n")) {
                size.append((char) from.getInputStream().read());
            }
            int bytes = Integer.parseInt(size.toString().strip(), 16);
            whole.writeBytes(from.getInputStream().readNBytes(bytes));
            assertReads(from, "\r\n");
            if (bytes == 0) {
                return whole.toByteArray();
            }
        }
    }

    @Test
    void holdsTheServerBackWhereTheClientReadsSlowly() throws Exception {
        Relay relay = http();
        Socket client = connect(relay);
        send(client, get("/"));
        Socket target = accept();
        head(target);
        CompletableFuture<Void> written =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                send(target, ok("").replace(": 0", ": 50000000"));
                                target.getOutputStream().write(new byte[50_000_000]);
                            } catch (java.io.IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        },
                        threads);
        await().during(Duration.ofMillis(300)).until(() -> !written.isDone());
        head(client);
        assertThat(client.getInputStream().readNBytes(50_000_000)).hasSize(50_000_000);
        written.join();
    }
}
