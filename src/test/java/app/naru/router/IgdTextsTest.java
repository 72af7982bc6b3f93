package app.naru.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.Address;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What UPnP devices write: SSDP, HTTP, device descriptions and SOAP. */
final class IgdTextsTest {

    private static final InetAddress ROUTER = Address.parse("192.168.1.1");
    private static final URI PAGE = URI.create("http://192.168.1.1:5000/rootDesc.xml");

    @Test
    void readsWhereTheDescriptionIs() {
        assertThat(location("http://192.168.1.1:5000/rootDesc.xml")).contains(PAGE);
    }

    @Test
    void readsHeadersInAnyCaseAndOrder() {
        String answer =
                "http/1.1 200 OK\nLocation:http://192.168.1.1:5000/rootDesc.xml\n"
                        + "st:URN:SCHEMAS-UPNP-ORG:DEVICE:INTERNETGATEWAYDEVICE:2\n\n";
        assertThat(Ssdp.location(answer.getBytes(StandardCharsets.UTF_8), ROUTER)).contains(PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.168.1.66:5000/rootDesc.xml",
                "https://192.168.1.1/rootDesc.xml",
                "file:///etc/passwd",
                "http://router.lan/rootDesc.xml",
                "http://192.168.1.1@192.168.1.66/",
                "http://192.168.1.66#192.168.1.1",
                "http://192.168.1.1:99999/",
                "http:///rootDesc.xml",
                "//192.168.1.1/x",
                "",
                "http://192.168.1.1:0/"
            })
    void followsNothingButHttpToTheSender(String url) {
        assertThat(location(url)).isEmpty();
    }

    private static Optional<URI> location(String url) {
        String answer =
                "HTTP/1.1 200 OK\r\nST: urn:schemas-upnp-org:device:InternetGatewayDevice:1\r\n"
                        + "LOCATION: "
                        + url
                        + "\r\n\r\n";
        return Ssdp.location(answer.getBytes(StandardCharsets.UTF_8), ROUTER);
    }

    @Test
    void takesNoOtherDeviceForAGateway() {
        String printer =
                "HTTP/1.1 200 OK\r\nST: urn:schemas-upnp-org:device:Printer:1\r\n"
                        + "LOCATION: http://192.168.1.1/\r\n\r\n";
        assertThat(Ssdp.location(printer.getBytes(StandardCharsets.UTF_8), ROUTER)).isEmpty();
    }

    @Test
    void findsTheServicesDeepInTheDescription() {
        String description =
                device(
                        service("urn:schemas-upnp-org:service:WANPPPConnection:1", "/ppp")
                                + service(
                                        "urn:schemas-upnp-org:service:WANIPConnection:2",
                                        "/ctl/IPConn"));
        assertThat(ConnectionService.read(description, PAGE, ROUTER))
                .containsExactly(
                        new ConnectionService(
                                "urn:schemas-upnp-org:service:WANPPPConnection:1",
                                URI.create("http://192.168.1.1:5000/ppp")),
                        new ConnectionService(
                                "urn:schemas-upnp-org:service:WANIPConnection:2",
                                URI.create("http://192.168.1.1:5000/ctl/IPConn")));
    }

    @Test
    void isLenientAboutPrefixesAndCase() {
        String description =
                "\uFEFF \n<r:ROOT><x:Device><SERVICELIST><u:service><ServiceType>\n"
                        + " urn:schemas-upnp-org:service:WANIPConnection:1 </ServiceType>"
                        + "<CONTROLURL>ctl?a=b&amp;c=d</CONTROLURL></u:service></SERVICELIST>"
                        + "</x:Device></r:ROOT>\0\0 junk";
        assertThat(ConnectionService.read(description, PAGE, ROUTER))
                .extracting(ConnectionService::control)
                .containsExactly(URI.create("http://192.168.1.1:5000/ctl?a=b&c=d"));
    }

    @Test
    void leavesOutWhatIsCalledOnAnotherHost() {
        String type = "urn:schemas-upnp-org:service:WANIPConnection:1";
        String description =
                device(
                        service(type, "http://192.168.1.66/ctl")
                                + service(type, "//192.168.1.66/ctl")
                                + service(type, "https://192.168.1.1/ctl"));
        assertThat(ConnectionService.read(description, PAGE, ROUTER)).isEmpty();
    }

    @Test
    void ignoresABaseOnAnotherHost() {
        String description =
                "<root><URLBase>http://192.168.1.66/</URLBase>"
                        + device(service("urn:schemas-upnp-org:service:WANIPConnection:1", "/ctl"))
                        + "</root>";
        assertThat(ConnectionService.read(description, PAGE, ROUTER))
                .extracting(ConnectionService::control)
                .containsExactly(URI.create("http://192.168.1.1:5000/ctl"));
    }

    @Test
    void takesNoDocumentTypeAndNoEntity() {
        String bomb =
                "<!DOCTYPE root [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">"
                        + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><root>&b;&x;</root>";
        assertThat(Xml.parse(bomb)).isEmpty();
        assertThat(Xml.parse("<!DOCTYPE root SYSTEM \"http://192.168.1.66/x.dtd\"><root/>"))
                .isEmpty();
        assertThat(Xml.parse("<root>&b;</root>")).isEmpty();
    }

    @Test
    void takesNeitherTooDeepNorTooManyElements() {
        assertThat(Xml.parse("<a>".repeat(33) + "</a>".repeat(33))).isEmpty();
        assertThat(Xml.parse("<a>".repeat(32) + "</a>".repeat(32))).isPresent();
        assertThat(Xml.parse("<a>" + "<b/>".repeat(10_000) + "</a>")).isEmpty();
    }

    @Test
    void writesACall() {
        SequencedMap<String, String> arguments = new LinkedHashMap<>();
        arguments.put("NewRemoteHost", "");
        arguments.put("NewPortMappingDescription", "a<b>&\"c\"");
        String call = Soap.call("urn:x:service:WANIPConnection:1", "AddPortMapping", arguments);
        assertThat(call)
                .contains("<u:AddPortMapping xmlns:u=\"urn:x:service:WANIPConnection:1\">")
                .contains("<NewRemoteHost></NewRemoteHost>")
                .contains("a&lt;b&gt;&amp;&quot;c&quot;");
        assertThat(Xml.parse(call)).isPresent();
    }

    @Test
    void readsAnAnswerAndAFault() {
        assertThat(
                        Soap.read(
                                "<s:Envelope><s:Body><u:GetExternalIPAddressResponse>"
                                        + "<NewExternalIPAddress> 203.0.113.9 "
                                        + "</NewExternalIPAddress>"
                                        + "</u:GetExternalIPAddressResponse></s:Body></s:Envelope>",
                                "GetExternalIPAddress"))
                .hasValueSatisfying(outcome ->
                        assertThat(outcome)
                                .isInstanceOfSatisfying(
                                        Soap.Outcome.Done.class,
                                        done ->
                                                assertThat(done.text("newexternalipaddress"))
                                                        .isEqualTo("203.0.113.9")));
        assertThat(
                        Soap.read(
                                "<s:Envelope><s:Body><s:Fault><detail><UPnPError>"
                                        + "<errorCode>718</errorCode></UPnPError></detail>"
                                        + "</s:Fault></s:Body></s:Envelope>",
                                "AddPortMapping"))
                .contains(new Soap.Outcome.Fault(718));
        assertThat(Soap.read("<html>Log on</html>", "AddPortMapping")).isEmpty();
    }

    @Test
    void readsABodyByLengthByChunksAndToTheEnd() throws IOException {
        assertThat(response("Content-Length: 3\r\n\r\nabcdef").body()).isEqualTo("abc");
        assertThat(response("\r\nabcdef").body()).isEqualTo("abcdef");
        assertThat(
                        response(
                                        "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n")
                                .body())
                .isEqualTo("abcde");
        assertThat(response("Content-Length: 999\r\n\r\nabc").body()).isEqualTo("abc");
    }

    @Test
    void refusesWhatIsNoResponseOrTooLong() {
        for (String text :
                List.of(
                        "Content-Length: -1\r\n\r\n",
                        "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                        "X: " + "a".repeat(20_000) + "\r\n\r\n",
                        "X: y\r\n".repeat(4000) + "\r\n",
                        "\r\n" + "a".repeat(300_000))) {
            assertThatThrownBy(() -> response(text)).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> HttpResponse.read(stream("SSH-2.0-x\r\n\r\n")))
                .isInstanceOf(IOException.class);
    }

    private static HttpResponse response(String afterStatus) throws IOException {
        return HttpResponse.read(stream("HTTP/1.1 200 OK\r\n" + afterStatus));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String device(String services) {
        return "<root xmlns=\"urn:schemas-upnp-org:device-1-0\"><device><deviceList><device>"
                + "<deviceList><device><serviceList>"
                + services
                + "</serviceList></device></deviceList></device></deviceList></device></root>";
    }

    private static String service(String type, String control) {
        return "<service><serviceType>"
                + type
                + "</serviceType><controlURL>"
                + control
                + "</controlURL></service>";
    }
}
