package app.naru.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Protocol;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcNetTableTest {

    private static final String TCP =
            """
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 41234 1 0000000000000000 100 0 0 10 0
               1: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 22222 1 0000000000000000 100 0 0 10 0
               2: 3502A8C0:9C40 08080808:01BB 01 00000000:00000000 02:000006A5 00000000  1000        0 33333 2 0000000000000000 20 4 30 10 -1
               3: 0100007F:1F90 0100007F:C350 06 00000000:00000000 03:00000A5C 00000000     0        0 0 3 0000000000000000
            """;

    private static final String TCP6 =
            """
              sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 00000000000000000000000000000000:1435 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 5 1 0000000000000000 100 0 0 10 0
               1: 00000000000000000000000001000000:0277 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 6 1 0000000000000000 100 0 0 10 0
               2: 0000000000000000FFFF00000100007F:2382 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 7 1 0000000000000000 100 0 0 10 0
               3: 000080FE00000000FF00FC0201000000:1F40 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 8 1 0000000000000000 100 0 0 10 0
            """;

    private static final String UDP =
            """
               sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
              483: 00000000:14E9 00000000:0000 07 00000000:00000000 00:00000000 00000000   108        0 18446744073709551615 2 0000000000000000 0
              484: 0A00000A:B2F0 01010101:01BB 01 00000000:00000000 00:00000000 00000000  1000        0 12 2 0000000000000000 0
              485: 0100007F:0143 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 13 2 0000000000000000 0
            """;

    @Test
    void takesListeningTcpSocketsAlone() {
        assertThat(ProcNetTable.read(Protocol.TCP, TCP))
                .extracting(ProcNetTableTest::place, ProcNetTable.Row::uid, ProcNetTable.Row::inode)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("127.0.0.1:8080", 1000L, 41234L),
                        org.assertj.core.groups.Tuple.tuple("0.0.0.0:22", 0L, 22222L));
    }

    @Test
    void readsIpv6AndTheIpv4AddressThatAnIpv6AddressMaps() {
        assertThat(ProcNetTable.read(Protocol.TCP, TCP6))
                .extracting(ProcNetTableTest::place)
                .containsExactly(
                        "[::]:5173", "[::1]:631", "127.0.0.1:9090", "[fe80::2fc:ff:0:1]:8000");
    }

    @Test
    void takesBoundUdpSocketsButNotConnectedOnes() {
        assertThat(ProcNetTable.read(Protocol.UDP, UDP))
                .extracting(ProcNetTableTest::place)
                .containsExactly("0.0.0.0:5353", "127.0.0.1:323");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0: 0100007F:1F90 00000000:0000 0A",
                "0: 0100007F:0000 00000000:0000 0A 0:0 00:0 0 1000 0 41234 1",
                "0: 0100007F:10000 00000000:0000 0A 0:0 00:0 0 1000 0 41234 1",
                "0: 0100007F 00000000:0000 0A 0:0 00:0 0 1000 0 41234 1",
                "0: 0100007F: 00000000:0000 0A 0:0 00:0 0 1000 0 41234 1",
                "0: 01007F:1F90 00000000:0000 0A 0:0 00:0 0 1000 0 41234 1",
                "0: 01007F7:1F90 00000000:0000 0A 0:0 00:0 0 1000 0 41234 1",
                "0: 0100007F0:1F90 00000000:0000 0A 0:0 00:0 0 1000 0 41234 1",
                "0: 0100ZZ7F:1F90 00000000:0000 0A 0:0 00:0 0 1000 0 41234 1",
                "0: 0100007F:1F90 00000000:0000 0A 0:0 00:0 0 -1 0 41234 1",
                "0: 0100007F:1F90 00000000:0000 0A 0:0 00:0 0 1000 0 inode 1",
                "0: 0100007F:1F90 00000000:0000 0A 0:0 00:0 0 1000 0 99999999999999999999 1",
                "0: 0100007F:1FFFFFFFFF90 00000000:0000 0A 0:0 00:0 0 1000 0 41234 1",
            })
    void leavesOutALineThatIsNotAsItShouldBe(String line) {
        assertThat(ProcNetTable.read(Protocol.TCP, line)).isEmpty();
    }

    @Test
    void readsTheLinesAroundABrokenOne() {
        List<String> lines = TCP.lines().toList();
        String broken = lines.get(1) + "\n   1: 000\u0000\uffff\n" + lines.get(2);
        assertThat(ProcNetTable.read(Protocol.TCP, broken)).hasSize(2);
    }

    @Test
    void leavesOutALineThatNeverEnds() {
        String row = TCP.lines().toList().get(1);
        assertThat(ProcNetTable.read(Protocol.TCP, row + " 0".repeat(1_000))).isEmpty();
    }

    @Test
    void stopsAtItsBound() {
        String row = TCP.lines().toList().get(1) + "\n";
        assertThat(ProcNetTable.read(Protocol.TCP, row.repeat(ProcNetTable.MOST_LINES + 5)))
                .hasSize(ProcNetTable.MOST_LINES);
    }

    @Test
    void takesAnyTextWithoutFailing() {
        Random random = new Random(20261122);
        String[] tables = {TCP, TCP6, UDP};
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            String table = tables[i % tables.length];
            List<String> lines = table.lines().toList();
            StringBuilder line = new StringBuilder(lines.get(1 + i / 3 % (lines.size() - 1)));
            for (int change = random.nextInt(4); change >= 0; change--) {
                change(line, random);
            }
            Protocol protocol = random.nextBoolean() ? Protocol.TCP : Protocol.UDP;
            read += ProcNetTable.read(protocol, line.toString()).size();
        }
        assertThat(read)
                .as("some survive, so that the parser was reached")
                .isBetween(5_000, 90_000);
    }

    private static void change(StringBuilder line, Random random) {
        if (line.isEmpty()) {
            return;
        }
        int at = random.nextInt(line.length());
        switch (random.nextInt(5)) {
            case 0 -> line.setCharAt(at, (char) random.nextInt(0x10000));
            case 1 -> line.deleteCharAt(at);
            case 2 -> line.insert(at, "0123456789ABCDEFabcdef: \t-".charAt(random.nextInt(26)));
            case 3 -> line.setLength(at);
            default -> line.insert(at, line.substring(at / 2, at));
        }
    }

    private static String place(ProcNetTable.Row row) {
        return Address.withPort(row.address(), row.port());
    }
}
