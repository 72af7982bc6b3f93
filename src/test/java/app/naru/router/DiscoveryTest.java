package app.naru.router;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The search on loopback. */
@Timeout(60)
final class DiscoveryTest {

    private static final InetAddress LOOPBACK = FakeIgd.LOOPBACK;

    /** The second one is silent: nothing listens there, and nothing refuses. */
    private static final Vantage VANTAGE =
            new Vantage(List.of(LOOPBACK), List.of(LOOPBACK, Address.parse("127.0.0.2")));

    @Test
    void prefersPcpAndDoesNotWaitForTheRest() throws Exception {
        try (FakeMappingServer server = new FakeMappingServer()) {
            Discovery discovery = new Discovery(new Discovery.Ports(server.port(), 1));
            assertThat(find(discovery, Discovery.Patience.FIRST))
                    .first()
                    .isEqualTo(RouterProtocol.PCP);
            assertThat(find(discovery, Discovery.Patience.ALL))
                    .containsExactly(RouterProtocol.PCP, RouterProtocol.NAT_PMP);
        }
    }

    @Test
    void prefersWhatIsWillingToWhatIsSwitchedOff() throws Exception {
        try (FakeMappingServer server = new FakeMappingServer();
                FakeSsdp ssdp = new FakeSsdp()) {
            server.pcp = false;
            server.result = 2;
            Discovery discovery = new Discovery(new Discovery.Ports(server.port(), ssdp.port()));
            assertThat(find(discovery, Discovery.Patience.ALL))
                    .containsExactly(RouterProtocol.UPNP_IGD, RouterProtocol.NAT_PMP);
        }
    }

    @Test
    void findsUpnpAlone() throws Exception {
        try (FakeSsdp ssdp = new FakeSsdp()) {
            Discovery discovery = new Discovery(new Discovery.Ports(1, ssdp.port()));
            assertThat(find(discovery, Discovery.Patience.FIRST))
                    .containsExactly(RouterProtocol.UPNP_IGD);
        }
    }

    @Test
    void endsWhereNothingAnswersAndTellsHowItGetsOn() throws Exception {
        List<Double> parts = new ArrayList<>();
        List<Sentence> told = new ArrayList<>();
        long start = System.nanoTime();
        Found found =
                new Discovery(new Discovery.Ports(1, 1))
                        .find(
                                VANTAGE,
                                Discovery.Patience.FIRST,
                                (part, what) -> {
                                    parts.add(part);
                                    told.add(what);
                                });
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(found.best()).isEmpty();
        assertThat(took).isLessThan(Duration.ofSeconds(4));
        assertThat(parts).isSorted().hasSizeGreaterThan(5).allMatch(part -> part <= 1);
        assertThat(told).containsOnly(Sentence.of("router.search.asking"));
    }

    @Test
    void hasNothingToAskWithoutANetwork() throws Exception {
        Found found =
                new Discovery()
                        .find(
                                new Vantage(List.of(), List.of(Address.parse("::1"))),
                                Discovery.Patience.ALL,
                                SearchProgress.none());
        assertThat(found.routers()).isEmpty();
    }

    private static List<RouterProtocol> find(Discovery discovery, Discovery.Patience patience)
            throws InterruptedException {
        return discovery.find(VANTAGE, patience, SearchProgress.none()).routers().stream()
                .map(router -> router.at().protocol())
                .toList();
    }

    /** Answers every search with the description of a gateway. */
    private static final class FakeSsdp implements AutoCloseable {

        private final FakeIgd igd = new FakeIgd();
        private final DatagramSocket socket =
                new DatagramSocket(new InetSocketAddress(LOOPBACK, 0));

        FakeSsdp() throws IOException {
            igd.on(
                    "GET",
                    body ->
                            FakeIgd.http(
                                    "200 OK",
                                    "<root><device><serviceList><service><serviceType>"
                                            + FakeIgd.FIRST
                                            + "</serviceType><controlURL>/ctl</controlURL></service>"
                                            + "</serviceList></device></root>"));
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            byte[] answer =
                    ("HTTP/1.1 200 OK\r\n"
                                    + "ST: urn:schemas-upnp-org:device:InternetGatewayDevice:1\r\n"
                                    + "LOCATION: http://127.0.0.1:"
                                    + igd.port()
                                    + "/root.xml\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII);
            while (!socket.isClosed()) {
                try {
                    DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
                    socket.receive(packet);
                    socket.send(
                            new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
            igd.close();
        }
    }
}
