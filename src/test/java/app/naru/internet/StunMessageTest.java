package app.naru.internet;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StunMessageTest {

    private static final HexFormat HEX = HexFormat.of();

    /** RFC 5769 section 2.2, without what goes with a password. */
    private static final byte[] ID = HEX.parseHex("b7e7a701bc34d686fa87dfae");

    private static final String XOR_IPV4 = "002000080001a147e112a643";

    @Test
    void asksForABinding() {
        assertThat(HEX.formatHex(StunMessage.request(ID)))
                .isEqualTo("000100002112a442b7e7a701bc34d686fa87dfae");
    }

    @Test
    void readsTheHiddenIpv4Address() {
        assertThat(address(success(XOR_IPV4))).contains(Address.parse("192.0.2.1"));
    }

    @Test
    void readsTheHiddenIpv6Address() {
        // RFC 5769 section 2.3
        String ipv6 = "002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9";
        assertThat(address(success(ipv6)))
                .contains(Address.parse("2001:db8:1234:5678:11:2233:4455:6677"));
    }

    @Test
    void prefersTheHiddenAddressToThePlainOneWhateverTheirOrder() {
        String plain = "00010008000180" + "55cb007163";
        assertThat(address(success(plain + XOR_IPV4))).contains(Address.parse("192.0.2.1"));
        assertThat(address(success(XOR_IPV4 + plain))).contains(Address.parse("192.0.2.1"));
        assertThat(address(success(plain))).contains(Address.parse("203.0.113.99"));
    }

    @Test
    void skipsOptionalAttributesWithTheirPadding() {
        String software = "8022000b" + HEX.formatHex("test vector".getBytes()) + "20";
        assertThat(address(success(software + XOR_IPV4))).contains(Address.parse("192.0.2.1"));
    }

    @Test
    void takesNoAddressBesideAnAttributeThatHasToBeUnderstood() {
        StunMessage.Answer answer = read(success("00240004" + "00000001" + XOR_IPV4)).orElseThrow();
        assertThat(answer.address()).isEmpty();
    }

    @Test
    void hearsARefusal() {
        byte[] refusal = success("0009000400000400");
        refusal[1] = 0x11;
        assertThat(read(refusal).orElseThrow().address()).isEmpty();
    }

    @Test
    void believesNobodyWhoDoesNotKnowTheTransaction() {
        byte[] forged = success(XOR_IPV4);
        forged[19] ^= 1;
        assertThat(read(forged)).isEmpty();
        byte[] old = success(XOR_IPV4);
        old[4] ^= 1;
        assertThat(read(old)).isEmpty();
    }

    @Test
    void refusesLengthsThatAreNotTrue() {
        byte[] longer = success(XOR_IPV4);
        longer[3] += 4;
        assertThat(read(longer)).isEmpty();
        assertThat(address(success("00200010" + "0001a147e112a643"))).isEmpty();
        assertThat(address(success("00200004" + "0001a147"))).isEmpty();
        assertThat(address(success("00200008" + "0003a147e112a643"))).isEmpty();
        assertThat(address(success(""))).isEmpty();
        assertThat(read(new byte[StunMessage.LONGEST + 1])).isEmpty();
        assertThat(read(new byte[0])).isEmpty();
    }

    private static byte[] success(String attributes) {
        String length = HEX.toHexDigits((short) (attributes.length() / 2));
        return HEX.parseHex("0101" + length + "2112a442" + HEX.formatHex(ID) + attributes);
    }

    private static Optional<StunMessage.Answer> read(byte[] datagram) {
        return StunMessage.read(datagram, ID);
    }

    private static Optional<InetAddress> address(byte[] datagram) {
        return read(datagram).flatMap(StunMessage.Answer::address);
    }
}
