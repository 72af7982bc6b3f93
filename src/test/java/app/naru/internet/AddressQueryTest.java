package app.naru.internet;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.internet.PublicAddresses.Agreement;
import app.naru.internet.SourceAnswer.Failed;
import app.naru.internet.SourceAnswer.Failure;
import app.naru.internet.SourceAnswer.Outcome;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class AddressQueryTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final InetAddress ADDRESS = Address.parse("203.0.113.7");

    private FakeInternet internet;

    @BeforeEach
    void connect() throws IOException {
        internet = new FakeInternet();
    }

    @AfterEach
    void disconnect() {
        internet.close();
    }

    @Test
    void asksAllAndTellsWhetherTheyAgree() throws Exception {
        List<SourceAnswer> told = new CopyOnWriteArrayList<>();
        PublicAddresses seen =
                new AddressQuery(
                                new Contacts(
                                        List.of(
                                                internet.stun("203.0.113.7"),
                                                internet.stun("203.0.113.7")),
                                        List.of(
                                                internet.page(
                                                        "/ip",
                                                        FakeInternet.saying(200, "203.0.113.7\n")),
                                                internet.page(
                                                        "/six",
                                                        FakeInternet.saying(200, "2001:db8::7"))),
                                        List.of()),
                                Optional.empty(),
                                LONG)
                        .ask(told::add);
        assertThat(seen.ipv4()).contains(ADDRESS);
        assertThat(seen.ipv6()).contains(Address.parse("2001:db8::7"));
        assertThat(seen.agreement(IpVersion.IPV4)).isEqualTo(Agreement.ALL);
        assertThat(told).containsExactlyInAnyOrderElementsOf(seen.answers());
        assertThat(seen.answers().getLast().version()).isEqualTo(IpVersion.IPV6);
    }

    @Test
    void tellsWhenTheyDiffer() throws Exception {
        PublicAddresses seen =
                ask(LONG, List.of(internet.stun("203.0.113.7"), internet.stun("198.51.100.1")));
        assertThat(seen.agreement(IpVersion.IPV4)).isEqualTo(Agreement.DIFFER);
    }

    @Test
    void hasAnAnswerAlsoWhenTheFirstDatagramsAreLost() throws Exception {
        int[] lost = {2};
        StunServer server = internet.stun(ADDRESS, answer -> lost[0]-- > 0 ? new byte[0] : answer);
        assertThat(ask(LONG, List.of(server)).ipv4()).contains(ADDRESS);
    }

    @Test
    void waitsOnPastForgedAnswers() throws Exception {
        int[] forged = {1};
        StunServer server =
                internet.stun(
                        ADDRESS,
                        answer -> {
                            if (forged[0]-- > 0) {
                                answer[10] ^= 1;
                            }
                            return answer;
                        });
        assertThat(ask(LONG, List.of(server)).ipv4()).contains(ADDRESS);
    }

    @Test
    void saysWhyAStunServerTellsNothing() throws Exception {
        StunServer silent = internet.stun(ADDRESS, answer -> new byte[0]);
        StunServer nonsense = internet.stun("192.168.0.1");
        StunServer unknown = StunServer.parse("naru-test.invalid:3478");
        PublicAddresses seen = ask(LONG, List.of(nonsense, unknown, closed()));
        assertThat(failures(seen).subList(0, 3))
                .containsExactly(Failure.NONSENSE, Failure.NOT_FOUND, Failure.NO_WAY);
        assertThat(seen.agreement(IpVersion.IPV4)).isEqualTo(Agreement.NOBODY);
        assertThat(failures(ask(SHORT, List.of(silent))).getFirst()).isEqualTo(Failure.SILENT);
    }

    @Test
    void saysWhyAPageTellsNothing() throws Exception {
        PublicAddresses seen =
                pages(
                        LONG,
                        internet.page("/html", FakeInternet.saying(200, "<html>hello</html>")),
                        internet.page("/error", FakeInternet.saying(500, "203.0.113.7")),
                        internet.page("/private", FakeInternet.saying(200, "10.0.0.1")),
                        internet.page(
                                "/elsewhere",
                                exchange -> {
                                    exchange.getResponseHeaders().add("Location", "/private");
                                    exchange.sendResponseHeaders(302, -1);
                                }),
                        internet.page(
                                "/endless",
                                exchange -> {
                                    exchange.sendResponseHeaders(200, 0);
                                    byte[] blanks = new byte[8192];
                                    Arrays.fill(blanks, (byte) ' ');
                                    while (!Thread.currentThread().isInterrupted()) {
                                        exchange.getResponseBody().write(blanks);
                                    }
                                }),
                        URI.create("http://127.0.0.1:" + closed().port() + "/"),
                        URI.create("http://naru-test.invalid/"));
        assertThat(failures(seen))
                .containsExactly(
                        Failure.NONSENSE,
                        Failure.NONSENSE,
                        Failure.NONSENSE,
                        Failure.NONSENSE,
                        Failure.NONSENSE,
                        Failure.NO_WAY,
                        Failure.NOT_FOUND);
    }

    @Test
    void waitsForNoPageLongerThanTheLimitWhetherItTricklesOrIsSilent() throws Exception {
        URI trickle =
                internet.page(
                        "/trickle",
                        exchange -> {
                            exchange.sendResponseHeaders(200, 100);
                            exchange.getResponseBody().write('2');
                            exchange.getResponseBody().flush();
                            exchange.getRequestBody().read();
                            awaitEnd();
                        });
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI silent = URI.create("http://127.0.0.1:" + mute.getLocalPort() + "/");
            long start = System.nanoTime();
            assertThat(failures(pages(SHORT, trickle, silent))).containsOnly(Failure.SILENT);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(SHORT.multipliedBy(5));
        }
    }

    /** Until the client is gone and the server's thread with it. */
    private static void awaitEnd() {
        try {
            Thread.sleep(Duration.ofSeconds(5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static StunServer closed() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return new StunServer("127.0.0.1", new Port(socket.getLocalPort()));
        }
    }

    /** As with a VPN: what leaves by the router's network is seen at another address. */
    @Test
    void asksOneByTheRoutersWayTooWhereThereAreOthers() throws Exception {
        StunServer server =
                internet.stun(sender ->
                        Address.parse(
                                Address.text(sender).equals("127.0.0.2")
                                        ? "203.0.113.7"
                                        : "198.51.100.1"));
        PublicAddresses seen =
                new AddressQuery(
                                new Contacts(List.of(server), List.of(), List.of()),
                                Optional.of(Address.parse("127.0.0.2")),
                                LONG)
                        .ask(answer -> {});
        assertThat(seen.all().map(Address::text)).containsExactly("198.51.100.1", "203.0.113.7");
        assertThat(seen.answers().getLast().source().name()).endsWith(" ← 127.0.0.2");
        assertThat(WayIn.of(new RouterWord.Has(ADDRESS), seen, List.of()).kind())
                .isEqualTo(WayIn.Kind.OPEN);
    }

    private static PublicAddresses ask(Duration limit, List<StunServer> servers)
            throws InterruptedException {
        return new AddressQuery(
                        new Contacts(servers, List.of(), List.of()), Optional.empty(), limit)
                .ask(answer -> {});
    }

    private static PublicAddresses pages(Duration limit, URI... pages) throws InterruptedException {
        return new AddressQuery(
                        new Contacts(List.of(), List.of(pages), List.of()), Optional.empty(), limit)
                .ask(answer -> {});
    }

    private static List<Failure> failures(PublicAddresses seen) {
        return seen.answers().stream()
                .map(SourceAnswer::outcome)
                .map(AddressQueryTest::failure)
                .toList();
    }

    private static Failure failure(Outcome outcome) {
        return ((Failed) outcome).failure();
    }
}
