package app.naru.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.forward.Cidr;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the relay makes of HTTP between a client and a server that both speak it right. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HttpRelayTest extends HttpFixture {

    @Test
    void putsARequestAsIfItCameFromTheServersOwnPc() throws Exception {
        Relay relay = http();
        Socket client = connect(relay);
        send(
                client,
                "POST /a?b=c HTTP/1.1\r\nHost: pc.example:81\r\nX-Case: as Sent\r\n"
                        + "Origin: http://pc.example:81\r\nReferer: http://pc.example:81/form\r\n"
                        + "X-Forwarded-For: 6.6.6.6\r\nx_forwarded_host: evil\r\nForwarded: for=6\r\n"
                        + "Cookie: a=B; b=C\r\nContent-Type: TEXT/html;charset=utf-8\r\n"
                        + "Connection: keep-alive, X-Hop\r\nX-Hop: 1\r\nUpgrade: h2c\r\n"
                        + "Content-Length: 5\r\n\r\nhello");
        Socket target = accept();
        String host = "localhost:" + server.getLocalPort();
        assertThat(head(target).split("\r\n"))
                .containsExactly(
                        "POST /a?b=c HTTP/1.1",
                        "Host: " + host,
                        "X-Case: as Sent",
                        "Origin: http://" + host,
                        "Referer: http://" + host + "/form",
                        "Cookie: a=B; b=C",
                        "Content-Type: TEXT/html;charset=utf-8",
                        "Content-Length: 5",
                        "X-Forwarded-For: 127.0.0.1",
                        "X-Forwarded-Host: pc.example:81",
                        "X-Forwarded-Proto: http");
        assertReads(target, "hello");
    }

    @Test
    void leavesAnotherSitesOriginAsItIs() throws Exception {
        Socket client = connect(http());
        send(
                client,
                "POST / HTTP/1.1\r\nHost: pc.example\r\nOrigin: http://evil.example\r\n"
                        + "Referer: http://evil.example/pc.example\r\nContent-Length: 0\r\n\r\n");
        assertThat(head(accept()))
                .contains("Origin: http://evil.example\r\n")
                .contains("Referer: http://evil.example/pc.example\r\n");
    }

    @Test
    void putsAnAnswerAsIfTheServerHadTheVisitorsName() throws Exception {
        Socket client = connect(http());
        send(client, "GET / HTTP/1.1\r\nHost: my.pc.example:81\r\n\r\n".replace("my.", ""));
        Socket target = accept();
        head(target);
        String place = "localhost:" + server.getLocalPort();
        send(
                target,
                "HTTP/1.1 302 Found\r\nLocation: http://"
                        + place
                        + "/next?u=http://localhost/\r\nSet-Cookie: a=1; Domain=localhost; Path=/\r\n"
                        + "Set-Cookie: b=2; domain=elsewhere.example\r\n"
                        + "Access-Control-Allow-Origin: http://"
                        + place
                        + "\r\nX-Korean: \u00ea\u00b0\u0080\r\nKeep-Alive: timeout=5\r\n"
                        + "Content-Length: 0\r\n\r\n");
        assertThat(head(client).split("\r\n"))
                .containsExactly(
                        "HTTP/1.1 302 Found",
                        "Location: http://pc.example:81/next?u=http://localhost/",
                        "Set-Cookie: a=1; Domain=pc.example; Path=/",
                        "Set-Cookie: b=2; domain=elsewhere.example",
                        "Access-Control-Allow-Origin: http://pc.example:81",
                        "X-Korean: \u00ea\u00b0\u0080",
                        "Content-Length: 0");
    }

    @Test
    void keepsBothConnectionsForFurtherRequests() throws Exception {
        Socket client = connect(http());
        send(client, get("/1"));
        Socket target = accept();
        for (int i = 1; i <= 3; i++) {
            assertThat(head(target)).startsWith("GET /" + i + " ");
            send(target, ok("answer " + i));
            head(client);
            assertReads(client, "answer " + i);
            send(client, get("/" + (i + 1)));
        }
    }

    @Test
    void answersPipelinedRequestsInOrder() throws Exception {
        Socket client = connect(http());
        send(
                client,
                "POST /1 HTTP/1.1\r\nHost: pc.example\r\nContent-Length: 3\r\n\r\nabc"
                        + get("/2")
                        + get("/3"));
        Socket target = accept();
        for (int i = 1; i <= 3; i++) {
            assertThat(head(target)).contains(" /" + i + " ");
            if (i == 1) {
                assertReads(target, "abc");
            }
            assertThat(target.getInputStream().available()).as("one at a time").isZero();
            send(target, ok("answer " + i));
            head(client);
            assertReads(client, "answer " + i);
        }
    }

    @Test
    void seeksTheServerAgainWhereItHasEndedItsConnection() throws Exception {
        Socket client = connect(http());
        send(client, get("/1"));
        Socket target = accept();
        head(target);
        send(target, "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n\r\n1");
        target.close();
        assertThat(head(client)).doesNotContain("Connection");
        assertReads(client, "1");
        send(client, get("/2"));
        assertThat(head(accept())).startsWith("GET /2 ");
    }

    @Test
    void repeatsARequestThatMetAConnectionAboutToEnd() throws Exception {
        Socket client = connect(http());
        send(client, get("/1"));
        Socket target = accept();
        head(target);
        send(target, ok("1"));
        head(client);
        assertReads(client, "1");
        send(client, get("/2"));
        head(target);
        target.close();
        Socket again = accept();
        assertThat(head(again)).startsWith("GET /2 ");
        send(again, ok("2"));
        assertThat(head(client)).startsWith("HTTP/1.1 200");
    }

    @Test
    void followsAChangedTargetWithTheNextRequest() throws Exception {
        Relay relay = http();
        Socket client = connect(relay);
        send(client, get("/1"));
        Socket target = accept();
        head(target);
        ServerSocket other = newServer();
        relay.targets(List.of(Relays.endpoint(other)));
        send(target, ok("1"));
        head(client);
        assertReads(client, "1");
        send(client, get("/2"));
        assertThat(head(toClose(other.accept()))).startsWith("GET /2 ");
    }

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
    void answersAClientThatHasEndedItsSide() throws Exception {
        Socket client = connect(http());
        send(client, get("/"));
        client.shutdownOutput();
        Socket target = accept();
        head(target);
        assertThat(target.getInputStream().read()).isEqualTo(-1);
        send(target, ok("late"));
        head(client);
        assertThat(all(client)).isEqualTo("late");
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

    @Test
    void saysInTheVisitorsLanguageThatTheServerIsDown() throws Exception {
        int nobody = Relays.freePort();
        Relay relay = http(nobody, Relays.endpoint(nobody));
        Socket korean = connect(relay);
        send(
                korean,
                "GET / HTTP/1.1\r\nHost: pc.example\r\nAccept-Language: ko-KR,ko;q=0.9\r\n\r\n");
        assertThat(new String(all(korean).getBytes(ISO_8859_1), UTF_8))
                .startsWith("HTTP/1.1 502 Bad Gateway\r\n")
                .contains("<html lang=\"ko\">", "서버가 응답하지 않습니다", nobody + "번 포트");
        Socket english = connect(relay);
        send(english, get("/"));
        assertThat(all(english)).contains("The server does not answer.", "port " + nobody);
        await().untilAsserted(
                        () -> assertThat(relay.failures()).containsEntry(Failure.REFUSED, 2L));
        Socket head = connect(relay);
        send(head, get("/").replaceFirst("GET", "HEAD"));
        assertThat(all(head)).endsWith("\r\n\r\n");
    }

    @Test
    void saysThatTheServerSpeaksNoHttp() throws Exception {
        Socket client = connect(http());
        send(client, get("/"));
        Socket target = accept();
        head(target);
        send(target, "SSH-2.0-OpenSSH_9\r\n");
        assertThat(all(client)).startsWith("HTTP/1.1 502 ");
    }

    @Test
    void keepsToTheAccessListAndEndsWhoMayNoLongerCome() throws Exception {
        Relay relay = http();
        Socket client = connect(relay);
        send(client, get("/"));
        head(accept());
        relay.access(new Access(List.of(Cidr.parse("192.0.2.0/24")), List.of()));
        assertEnded(client);
        assertEnded(connect(relay));
        assertThat(relay.snapshot().refused()).isEqualTo(1);
    }

    @Test
    void endsIdleConnectionsAtOnceAndLetsAnswersFinishWhenItCloses() throws Exception {
        Relay relay = http();
        Socket idle = connect(relay);
        send(idle, get("/1"));
        Socket first = accept();
        head(first);
        send(first, ok("1"));
        head(idle);
        assertReads(idle, "1");
        Socket busy = connect(relay);
        send(busy, get("/2"));
        Socket second = accept();
        head(second);
        Thread closing = Thread.ofPlatform().start(() -> relay.close(Duration.ofSeconds(30)));
        assertThat(idle.getInputStream().read()).isEqualTo(-1);
        idle.close();
        awaitTurnOfEveryLoop(closing);
        send(second, ok("2"));
        assertThat(head(busy)).contains("Connection: close\r\n");
        assertReads(busy, "2");
        assertThat(busy.getInputStream().read()).isEqualTo(-1);
        busy.close();
        assertThat(closing.join(Duration.ofSeconds(30))).isTrue();
    }

    /** The two connections are on two loops: both have heard of the closing, once it only waits. */
    private static void awaitTurnOfEveryLoop(Thread closing) {
        await().until(() -> closing.getState() == Thread.State.WAITING);
        Loops.shared().all().forEach(loop -> loop.perform(() -> {}));
    }

    @Test
    void answersTheOneRequestThatIsWaitedForItself() throws Exception {
        Relay relay = http();
        String request = "GET /check-1 HTTP/1.1\r\nHost: 203.0.113.7\r\n\r\n";
        relay.recognise(
                Optional.of(
                        new Recogniser() {
                            @Override
                            public byte[] opening() {
                                return "GET /check-1 HTTP/1.".getBytes(ISO_8859_1);
                            }

                            @Override
                            public byte[] answer(InetSocketAddress visitor, String head) {
                                return head.getBytes(ISO_8859_1);
                            }
                        }));
        Socket phone = connect(relay);
        send(phone, request);
        assertThat(all(phone)).isEqualTo(request);
        Socket other = connect(relay);
        send(other, get("/check-2"));
        assertThat(head(accept())).startsWith("GET /check-2 ");
    }

    @Test
    void countsWhatItCarries() throws Exception {
        Relay relay = http();
        Socket client = connect(relay);
        send(client, get("/"));
        Socket target = accept();
        int sent = head(target).length();
        send(target, ok("hello"));
        int received = head(client).length() + read(client, 5).length();
        await().untilAsserted(() ->
                assertThat(relay.snapshot())
                        .isEqualTo(
                                new RelaySnapshot(1, 1, 0, 0, ForeignHosts.NONE, sent, received, Optional.empty())));
        Visit visit = relay.visits().getFirst();
        assertThat(visit.bytesIn()).isEqualTo(sent);
        assertThat(visit.bytesOut()).isEqualTo(received);
        assertThat(visit.target().orElseThrow().getPort()).isEqualTo(server.getLocalPort());
    }
}
