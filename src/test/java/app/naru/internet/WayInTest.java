package app.naru.internet;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WayInTest {

    private static final List<InetAddress> OWN = List.of(Address.parse("192.168.0.5"));

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, OPEN, false",
        "203.0.113.7, '', UNCONFIRMED, false",
        "203.0.113.7, 198.51.100.9, OTHER_ADDRESS, true",
        "192.168.1.20, 203.0.113.7, SECOND_ROUTER, true",
        "10.0.0.2, '', SECOND_ROUTER, true",
        "172.31.0.2, 203.0.113.7, SECOND_ROUTER, true",
        "100.64.0.2, 203.0.113.7, CARRIER_NAT, true",
        "100.127.255.254, '', CARRIER_NAT, true",
        "192.0.0.2, 203.0.113.7, CARRIER_NAT, true",
        "100.128.0.1, 100.128.0.1, OPEN, false",
        "0.0.0.0, 203.0.113.7, NO_ADDRESS, true",
        "none, 203.0.113.7, NO_ADDRESS, true",
        "none, '', NO_ADDRESS, true",
        "169.254.3.4, 203.0.113.7, NO_ADDRESS, true",
        "unsaid, 203.0.113.7, UNSAID, false",
        "unsaid, '', OFFLINE, false",
        "unsaid, 192.168.0.5, DIRECT, false",
        "none, 192.168.0.5, DIRECT, false"
    })
    void comparesWhatTheRouterSaysWithWhatTheInternetSees(
            String router, String seen, WayIn.Kind kind, boolean blocked) {
        WayIn way = WayIn.of(word(router), seen(seen), OWN);
        assertThat(way.kind()).isEqualTo(kind);
        assertThat(way.blocked()).isEqualTo(blocked);
        assertThat(way.sentence().key()).isEqualTo("internet.way." + kind);
    }

    @Test
    void believesTheRouterWhereOnlySomeSeeAnotherAddress() {
        PublicAddresses differing = seen("198.51.100.9", "198.51.100.9", "203.0.113.7");
        assertThat(WayIn.of(word("203.0.113.7"), differing, OWN).kind()).isEqualTo(WayIn.Kind.OPEN);
    }

    @Test
    void namesTheAddressesFoundAndWhatHelps() {
        WayIn way = WayIn.of(word("100.64.0.2"), seen("203.0.113.7"), OWN);
        assertThat(way.sentence().arguments()).containsExactly("100.64.0.2", "203.0.113.7");
        assertThat(keys(way))
                .containsExactly(
                        "internet.help.provider", "internet.help.ipv6", "internet.help.tunnel");
        assertThat(keys(WayIn.of(word("10.9.9.2"), seen("203.0.113.7"), OWN)))
                .startsWith("internet.help.bridge", "internet.help.both");
        assertThat(keys(WayIn.of(word("203.0.113.8"), seen("203.0.113.7"), OWN)))
                .startsWith("internet.help.vpn");
    }

    @Test
    void namesTheIpv6AddressThatIsThereAlready() {
        WayIn way = WayIn.of(word("100.64.0.2"), seen("203.0.113.7", "2001:db8::1"), OWN);
        assertThat(way.help()).contains(Sentence.of("internet.help.ipv6.here", "2001:db8::1"));
    }

    @Test
    void hasNoAdviceWhereNothingSpeaksAgainstIt() {
        assertThat(WayIn.of(word("203.0.113.7"), seen("203.0.113.7"), OWN).help()).isEmpty();
        assertThat(WayIn.of(word("unsaid"), seen("203.0.113.7"), OWN).help()).isEmpty();
    }

    private static List<String> keys(WayIn way) {
        return way.help().stream().map(Sentence::key).toList();
    }

    private static RouterWord word(String router) {
        return switch (router) {
            case "none" -> new RouterWord.HasNone();
            case "unsaid" -> new RouterWord.Unsaid();
            default -> new RouterWord.Has(Address.parse(router));
        };
    }

    private static PublicAddresses seen(String... addresses) {
        return new PublicAddresses(
                Arrays.stream(addresses)
                        .filter(address -> !address.isEmpty())
                        .map(Address::parse)
                        .map(address ->
                                new SourceAnswer(
                                        new Source(Source.Kind.STUN, "stun.example.org:3478"),
                                        IpVersion.of(address),
                                        new SourceAnswer.Seen(address),
                                        20))
                        .toList());
    }
}
