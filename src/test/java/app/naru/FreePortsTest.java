package app.naru;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.IntSummaryStatistics;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FreePortsTest {

    @Test
    void noneIsGivenTwiceUntilTheBlockEnds() {
        assertThat(IntStream.range(0, 100).map(i -> FreePorts.one())).doesNotHaveDuplicates();
    }

    @Test
    void whatIsTakenAtAnyAddressIsNotFree() throws Exception {
        InetAddress address = InetAddress.getByName("127.0.0.9");
        int port = FreePorts.one();
        assertThat(FreePorts.isFree(port)).isTrue();
        try (ServerSocket tcp = new ServerSocket(port, 1, address)) {
            assertThat(FreePorts.isFree(tcp.getLocalPort())).isFalse();
        }
        try (DatagramSocket udp = new DatagramSocket(port, address)) {
            assertThat(FreePorts.isFree(udp.getLocalPort())).isFalse();
        }
        assertThat(FreePorts.isFree(port)).isTrue();
    }

    @Test
    void theyBeginAnewWhereTheBlockEnds() {
        IntSummaryStatistics firsts =
                IntStream.range(0, 20).map(i -> FreePorts.inARow(100)).summaryStatistics();
        assertThat(firsts.getMax() - firsts.getMin()).isBetween(1, 900);
    }
}
