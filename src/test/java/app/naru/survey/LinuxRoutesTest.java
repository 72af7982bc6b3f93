package app.naru.survey;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinuxRoutesTest {

    private static final String IPV4 =
            """
            Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
            tun0	00000000	01000A0A	0003	0	0	50	00000000	0	0	0
            tun0	00000000	0100000A	0003	0	0	0	00000080	0	0	0
            wlan0	00000000	FE01A8C0	0003	0	0	600	00000000	0	0	0
            ppp0	00000000	00000000	0001	0	0	0	00000000	0	0	0
            eth1	00000000	0101A8C0	0203	0	0	0	00000000	0	0	0
            wlan0	0001A8C0	00000000	0001	0	0	600	00FFFFFF	0	0	0
            """;

    private static final String IPV6 =
            """
            20010db8000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000258 00000001 00000000 00000001    wlan0
            00000000000000000000000000000000 00 00000000000000000000000000000000 00 fe800000000000000000000000000001 00000258 00000001 00000000 00400003    wlan0
            00000000000000000000000000000000 00 00000000000000000000000000000000 00 00000000000000000000000000000000 ffffffff 00000001 00000000 00200200       lo
            """;

    @Test
    void findsTheIpv4DefaultRoutesByAGateway() {
        assertThat(LinuxRoutes.ipv4(IPV4))
                .containsExactly(
                        new LinuxRoutes.Route("tun0", Address.parse("10.10.0.1"), 50),
                        new LinuxRoutes.Route("wlan0", Address.parse("192.168.1.254"), 600));
    }

    @Test
    void findsTheIpv6DefaultRoutesByAGateway() {
        assertThat(LinuxRoutes.ipv6(IPV6))
                .containsExactly(new LinuxRoutes.Route("wlan0", Address.parse("fe80::1"), 600));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "eth0 00000000",
                "eth0 00000000 0101A8C0 0003 0 0 x 00000000",
                "eth0 00000000 0101A8C0 zzzz 0 0 0 00000000",
                "eth0 00000000 0101A8 0003 0 0 0 00000000",
                "eth0 00000000 0101A8C 0003 0 0 0 00000000",
                "eth0 00000000 0101A8C0 0003 0 0 99999999999 00000000",
            })
    void leavesOutALineThatIsNotAsItShouldBe(String line) {
        assertThat(LinuxRoutes.ipv4(line)).isEmpty();
        assertThat(LinuxRoutes.ipv6(line)).isEmpty();
    }

    @Test
    void takesAnyTextWithoutFailing() {
        Random random = new Random(20261122);
        List<String> lines = (IPV4 + IPV6).lines().toList();
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            StringBuilder line = new StringBuilder(lines.get(i % lines.size()));
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(line.length());
                switch (random.nextInt(3)) {
                    case 0 -> line.setCharAt(at, (char) random.nextInt(0x10000));
                    case 1 -> line.insert(at, "0123456789abcdef \t-".charAt(random.nextInt(19)));
                    default -> line.setLength(Math.max(at, 1));
                }
            }
            read += LinuxRoutes.ipv4(line.toString()).size();
            read += LinuxRoutes.ipv6(line.toString()).size();
        }
        assertThat(read).as("some survive, so that the parser was reached").isGreaterThan(1_000);
    }
}
