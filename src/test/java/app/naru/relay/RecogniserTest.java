package app.naru.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request is answered by the relay; everyone else does not notice that it is waited for. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RecogniserTest extends TcpFixture {

    private static final String OPENING = "GET /check-0123456789 HTTP/1.";
    private static final String REQUEST =
            OPENING + "1\r\nHost: 203.0.113.7\r\nAccept-Language: ko\r\n\r\n";

    /** Less than what is held back for want of more bytes. */
    private static final int AT_ONCE_MILLIS = 700;

    private final List<InetSocketAddress> recognised = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private final Recogniser recogniser =
            new Recogniser() {
                @Override
                public byte[] opening() {
                    return OPENING.getBytes(US_ASCII);
                }

                @Override
                public byte[] answer(InetSocketAddress client, String head) {
                    recognised.add(client);
                    heads.add(head);
                    return "It works".getBytes(US_ASCII);
                }
            };

    private Relay watched() throws IOException {
        Relay relay = open(Relays.endpoint(server));
        relay.recognise(Optional.of(recogniser));
        return relay;
    }

    @Test
    void answersTheRequestItselfAndEndsTheServersConnectionUnused() throws Exception {
        Relay relay = watched();
        Socket phone = connect(relay);
        Socket target = accept();
        say(phone, REQUEST);
        assertThat(phone.getInputStream().readAllBytes()).asString().isEqualTo("It works");
        assertThat(target.getInputStream().readAllBytes()).isEmpty();
        assertThat(recognised).containsExactly((InetSocketAddress) phone.getLocalSocketAddress());
        assertThat(heads).containsExactly(REQUEST);
        await().until(() -> relay.snapshot().open() == 0);
        assertThat(relay.recent())
                .hasSize(1)
                .allMatch(visit -> visit.end().orElseThrow().reason() == Visit.Reason.FINISHED);
    }

    @Test
    void recognisesARequestThatComesByteByByte() throws Exception {
        Relay relay = watched();
        Socket phone = connect(relay);
        phone.setTcpNoDelay(true);
        Socket target = accept();
        for (String one : REQUEST.split("")) {
            say(phone, one);
            phone.getOutputStream().flush();
        }
        assertThat(phone.getInputStream().readAllBytes()).asString().isEqualTo("It works");
        assertThat(target.getInputStream().readAllBytes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /check-0123456788 HTTP/1.1\r\n\r\n",
                "GET /check-01234567890 HTTP/1.1\r\n\r\n",
                "GET /check-012345678 HTTP/1.1\r\n\r\n",
                "get /check-0123456789 HTTP/1.1\r\n\r\n",
                "HEAD /check-0123456789 HTTP/1.1\r\n\r\n",
                " GET /check-0123456789 HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "\u0016\u0003\u0001"
            })
    void passesEverythingElseOnByteForByteWholeOrInPieces(String other) throws Exception {
        Relay relay = watched();
        for (int piece : List.of(other.length(), 1, 7)) {
            Socket client = connect(relay);
            client.setTcpNoDelay(true);
            Socket target = accept();
            for (int i = 0; i < other.length(); i += piece) {
                say(client, other.substring(i, Math.min(other.length(), i + piece)));
            }
            client.shutdownOutput();
            assertThat(target.getInputStream().readAllBytes()).isEqualTo(other.getBytes(US_ASCII));
            say(target, "answer");
            target.close();
            assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("answer");
        }
        assertThat(recognised).isEmpty();
    }

    @Test
    void letsAServerSpeakFirst() throws Exception {
        Relay relay = watched();
        Socket client = connect(relay);
        Socket target = accept();
        say(target, "SSH-2.0-server\r\n");
        assertThat(client.getInputStream().readNBytes(16)).asString().startsWith("SSH-2.0-server");
        say(client, "SSH-2.0-client\r\n");
        assertThat(target.getInputStream().readNBytes(16)).asString().startsWith("SSH-2.0-client");
        roundTrip(client, target);
    }

    @Test
    void holdsNothingBackThatCannotBecomeTheOpening() throws Exception {
        Relay relay = watched();
        Socket client = connect(relay);
        Socket target = accept();
        target.setSoTimeout(AT_ONCE_MILLIS);
        say(client, "S");
        assertThat(target.getInputStream().read()).isEqualTo('S');
        say(client, "GET /check-0123");
        assertThat(target.getInputStream().readNBytes(15)).asString().isEqualTo("GET /check-0123");
    }

    @Test
    void passesABeginningOnWhenNothingFollowsIt() throws Exception {
        Relay relay = watched();
        Socket client = connect(relay);
        Socket target = accept();
        say(client, "GET /ch");
        assertThat(target.getInputStream().readNBytes(7)).asString().isEqualTo("GET /ch");
        say(client, REQUEST.substring(7));
        byte[] rest = target.getInputStream().readNBytes(REQUEST.length() - 7);
        assertThat(rest).asString().isEqualTo(REQUEST.substring(7));
        assertThat(recognised).isEmpty();
    }

    @Test
    void passesABeginningOnWhenTheClientEndsThere() throws Exception {
        Relay relay = watched();
        Socket client = connect(relay);
        Socket target = accept();
        say(client, "GET");
        client.shutdownOutput();
        assertThat(target.getInputStream().readAllBytes()).asString().isEqualTo("GET");
    }

    @Test
    void carriesMuchMoreThanTheFirstBytes() throws Exception {
        Relay relay = watched();
        Socket client = connect(relay);
        Socket target = accept();
        int size = 8 << 20;
        Future<Void> sent =
                threads.submit(() -> {
                    say(client, "GET /");
                    new Pattern(3).send(client.getOutputStream(), size);
                    return null;
                });
        assertThat(target.getInputStream().readNBytes(5)).asString().isEqualTo("GET /");
        new Pattern(3).check(target.getInputStream(), size);
        sent.get();
    }

    @Test
    void leavesOlderConnectionsAloneAndStopsWhenItIsTakenBack() throws Exception {
        Relay relay = open(Relays.endpoint(server));
        Socket older = connect(relay);
        Socket olderTarget = accept();
        await().until(() -> relay.visits().stream().anyMatch(visit -> visit.target().isPresent()));
        relay.recognise(Optional.of(recogniser));
        say(older, REQUEST);
        assertThat(olderTarget.getInputStream().readNBytes(REQUEST.length()))
                .asString()
                .isEqualTo(REQUEST);
        relay.recognise(Optional.empty());
        Socket later = connect(relay);
        Socket laterTarget = accept();
        say(later, REQUEST);
        assertThat(laterTarget.getInputStream().readNBytes(REQUEST.length()))
                .asString()
                .isEqualTo(REQUEST);
        assertThat(recognised).isEmpty();
    }

    @Test
    void waitsNotForeverForTheRestOfTheRequest() throws Exception {
        Relay relay = watched();
        Socket phone = connect(relay);
        accept();
        say(phone, OPENING);
        long start = System.nanoTime();
        assertThat(phone.getInputStream().readAllBytes()).asString().isEqualTo("It works");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
}
