package app.naru.router;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.Mutations;
import app.naru.forward.Address;
import app.naru.forward.Protocol;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Every parser with mutations of real input, by a fixed seed: none throws what it does not declare,
 * none lets through what it must not.
 */
final class HostileInputTest {

    private static final long SEED = 6887;
    private static final InetAddress ROUTER = Address.parse("192.168.1.1");
    private static final URI PAGE = URI.create("http://192.168.1.1:5000/rootDesc.xml");

    private static final String SERVICE =
            "<service><serviceType>urn:schemas-upnp-org:service:WANIPConnection:1</serviceType>"
                    + "<controlURL>/ctl</controlURL></service>";
    private static final List<String> TOKENS =
            List.of(
                    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
                    "&b;",
                    "&#x0;",
                    "<![CDATA[",
                    "]]>",
                    "<!--",
                    "<?x",
                    "http://192.168.1.66/",
                    "//192.168.1.66/",
                    "@",
                    "\r\n",
                    "\r\n\r\n",
                    "Transfer-Encoding: chunked\r\n",
                    "Content-Length: 99999999999\r\n",
                    "FFFFFFFFF\r\n",
                    "-1",
                    "\0",
                    "<a>".repeat(40),
                    "١",
                    "xmlns:a='b'",
                    "</");

    @Test
    void pcp() {
        byte[] good =
                HexFormat.of()
                        .parseHex(
                                "0281000000000e1000000064"
                                        + "0".repeat(24)
                                        + "0102030405060708090a0b0c06000000"
                                        + "1f404e2000000000000000000000ffffcb007109");
        fuzz(
                good,
                bytes -> {
                    PcpMessage.readAnnounce(bytes);
                    Optional<PcpMessage.Reply> reply = PcpMessage.readMap(bytes);
                    reply.flatMap(PcpMessage.Reply::mapping)
                            .ifPresent(mapped -> {
                                assertThat(mapped.externalPort()).isBetween(0, 65_535);
                                assertThat(mapped.nonce()).hasSize(2 * PcpMessage.NONCE_BYTES);
                            });
                });
    }

    @Test
    void natPmp() {
        byte[] good = HexFormat.of().parseHex("00820000000000641f404e2000000e10");
        fuzz(
                good,
                bytes -> {
                    NatPmpMessage.readAddress(bytes);
                    NatPmpMessage.readMap(bytes, Protocol.TCP)
                            .ifPresent(
                                    reply -> assertThat(reply.externalPort()).isBetween(0, 65_535));
                });
    }

    @Test
    void ssdp() {
        String good =
                "HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=120\r\n"
                        + "ST: urn:schemas-upnp-org:device:InternetGatewayDevice:2\r\n"
                        + "LOCATION: http://192.168.1.1:5000/rootDesc.xml\r\n\r\n";
        fuzz(
                good,
                bytes -> Ssdp.location(bytes, ROUTER).ifPresent(HostileInputTest::assertOnRouter));
    }

    @Test
    void description() {
        String good =
                "<?xml version=\"1.0\"?><root xmlns=\"urn:schemas-upnp-org:device-1-0\">"
                        + "<URLBase>http://192.168.1.1:5000/</URLBase><device><serviceList>"
                        + SERVICE
                        + "</serviceList></device></root>";
        fuzz(
                good,
                bytes ->
                        ConnectionService.read(
                                        new String(bytes, StandardCharsets.UTF_8), PAGE, ROUTER)
                                .forEach(service -> assertOnRouter(service.control())));
    }

    @Test
    void soap() {
        String good =
                "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                        + "<u:AddAnyPortMappingResponse><NewReservedPort>8000</NewReservedPort>"
                        + "</u:AddAnyPortMappingResponse></s:Body></s:Envelope>";
        fuzz(
                good,
                bytes ->
                        Soap.read(new String(bytes, StandardCharsets.UTF_8), "AddAnyPortMapping")
                                .ifPresent(outcome -> {
                                    if (outcome instanceof Soap.Outcome.Done done) {
                                        done.number("newreservedport");
                                    }
                                }));
    }

    @Test
    void http() {
        String good =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nServer: x\r\n\r\n"
                        + "5\r\nhello\r\n0\r\n\r\n";
        fuzz(
                good,
                bytes -> {
                    try {
                        HttpResponse response = HttpResponse.read(new ByteArrayInputStream(bytes));
                        assertThat(response.body().length())
                                .isLessThanOrEqualTo(HttpResponse.MOST_BODY);
                    } catch (IOException refused) {
                        assertThat(refused).hasMessageMatching("(?s).+");
                    }
                });
    }

    private static void assertOnRouter(URI uri) {
        assertThat(uri.getScheme()).isEqualTo("http");
        assertThat(uri.getHost()).isEqualTo("192.168.1.1");
        assertThat(uri.getRawAuthority()).matches("192\\.168\\.1\\.1:\\d+");
    }

    private static void fuzz(String good, Consumer<byte[]> parser) {
        Mutations.of(good, TOKENS, SEED).give(parser);
    }

    private static void fuzz(byte[] good, Consumer<byte[]> parser) {
        Mutations.of(good, TOKENS, SEED).give(parser);
    }
}
