package app.naru.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two readers could take in two ways, or that are not meant for this PC. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HttpRefusalTest extends HttpFixture {

    /** In these, {@code |} is the end of a line and {@code H} a Host field. */
    private static String request(String text) {
        return text.replace("|H|", "|Host: pc.example|").replace("|", "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1|H|Content-Length: 5|Content-Length: 6||hello!",
                "POST / HTTP/1.1|H|Content-Length: 5|Content-Length: 5||hello",
                "POST / HTTP/1.1|H|Content-Length: 5, 5||hello",
                "POST / HTTP/1.1|H|Content-Length: +5||hello",
                "POST / HTTP/1.1|H|Content-Length: -5||hello",
                "POST / HTTP/1.1|H|Content-Length: 0x5||hello",
                "POST / HTTP/1.1|H|Content-Length: 5 5||hello",
                "POST / HTTP/1.1|H|Content-Length: ||hello",
                "POST / HTTP/1.1|H|Content-Length: 99999999999999999999||hello",
                "POST / HTTP/1.1|H|Content-Length: 5|Transfer-Encoding: chunked||0||",
                "POST / HTTP/1.1|H|Transfer-Encoding: chunked|Content-Length: 5||0||",
                "POST / HTTP/1.1|H|Transfer-Encoding: chunked|Transfer-Encoding: chunked||0||",
                "POST / HTTP/1.1|H|Transfer-Encoding: xchunked||0||",
                "POST / HTTP/1.1|H|Transfer-Encoding: gzip, chunked||0||",
                "POST / HTTP/1.1|H|Transfer-Encoding: chunked, identity||0||",
                "POST / HTTP/1.1|H|Transfer-Encoding: identity||",
                "POST / HTTP/1.1|H|Transfer-Encoding:\u000bchunked||0||",
                "POST / HTTP/1.0|H|Transfer-Encoding: chunked||0||",
                "POST / HTTP/1.1|H|Transfer-Encoding : chunked||0||",
                "POST / HTTP/1.1|H|Content-Length : 5||hello",
                "POST / HTTP/1.1|H| Transfer-Encoding: chunked||0||",
                "POST / HTTP/1.1|H|X: a| b||",
                "POST / HTTP/1.1|H|X: a|\tb||",
                "GET / HTTP/1.1|H|no colon||",
                "GET / HTTP/1.1|H|: no name||",
                "GET / HTTP/1.1|H|X: a\u0000b||",
                "GET / HTTP/1.1|H|X: a\rb||",
                "GET / HTTP/1.1|H|X\u0000: ab||",
                "GET / HTTP/1.1|H|(X): ab||",
                "GET / HTTP/1.1\nHost: pc.example\n\n",
                "GET / HTTP/1.1|Host: pc.example\n|",
                "GET / HTTP/1.1|H|X: a\nY: b||",
                " GET / HTTP/1.1|H||",
                "GET / HTTP/1.1 |H||",
                "GET /a b HTTP/1.1|H||",
                "GET /\u0000 HTTP/1.1|H||",
                "GET /a#b HTTP/1.1|H||",
                "GET a HTTP/1.1|H||",
                "GET * HTTP/1.1|H||",
                "GET http://other.example/ HTTP/1.1|H||",
                "GET ftp://pc.example/ HTTP/1.1|H||",
                "GET / HTTP/2.0|H||",
                "GET / HTTP/1.2|H||",
                "GET / HTTP/01.1|H||",
                "GET /|",
                "PRI * HTTP/2.0||SM||",
                "get / HTTP/1.1|H||",
                "G(T / HTTP/1.1|H||",
                "CONNECT pc.example:80 HTTP/1.1|H||",
                "TRACE / HTTP/1.1|H||",
                "GET / HTTP/1.1|X: no host||",
                "GET / HTTP/1.1|H|H|",
                "GET / HTTP/1.1|Host: pc.example|Host: pc.example||",
                "GET / HTTP/1.1|Host:||",
                "GET / HTTP/1.1|Host: pc.example/x||",
                "GET / HTTP/1.1|Host: pc.example@evil||",
                "GET / HTTP/1.1|Host: pc.example:80:81||",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"
            })
    void isRefusedAndDoesNotReachTheServer(String text) throws Exception {
        Socket client = connect(http());
        send(client, request(text));
        assertThat(all(client)).matches("(?s)HTTP/1\\.1 (400|405|505) .*Connection: close.*");
        assertNobodyCame();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "g||",
                "5 |hello|0||",
                "+5|hello|0||",
                "0x5|hello|0||",
                "-1||",
                "|hello|",
                "5\nhello|0||",
                "5|helloX|0||",
                "5|hello\n0||",
                "5;\u0000|hello|0||",
                "fffffffffffffffff|a",
                "5\rX|hello|0||",
                "5|hello|0|\n"
            })
    void oddChunksEndTheConnectionAndNothingBehindThemIsRead(String body) throws Exception {
        Socket client = connect(http());
        String upload = "POST / HTTP/1.1|H|Transfer-Encoding: chunked||" + body;
        send(client, request(upload) + get("/smuggled"));
        Socket target = accept();
        String arrived = readAll(target);
        assertThat(arrived).startsWith("POST / ").doesNotContain("smuggled");
        assertThat(arrived).doesNotEndWith("0\r\n\r\n");
        assertEnded(client);
    }

    private static String readAll(Socket from) {
        StringBuilder all = new StringBuilder();
        try {
            for (int next = from.getInputStream().read();
                    next >= 0;
                    next = from.getInputStream().read()) {
                all.append((char) next);
            }
        } catch (IOException reset) {
            all.append("");
        }
        return all.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET  / HTTP/1.1", "GET /  HTTP/1.1", "GET / http/1.1"})
    void anUntidyRequestLineReachesTheServerTidied(String line) throws Exception {
        Socket client = connect(http());
        send(client, line + "\r\nHost: pc.example\r\n\r\n");
        assertThat(head(accept())).startsWith("GET / HTTP/1.1\r\n");
    }

    @Test
    void aHeadWithoutEndIsRefused() throws Exception {
        Socket client = connect(http());
        send(client, "GET / HTTP/1.1\r\nHost: pc.example\r\nX: " + "a".repeat(40_000));
        assertThat(all(client)).startsWith("HTTP/1.1 431 ");
        assertNobodyCame();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "pc.example.evil.example", "192.0.2.7", "[2001:db8::1]"})
    void aForeignHostGetsAPageOfItsOwn(String host) throws Exception {
        Relay relay = http();
        Socket client = connect(relay);
        send(client, "GET / HTTP/1.1\r\nHost: " + host + ":80\r\n\r\n");
        assertThat(all(client))
                .startsWith("HTTP/1.1 421 Misdirected Request\r\n")
                .contains("Nothing is served under this name.");
        assertThat(relay.snapshot().foreign()).isEqualTo(new ForeignHosts(1, List.of(host)));
        assertNobodyCame();
    }

    @Test
    void foreignHostsAreCountedAndTheEldestForgotten() throws Exception {
        Relay relay = http();
        for (int i = 1; i <= 12; i++) {
            Socket client = connect(relay);
            send(client, "GET / HTTP/1.1\r\nHost: h" + i + ".example\r\n\r\n");
            assertThat(all(client)).startsWith("HTTP/1.1 421 ");
        }
        Socket bad = connect(relay);
        send(bad, "GET / HTTP/1.1\r\n\r\n");
        assertThat(all(bad)).startsWith("HTTP/1.1 400 ");

        ForeignHosts foreign = relay.snapshot().foreign();
        assertThat(foreign.requests()).isEqualTo(12);
        assertThat(foreign.hosts()).hasSizeLessThan(12).contains("h12.example");
        assertThat(relay.snapshot().failed()).isZero();
        // 13 have come, 12 of them for a foreign host, and all have ended.
        await().untilAsserted(() -> assertThat(relay.tally().events()).isEqualTo(13 + 12 + 13));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pc.example",
                "PC.Example:8080",
                "pc.example.",
                "127.0.0.1:5173",
                "localhost:1"
            })
    void aHostOfThisPcIsAnswered(String host) throws Exception {
        Socket client = connect(http());
        send(client, "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        assertThat(head(accept())).contains("X-Forwarded-Host: " + host.replace(":80\r", "\r"));
    }

    @Test
    void aUrlForProxiesIsTakenWhereItIsForTheSameHost() throws Exception {
        Socket client = connect(http());
        send(client, "GET http://pc.example/a?b HTTP/1.1\r\nHost: pc.example\r\n\r\n");
        assertThat(head(accept())).startsWith("GET /a?b HTTP/1.1\r\n");
    }

    @Test
    void whatTheServerSaysUnaskedIsNotTakenForAnAnswer() throws Exception {
        Socket client = connect(http());
        send(client, get("/1"));
        Socket target = accept();
        head(target);
        send(target, ok("1") + ok("poison"));
        head(client);
        assertReads(client, "1");
        send(client, get("/2"));
        Socket again = accept();
        assertThat(head(again)).startsWith("GET /2 ");
        send(again, ok("2"));
        head(client);
        assertReads(client, "2");
    }

    private void assertNobodyCame() throws IOException {
        server.setSoTimeout(1);
        try {
            server.accept().close();
        } catch (SocketTimeoutException nobody) {
            return;
        }
        throw new AssertionError("the server was asked");
    }
}
