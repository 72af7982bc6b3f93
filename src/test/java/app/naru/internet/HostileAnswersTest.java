package app.naru.internet;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.Mutations;
import app.naru.forward.AddressKind;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What strangers answer, mutated: nothing is thrown, and no address is let through that can't be.
 */
final class HostileAnswersTest {

    private static final List<String> TOKENS =
            List.of("\0", "\r\n", "::ffff:10.0.0.1", "127.0.0.1", "fe80::1%eth0", "١", "<html>");

    @Test
    void stun() {
        byte[] id = HexFormat.of().parseHex("b7e7a701bc34d686fa87dfae");
        byte[] good =
                HexFormat.of()
                        .parseHex(
                                "010100382112a442b7e7a701bc34d686fa87dfae"
                                        + "8022000b7465737420766563746f7220"
                                        + "002000080001a147e112a643"
                                        + "0001000800018055cb007163"
                                        + "802b00080001800dcb007163");
        Mutations.of(good, TOKENS, 8489)
                .give(bytes -> StunMessage.read(bytes, id).ifPresent(HostileAnswersTest::whole));
    }

    private static void whole(StunMessage.Answer answer) {
        answer.address().ifPresent(address -> assertThat(address.getAddress().length).isIn(4, 16));
    }

    @Test
    void echoPages() {
        Mutations.of("203.0.113.77\n", TOKENS, 7)
                .give(bytes ->
                        EchoPage.read(new String(bytes, StandardCharsets.ISO_8859_1))
                                .ifPresent(HostileAnswersTest::ofTheInternet));
        Mutations.of("2001:db8:85a3::8a2e:370:7334", TOKENS, 8)
                .give(bytes ->
                        EchoPage.read(new String(bytes, StandardCharsets.ISO_8859_1))
                                .ifPresent(HostileAnswersTest::ofTheInternet));
    }

    private static void ofTheInternet(InetAddress address) {
        if (address instanceof Inet4Address) {
            assertThat(AddressKind.of(Optional.of(address))).isEqualTo(AddressKind.PUBLIC);
        } else {
            assertThat(address.getAddress()[0] & 0xe0).isEqualTo(0x20);
        }
    }

    @Test
    void takesNoAddressThatNobodyOnTheInternetCanHave() {
        for (String address :
                List.of(
                        "10.0.0.1",
                        "192.168.0.1",
                        "100.64.0.1",
                        "127.0.0.1",
                        "0.0.0.0",
                        "169.254.1.1",
                        "224.0.0.1",
                        "::1",
                        "fe80::1",
                        "fd00::1",
                        "::ffff:10.0.0.1",
                        "localhost",
                        "1.2.3",
                        "",
                        "203.0.113.7 203.0.113.8")) {
            assertThat(EchoPage.read(address)).as(address).isEmpty();
        }
        assertThat(EchoPage.read(" 203.0.113.7\r\n")).isPresent();
        assertThat(EchoPage.read(" ".repeat(250) + "203.0.113.7")).isEmpty();
    }
}
