package app.naru.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.FreePorts;
import app.naru.forward.Cidr;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the relay makes of HTTP between a client and a server that both speak it right. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
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
    void saysInTheVisitorsLanguageThatTheServerIsDown() throws Exception {
        int nobody = FreePorts.one();
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
                                new RelaySnapshot(
                                        1,
                                        1,
                                        0,
                                        0,
                                        ForeignHosts.NONE,
                                        sent,
                                        received,
                                        Optional.empty())));
        Visit visit = relay.visits().getFirst();
        assertThat(visit.bytesIn()).isEqualTo(sent);
        assertThat(visit.bytesOut()).isEqualTo(received);
        assertThat(visit.target().orElseThrow().getPort()).isEqualTo(server.getLocalPort());
    }
}
