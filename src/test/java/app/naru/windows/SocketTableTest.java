package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

final class SocketTableTest {

    @Test
    void readsAddressPortAndProcess() {
        ByteBuffer table = table(1, 4 + 24);
        table.putInt(4, 2).put(8, new byte[] {127, 0, 0, 1}).putInt(24, 1234);
        port(table, 12, 8000);
        assertThat(SocketTable.TCP4.rows(table))
                .containsExactly(
                        new SocketTable.Row(
                                Protocol.TCP, Address.parse("127.0.0.1"), new Port(8000), 1234));
    }

    @Test
    void readsIpv6() {
        ByteBuffer table = table(1, 4 + 28);
        table.put(4 + 15, (byte) 1).putInt(4 + 24, 0xffff_fff0);
        port(table, 4 + 20, 53);
        assertThat(SocketTable.UDP6.rows(table))
                .containsExactly(
                        new SocketTable.Row(
                                Protocol.UDP, Address.parse("::1"), new Port(53), 4_294_967_280L));
    }

    @Test
    void anEmptyTableHasNoRows() {
        assertThat(SocketTable.UDP4.rows(table(0, 4))).isEmpty();
        assertThat(SocketTable.UDP4.rows(table(0, 0))).isEmpty();
    }

    @Test
    void readsNoRowThatIsNotThere() {
        assertThat(SocketTable.UDP4.rows(table(Integer.MAX_VALUE, 4 + 12 + 11))).isEmpty();
        assertThat(SocketTable.UDP4.rows(table(-1, 4 + 12))).isEmpty();
    }

    @Test
    void leavesOutASocketWithoutPort() {
        assertThat(SocketTable.TCP6.rows(table(1, 4 + 56))).isEmpty();
    }

    private static ByteBuffer table(int count, int size) {
        ByteBuffer table = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        if (size >= 4) {
            table.putInt(0, count);
        }
        return table;
    }

    /** The port's two bytes are in network byte order; the two behind may be anything. */
    private static void port(ByteBuffer table, int at, int port) {
        table.put(at, (byte) (port >> 8)).put(at + 1, (byte) port).putShort(at + 2, (short) -1);
    }
}
