package app.naru.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What the other tests, over IPv4, do not meet; the bytes are those of the protocol's text. */
final class ProxyProtocolTest {

    private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";

    private static final InetSocketAddress CLIENT = at("2001:db8::7", 50_000);
    private static final InetSocketAddress HERE = at("2001:db8::1", 8_000);
    private static final InetSocketAddress HERE_BY_IPV4 = at("192.0.2.1", 8_000);

    private static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(Address.parse(address), port);
    }

    private static byte[] bytes(ByteBuffer header) {
        byte[] bytes = new byte[header.remaining()];
        header.get(bytes);
        return bytes;
    }

    @Test
    void namesIpv6InALine() {
        assertThat(bytes(ProxyProtocol.V1.header(CLIENT, HERE)))
                .asString(US_ASCII)
                .isEqualTo("PROXY TCP6 2001:db8::7 2001:db8::1 50000 8000\r\n");
    }

    @Test
    void namesIpv6InBinary() {
        assertThat(HexFormat.of().formatHex(bytes(ProxyProtocol.V2.header(CLIENT, HERE))))
                .isEqualTo(
                        SIGNATURE
                                + "21210024"
                                + "20010db8000000000000000000000007"
                                + "20010db8000000000000000000000001"
                                + "c3501f40");
    }

    @Test
    void saysThatItDoesNotKnowWhereTheFamiliesDiffer() {
        assertThat(bytes(ProxyProtocol.V1.header(CLIENT, HERE_BY_IPV4)))
                .asString(US_ASCII)
                .isEqualTo("PROXY UNKNOWN\r\n");
        assertThat(HexFormat.of().formatHex(bytes(ProxyProtocol.V2.header(CLIENT, HERE_BY_IPV4))))
                .isEqualTo(SIGNATURE + "21000000");
    }
}
