package app.naru.internet;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Cidr;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OriginTest {

    private static final Home HOME =
            Home.of(
                    List.of(Address.parse("192.168.0.7"), Address.parse("2001:db8:1::7")),
                    List.of(Cidr.parse("192.168.0.0/24"), Cidr.parse("2001:db8:1::/64")),
                    List.of(Address.parse("192.168.0.1")),
                    List.of(Address.parse("203.0.113.7")));

    @ParameterizedTest
    @CsvSource({
        "198.51.100.20, OUTSIDE",
        "2001:db8:2::9, OUTSIDE",
        "192.168.0.1, ROUTER",
        "203.0.113.7, HOME",
        "192.168.0.20, NETWORK",
        "2001:db8:1::20, NETWORK",
        "100.64.0.9, OTHER_NETWORK",
        "10.8.0.3, OTHER_NETWORK",
        "fd00::9, OTHER_NETWORK",
        "127.0.0.1, THIS_PC",
        "192.168.0.7, THIS_PC"
    })
    void tellsWhereAVisitorComesFrom(String visitor, Origin origin) {
        assertThat(Origin.of(Address.parse(visitor), HOME)).isEqualTo(origin);
    }
}
