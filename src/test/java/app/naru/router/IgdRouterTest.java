package app.naru.router;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.router.Refusal.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** UPnP against a gateway that does what real ones do wrong. */
@Timeout(60)
final class IgdRouterTest {

    private static final MappingRequest REQUEST =
            MappingRequest.of(Protocol.TCP, new Port(8000), "web");

    private FakeIgd igd;

    @BeforeEach
    void start() throws IOException {
        igd = new FakeIgd();
    }

    @AfterEach
    void stop() throws IOException {
        igd.close();
    }

    @Test
    void mapsForAnHour() {
        Mapping mapping = first().map(REQUEST).result().orElseThrow();
        assertThat(mapping.externalPort()).isEqualTo(new Port(8000));
        assertThat(mapping.leaseSeconds()).isEqualTo(3600);
        assertThat(igd.calls)
                .containsExactly(
                        "GetExternalIPAddress  ",
                        "GetSpecificPortMappingEntry 8000 ",
                        "AddPortMapping 8000 3600");
    }

    @ParameterizedTest
    @ValueSource(ints = {725, 402})
    void mapsForGoodWhereTheRouterKnowsNoLeases(int code) {
        igd.on(
                "AddPortMapping",
                body ->
                        FakeIgd.argument(body, "NewLeaseDuration").equals("0")
                                ? FakeIgd.ok("AddPortMapping", "")
                                : FakeIgd.fault(code));
        Mapping mapping = first().map(REQUEST).result().orElseThrow();
        assertThat(mapping.permanent()).isTrue();
        assertThat(igd.calls).endsWith("AddPortMapping 8000 3600", "AddPortMapping 8000 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {718, 729})
    void takesAnotherPortWhereTheWantedOneIsTaken(int code) {
        igd.on(
                "AddPortMapping",
                body ->
                        FakeIgd.argument(body, "NewExternalPort").equals("8000")
                                ? FakeIgd.fault(code)
                                : FakeIgd.ok("AddPortMapping", ""));
        assertThat(first().map(REQUEST).result().orElseThrow().externalPort())
                .isEqualTo(new Port(18000));
    }

    @Test
    void letsASecondVersionChoose() {
        igd.fault("AddPortMapping", 718);
        igd.on("AddAnyPortMapping", "<NewReservedPort>18001</NewReservedPort>");
        assertThat(igd.router(FakeIgd.SECOND).map(REQUEST).result().orElseThrow().externalPort())
                .isEqualTo(new Port(18001));
        assertThat(igd.calls).endsWith("AddAnyPortMapping 18000 3600");
    }

    @Test
    void saysThatThePortsAreTakenAfterSixTries() {
        igd.fault("AddPortMapping", 718);
        assertThat(refusal(first().map(REQUEST)).kind()).isEqualTo(Kind.PORT_TAKEN);
        assertThat(igd.calls.stream().filter(call -> call.startsWith("AddPort"))).hasSize(6);
    }

    @Test
    void neverWritesOverAnothersMapping() {
        igd.on(
                "GetSpecificPortMappingEntry",
                body ->
                        FakeIgd.argument(body, "NewExternalPort").equals("8000")
                                ? FakeIgd.ok(
                                        "GetSpecificPortMappingEntry",
                                        entry("192.168.77.9", "Game"))
                                : FakeIgd.fault(714));
        assertThat(first().map(REQUEST).result().orElseThrow().externalPort())
                .isEqualTo(new Port(18000));
        assertThat(igd.calls).doesNotContain("AddPortMapping 8000 3600");
    }

    @Test
    void renewsItsOwn() {
        igd.on("GetSpecificPortMappingEntry", entry("127.0.0.1", "Naru web"));
        Mapping mapping = first().map(REQUEST).result().orElseThrow();
        assertThat(mapping.externalPort()).isEqualTo(new Port(8000));
        assertThat(first().renew(mapping, Duration.ofHours(1)).result()).isPresent();
        assertThat(first().pulse(mapping).result()).contains(new Pulse.Listed(true));
    }

    @Test
    void neverDeletesAnothersMapping() {
        Mapping mapping = first().map(REQUEST).result().orElseThrow();
        igd.on("GetSpecificPortMappingEntry", entry("192.168.77.9", "Naru web"));
        assertThat(refusal(first().unmap(mapping)).kind()).isEqualTo(Kind.NOT_OURS);
        igd.on("GetSpecificPortMappingEntry", entry("127.0.0.1", "Game"));
        assertThat(refusal(first().unmap(mapping)).kind()).isEqualTo(Kind.NOT_OURS);
        assertThat(igd.calls).noneMatch(call -> call.startsWith("Delete"));
    }

    @Test
    void takesForDeletedWhatIsGone() {
        Mapping mapping = first().map(REQUEST).result().orElseThrow();
        assertThat(first().unmap(mapping).result()).isPresent();
        igd.fault("GetSpecificPortMappingEntry", 401);
        igd.fault("DeletePortMapping", 714);
        assertThat(first().unmap(mapping).result()).isPresent();
        assertThat(first().pulse(mapping).refusal()).isPresent();
    }

    @Test
    void asksForTheSamePortsWhereTheRouterInsists() {
        igd.on(
                "AddPortMapping",
                body ->
                        FakeIgd.argument(body, "NewExternalPort")
                                        .equals(FakeIgd.argument(body, "NewInternalPort"))
                                ? FakeIgd.ok("AddPortMapping", "")
                                : FakeIgd.fault(724));
        MappingRequest other = REQUEST.withExternalPort(new Port(9000));
        assertThat(first().map(other).result().orElseThrow().externalPort())
                .isEqualTo(new Port(8000));
    }

    @ParameterizedTest
    @CsvSource({
        "401, NOT_OFFERED", "402, NOT_UNDERSTOOD", "501, NOT_CONNECTED", "606, FORBIDDEN",
        "715, NOT_LIKE_THIS", "725, NOT_LIKE_THIS", "728, FULL", "899, OTHER"
    })
    void saysWhatACodeMeans(int code, Kind kind) {
        igd.fault("AddPortMapping", code);
        Refusal refusal = refusal(first().map(REQUEST));
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.code()).isEqualTo("UPnP " + code);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.7, ANOTHER_ROUTER",
        "100.64.0.7, CARRIER_NAT",
        "0.0.0.0, NO_PUBLIC_ADDRESS",
        "'', NO_PUBLIC_ADDRESS"
    })
    void mapsNothingWhereNothingCouldArrive(String address, Kind kind) {
        igd.on(
                "GetExternalIPAddress",
                "<NewExternalIPAddress>" + address + "</NewExternalIPAddress>");
        assertThat(refusal(first().map(REQUEST)).kind()).isEqualTo(kind);
        assertThat(igd.calls).noneMatch(call -> call.startsWith("Add"));
        assertThat(first().mapAnyway(REQUEST).result()).isPresent();
    }

    @Test
    void mapsWhereTheAddressIsNotTold() {
        igd.fault("GetExternalIPAddress", 401);
        assertThat(first().map(REQUEST).result()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n\r\n<s:Envelope><s:Body>",
                "HTTP/1.1 200 OK\r\n\r\n<html>Please log on</html>",
                "HTTP/1.1 200 OK\r\n\r\n<!DOCTYPE a [<!ENTITY b \"c\">]><errorCode>606</errorCode>",
                "HTTP/1.1 302 Found\r\nLocation: http://192.168.77.66/\r\n\r\n"
            })
    void takesNoNonsense(String response) {
        igd.on("AddPortMapping", body -> response);
        assertThat(refusal(first().map(REQUEST)).kind()).isEqualTo(Kind.NONSENSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {FakeIgd.ENDLESS, FakeIgd.STALLED, FakeIgd.TRICKLING, ""})
    void waitsNeitherForEndlessNorForSlowNorForMissingAnswers(String response) {
        igd.on("GetExternalIPAddress", body -> response);
        long start = System.nanoTime();
        assertThat(refusal(first().map(REQUEST)).kind()).isIn(Kind.NO_ANSWER, Kind.NONSENSE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void readsTheListToItsEnd() {
        igd.on(
                "GetGenericPortMappingEntry",
                body -> {
                    int index = Integer.parseInt(FakeIgd.argument(body, "NewPortMappingIndex"));
                    return index < 3
                            ? FakeIgd.ok("GetGenericPortMappingEntry", listed(8000 + index))
                            : FakeIgd.fault(713);
                });
        List<MappedPort> ports = first().list().result().orElseThrow();
        assertThat(ports).extracting(MappedPort::externalPort).containsExactly(8000, 8001, 8002);
        assertThat(ports).allMatch(port -> port.ours("127.0.0.1"));
    }

    @Test
    void readsAnEndlessListOnce() {
        igd.on(
                "GetGenericPortMappingEntry",
                body -> FakeIgd.ok("GetGenericPortMappingEntry", listed(8000)));
        assertThat(first().list().result().orElseThrow()).hasSize(1);
    }

    @Test
    void readsNoMoreThan500Entries() {
        igd.on(
                "GetGenericPortMappingEntry",
                body ->
                        FakeIgd.ok(
                                "GetGenericPortMappingEntry",
                                listed(
                                        1
                                                + Integer.parseInt(
                                                        FakeIgd.argument(
                                                                body, "NewPortMappingIndex")))));
        assertThat(first().list().result().orElseThrow()).hasSizeBetween(1, 500);
        assertThat(igd.calls).hasSizeLessThanOrEqualTo(500);
    }

    private Router first() {
        return igd.router(FakeIgd.FIRST);
    }

    private static Refusal refusal(Answer<?> answer) {
        return answer.refusal().orElseThrow();
    }

    private static String entry(String client, String description) {
        return "<NewInternalPort>8000</NewInternalPort><NewInternalClient>"
                + client
                + "</NewInternalClient><NewEnabled>1</NewEnabled><NewPortMappingDescription>"
                + description
                + "</NewPortMappingDescription><NewLeaseDuration>60</NewLeaseDuration>";
    }

    private static String listed(int port) {
        return "<NewProtocol>tcp</NewProtocol><NewExternalPort>"
                + port
                + "</NewExternalPort>"
                + entry("127.0.0.1", "Naru web");
    }
}
