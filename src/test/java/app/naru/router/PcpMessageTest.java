package app.naru.router;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Protocol;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** PCP's bytes, written down after the figures of RFC 6887 sections 7.1, 7.2, 11.1 and 14.1. */
final class PcpMessageTest {

    private static final InetAddress OWN = Address.parse("192.168.1.23");
    private static final String OWN_MAPPED = "00000000000000000000ffffc0a80117";
    private static final String NONCE = "0102030405060708090a0b0c";
    private static final String MAP_DATA =
            NONCE + "06000000" + "1f40" + "4e20" + "00000000000000000000ffffcb007109";

    @Test
    void announcesItself() {
        assertThat(hex(PcpMessage.announce(OWN))).isEqualTo("02000000" + "00000000" + OWN_MAPPED);
    }

    @Test
    void asksForAMapping() {
        byte[] asked = PcpMessage.map(OWN, NONCE, Protocol.TCP, 8000, 20000, 3600);
        assertThat(hex(asked))
                .isEqualTo(
                        "02010000"
                                + "00000e10"
                                + OWN_MAPPED
                                + NONCE
                                + "06000000"
                                + "1f404e20"
                                + "00000000000000000000ffff00000000");
    }

    @Test
    void namesUdpByItsNumber() {
        byte[] asked = PcpMessage.map(OWN, NONCE, Protocol.UDP, 1, 1, 0);
        assertThat(asked[36]).isEqualTo((byte) 17);
    }

    @Test
    void readsAMapping() {
        PcpMessage.Reply reply = reply("02810000" + "00000e10" + "00000064" + zeros() + MAP_DATA);
        assertThat(reply.result()).isZero();
        assertThat(reply.lifetimeSeconds()).isEqualTo(3600);
        assertThat(reply.epoch()).isEqualTo(100);
        PcpMessage.Mapped mapped = reply.mapping().orElseThrow();
        assertThat(mapped.externalPort()).isEqualTo(20000);
        assertThat(mapped.externalAddress()).contains(Address.parse("203.0.113.9"));
        assertThat(mapped.answers(NONCE, Protocol.TCP, 8000)).isTrue();
    }

    @Test
    void knowsAnAnswerToAnotherQuestion() {
        PcpMessage.Mapped mapped =
                reply("02810000" + "00000e10" + "00000064" + zeros() + MAP_DATA)
                        .mapping()
                        .orElseThrow();
        assertThat(mapped.answers("00".repeat(12), Protocol.TCP, 8000)).isFalse();
        assertThat(mapped.answers(NONCE, Protocol.UDP, 8000)).isFalse();
        assertThat(mapped.answers(NONCE, Protocol.TCP, 8001)).isFalse();
    }

    @Test
    void takesTheAllZeroAddressForNone() {
        String data = MAP_DATA.replace("cb007109", "00000000");
        assertThat(reply("02810000" + "00000e10" + "00000064" + zeros() + data).mapping())
                .hasValueSatisfying(mapped -> assertThat(mapped.externalAddress()).isEmpty());
    }

    @Test
    void readsAShortRefusal() {
        PcpMessage.Reply reply = reply("02810002" + "00000708" + "00000005" + zeros());
        assertThat(reply.result()).isEqualTo(2);
        assertThat(reply.mapping()).isEmpty();
    }

    @Test
    void readsThatTheRouterSpeaksNatPmpAlone() {
        assertThat(PcpMessage.readAnnounce(bytes("0080000100000010")))
                .hasValueSatisfying(reply -> {
                    assertThat(reply.version()).isZero();
                    assertThat(reply.result()).isEqualTo(PcpMessage.UNSUPP_VERSION);
                });
    }

    @Test
    void takesNeitherARequestNorHalfAMapping() {
        assertThat(PcpMessage.readMap(PcpMessage.map(OWN, NONCE, Protocol.TCP, 1, 1, 1))).isEmpty();
        assertThat(PcpMessage.readMap(bytes("02810000" + "00000e10" + "00000064" + zeros())))
                .isEmpty();
        assertThat(PcpMessage.readAnnounce(new byte[0])).isEmpty();
    }

    private static PcpMessage.Reply reply(String hex) {
        Optional<PcpMessage.Reply> reply = PcpMessage.readMap(bytes(hex));
        return reply.orElseThrow();
    }

    private static String zeros() {
        return "0".repeat(24);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
