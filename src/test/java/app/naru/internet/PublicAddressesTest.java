package app.naru.internet;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.internet.PublicAddresses.Agreement;
import app.naru.internet.SourceAnswer.Failure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PublicAddressesTest {

    @Test
    void knowsNothingWhereNobodyTells() {
        PublicAddresses silent =
                new PublicAddresses(
                        List.of(
                                new SourceAnswer(
                                        new Source(Source.Kind.HTTPS, "https://ip.example.org"),
                                        IpVersion.IPV4,
                                        new SourceAnswer.Failed(Failure.SILENT),
                                        3000)));
        assertThat(silent.ipv4()).isEmpty();
        assertThat(silent.agreement(IpVersion.IPV4)).isEqualTo(Agreement.NOBODY);
    }

    @Test
    void tellsHowFarTheSourcesAgree() {
        assertThat(told("203.0.113.7").agreement(IpVersion.IPV4)).isEqualTo(Agreement.ONE);
        assertThat(told("203.0.113.7", "203.0.113.7").agreement(IpVersion.IPV4))
                .isEqualTo(Agreement.ALL);
        assertThat(told("203.0.113.7", "203.0.113.8").agreement(IpVersion.IPV4))
                .isEqualTo(Agreement.DIFFER);
        assertThat(told("203.0.113.7", "2001:db8::1").agreement(IpVersion.IPV4))
                .isEqualTo(Agreement.ONE);
    }

    @Test
    void takesTheAddressThatMostTell() {
        PublicAddresses seen = told("203.0.113.8", "203.0.113.7", "2001:db8::1", "203.0.113.7");
        assertThat(seen.ipv4()).contains(Address.parse("203.0.113.7"));
        assertThat(seen.ipv6()).contains(Address.parse("2001:db8::1"));
    }

    private static PublicAddresses told(String... addresses) {
        List<SourceAnswer> answers = new ArrayList<>();
        for (String address : addresses) {
            answers.add(
                    new SourceAnswer(
                            new Source(Source.Kind.STUN, "stun" + answers.size() + ":3478"),
                            IpVersion.of(Address.parse(address)),
                            new SourceAnswer.Seen(Address.parse(address)),
                            10));
        }
        return new PublicAddresses(answers);
    }
}
