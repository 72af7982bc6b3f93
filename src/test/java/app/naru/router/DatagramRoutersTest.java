package app.naru.router;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.router.Refusal.Kind;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** PCP and NAT-PMP against a router on loopback. */
@Timeout(60)
final class DatagramRoutersTest {

    private static final MappingRequest REQUEST =
            MappingRequest.of(Protocol.TCP, new Port(8000), "web");

    private FakeMappingServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeMappingServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = RouterProtocol.class,
            names = {"PCP", "NAT_PMP"})
    void mapsRenewsAndDeletes(RouterProtocol protocol) {
        Router router = server.at(protocol).open();
        assertThat(router.externalAddress().result())
                .contains(ExternalAddress.of(Address.parse("203.0.113.9")));
        Mapping mapping = router.map(REQUEST).result().orElseThrow();
        assertThat(mapping.externalPort()).isEqualTo(new Port(8000));
        assertThat(mapping.leaseSeconds()).isEqualTo(3600);
        assertThat(server.mapped).containsEntry("6/8000", 8000);
        Mapping renewed = router.renew(mapping, Duration.ofHours(1)).result().orElseThrow();
        assertThat(renewed.nonce()).isEqualTo(mapping.nonce());
        assertThat(router.unmap(renewed).result()).isPresent();
        assertThat(server.mapped).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RouterProtocol.class,
            names = {"PCP", "NAT_PMP"})
    void aLaterProcessDeletesWhatItReadFromAFile(RouterProtocol protocol) throws IOException {
        Mapping mapping = server.at(protocol).open().map(REQUEST).result().orElseThrow();
        JsonMapper json =
                JsonMapper.builder()
                        .addModule(new Jdk8Module())
                        .addModule(new JavaTimeModule())
                        .build();
        Mapping read = json.readValue(json.writeValueAsString(mapping), Mapping.class);
        assertThat(read).isEqualTo(mapping);
        assertThat(read.router().open().unmap(read).result()).isPresent();
        assertThat(server.mapped).isEmpty();
    }

    @Test
    void tellsThatAnotherPortWasGiven() {
        server.shift = 5;
        assertThat(
                        server.at(RouterProtocol.PCP)
                                .open()
                                .map(REQUEST)
                                .result()
                                .orElseThrow()
                                .externalPort())
                .isEqualTo(new Port(8005));
    }

    @ParameterizedTest
    @CsvSource({
        "2, FORBIDDEN",
        "3, NOT_UNDERSTOOD",
        "4, NOT_OFFERED",
        "5, NOT_UNDERSTOOD",
        "7, NOT_CONNECTED",
        "8, FULL",
        "9, NOT_OFFERED",
        "10, QUOTA",
        "11, PORT_TAKEN",
        "12, ADDRESS_MISMATCH",
        "13, FULL",
        "99, OTHER"
    })
    void saysWhatAPcpResultMeans(int result, Kind kind) {
        server.natPmp = false;
        server.result = result;
        assertThat(refusal(RouterProtocol.PCP).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"2, FORBIDDEN", "3, NOT_CONNECTED", "4, FULL", "5, NOT_OFFERED", "77, OTHER"})
    void saysWhatANatPmpResultMeans(int result, Kind kind) {
        server.result = result;
        Refusal refusal = refusal(RouterProtocol.NAT_PMP);
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.code()).isEqualTo("NAT-PMP " + result);
    }

    @Test
    void seesThatTheRouterSpeaksNatPmpAlone() {
        server.pcp = false;
        assertThat(refusal(RouterProtocol.PCP).kind()).isEqualTo(Kind.OTHER_VERSION);
        MappingProbe probe =
                new MappingProbe(
                        new InetSocketAddress(FakeIgd.LOOPBACK, server.port()),
                        Duration.ofSeconds(2));
        assertThat(probe.pcp()).isEmpty();
        assertThat(probe.natPmp()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.7, ANOTHER_ROUTER", "100.64.0.7, CARRIER_NAT"})
    void mapsNothingWhereNothingCouldArrive(String address, Kind kind) {
        server.address = address;
        assertThat(refusal(RouterProtocol.PCP).kind()).isEqualTo(kind);
        assertThat(refusal(RouterProtocol.NAT_PMP).kind()).isEqualTo(kind);
        assertThat(server.maps).isZero();
    }

    @Test
    void takesBackAMappingWhoseAddressTurnsOutPrivate() {
        server.natPmp = false;
        server.address = "10.0.0.7";
        assertThat(refusal(RouterProtocol.PCP).kind()).isEqualTo(Kind.ANOTHER_ROUTER);
        assertThat(server.maps).isEqualTo(2);
        assertThat(server.mapped).isEmpty();
    }

    @Test
    void asksAgainWhereADatagramIsLost() {
        byte[] address = {0, (byte) 128, 0, 0, 0, 0, 0, 9, 11, 0, 0, 2};
        server.byHand = Optional.of(asked -> server.requests < 2 ? new byte[0] : address);
        assertThat(server.at(RouterProtocol.NAT_PMP).open().externalAddress().result()).isPresent();
    }

    @Test
    void waitsForTheAnswerToItsOwnQuestion() {
        byte[] wrongProtocol = new byte[16];
        wrongProtocol[1] = (byte) 129;
        server.byHand = Optional.of(asked -> asked[1] == 0 ? new byte[0] : wrongProtocol);
        Answer<Mapping> answer = server.at(RouterProtocol.NAT_PMP).open().mapAnyway(REQUEST);
        assertThat(answer.refusal()).map(Refusal::kind).contains(Kind.NO_ANSWER);
    }

    @Test
    void knowsAClosedPortAtOnce() {
        server.close();
        long start = System.nanoTime();
        assertThat(refusal(RouterProtocol.NAT_PMP).kind()).isEqualTo(Kind.NO_ANSWER);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    private Refusal refusal(RouterProtocol protocol) {
        return server.at(protocol).open().map(REQUEST).refusal().orElseThrow();
    }
}
