package app.naru.router;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.AddressKind;
import app.naru.forward.Protocol;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** NAT-PMP's bytes, written down after the figures of RFC 6886 sections 3.2 to 3.5. */
final class NatPmpMessageTest {

    @Test
    void asksForTheAddress() {
        assertThat(NatPmpMessage.askAddress()).containsExactly(0, 0);
    }

    @Test
    void readsTheAddress() {
        assertThat(NatPmpMessage.readAddress(bytes("0080000000000064cb007109")))
                .contains(
                        new NatPmpMessage.AddressReply(
                                0, 100, ExternalAddress.of(Address.parse("203.0.113.9"))));
    }

    @Test
    void readsThatThereIsNoAddress() {
        assertThat(NatPmpMessage.readAddress(bytes("008000000000006400000000")))
                .map(reply -> reply.address().kind())
                .contains(AddressKind.NONE);
    }

    @Test
    void asksForAMapping() {
        assertThat(hex(NatPmpMessage.map(Protocol.TCP, 8000, 20000, 3600)))
                .isEqualTo("00020000" + "1f404e20" + "00000e10");
        assertThat(hex(NatPmpMessage.map(Protocol.UDP, 8000, 0, 0)))
                .isEqualTo("00010000" + "1f400000" + "00000000");
    }

    @Test
    void readsAMapping() {
        assertThat(
                        NatPmpMessage.readMap(
                                bytes("00820000" + "00000064" + "1f404e20" + "ffffffff"),
                                Protocol.TCP))
                .contains(new NatPmpMessage.MapReply(0, 100, 8000, 20000, 4_294_967_295L));
    }

    @Test
    void takesNoAnswerForTheOtherProtocol() {
        byte[] forTcp = bytes("00820000" + "00000064" + "1f404e20" + "00000e10");
        assertThat(NatPmpMessage.readMap(forTcp, Protocol.UDP)).isEmpty();
    }

    @Test
    void readsAShortRefusal() {
        assertThat(NatPmpMessage.readMap(bytes("0082000200000064"), Protocol.TCP))
                .map(NatPmpMessage.MapReply::result)
                .contains(2);
    }

    @Test
    void readsThatTheRouterSpeaksPcpAlone() {
        assertThat(NatPmpMessage.readAddress(bytes("0280000100000000")))
                .map(NatPmpMessage.AddressReply::result)
                .contains(NatPmpMessage.UNSUPPORTED_VERSION);
    }

    @Test
    void takesNoHalfAnswer() {
        assertThat(NatPmpMessage.readAddress(bytes("0080000000000064")))
                .isEqualTo(Optional.empty());
        assertThat(NatPmpMessage.readAddress(new byte[3])).isEmpty();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
