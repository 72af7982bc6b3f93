package app.naru.path;

import static app.naru.path.Planned.relay;
import static app.naru.path.Situations.forward;
import static app.naru.path.Situations.listener;
import static app.naru.path.Situations.windows;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Forward;
import app.naru.forward.HttpNames;
import app.naru.forward.Sentence;
import app.naru.internet.IpVersion;
import app.naru.internet.PublicAddresses;
import app.naru.internet.Source;
import app.naru.internet.SourceAnswer;
import app.naru.relay.http.HttpMode;
import app.naru.survey.Fact;
import app.naru.survey.Situation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is planned for a forward in HTTP mode. */
final class HttpPlanTest {

    @Test
    void httpModeNeedsTheRelayAndKnowsThisPcsAddressesAndTheChosenNames() {
        Forward forward =
                forward("8000", "8000", "lan").inHttpMode(HttpNames.parse("pc.example.com"));
        Plan plan = Plan.of(forward, windows(listener("127.0.0.1", 8000, "python.exe")));

        HttpMode mode = relay(plan).http().orElseThrow();
        assertThat(mode.names()).contains("pc.example.com", "192.168.0.7");
        assertThat(mode.serverAuthority()).isEqualTo("localhost:8000");
        assertThat(mode.anyAddress()).isFalse();
        assertThat(plan.changes().getLast().description().key())
                .isEqualTo("path.change.relay.http");
    }

    @Test
    void httpModeForTheInternetTakesAnyAddressUntilThePublicOneIsKnown() {
        Forward forward = forward("8000", "8000", "internet").inHttpMode(HttpNames.parse(""));
        Situation situation = windows(listener("127.0.0.1", 8000, "python.exe"));

        assertThat(relay(Plan.of(forward, situation)).http().orElseThrow().anyAddress()).isTrue();
        HttpMode known =
                relay(
                                Plan.of(
                                        forward,
                                        situation.withOutside(
                                                new Fact.Known<>(seenAs("203.0.113.9")))))
                        .http()
                        .orElseThrow();
        assertThat(known.anyAddress()).isFalse();
        assertThat(known.names()).contains("203.0.113.9");
    }

    private static PublicAddresses seenAs(String address) {
        return new PublicAddresses(
                List.of(
                        new SourceAnswer(
                                new Source(Source.Kind.STUN, "stun.example"),
                                IpVersion.IPV4,
                                new SourceAnswer.Seen(Address.parse(address)),
                                20)));
    }

    @Test
    void httpModeNeedsAPortThatTheServerDoesNotHoldItself() {
        Situation situation = windows(listener("0.0.0.0", 8000, "python.exe"));

        assertThat(
                        Plan.of(
                                        forward("8000", "8000", "lan")
                                                .inHttpMode(HttpNames.parse("")),
                                        situation)
                                .obstacles())
                .extracting(Sentence::key)
                .containsExactly("path.relay.http.taken");
        assertThat(
                        Plan.of(
                                        forward("8001", "8000", "lan")
                                                .inHttpMode(HttpNames.parse("")),
                                        situation)
                                .obstacles())
                .isEmpty();
    }
}
