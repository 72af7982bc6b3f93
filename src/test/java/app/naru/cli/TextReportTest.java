package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.path.ForwardStatus;
import app.naru.path.HopKind;
import app.naru.path.HopView;
import app.naru.text.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people read while a forward is open. */
final class TextReportTest {

    private static final Forward FORWARD =
            new Forward(
                    "0badcafe",
                    new ForwardName("Django"),
                    Protocol.TCP,
                    PortRange.of(8000),
                    new Listen.LanAddresses(),
                    Target.parse("8000"),
                    new Audience.Internet(),
                    new Lifetime.UntilStopped(),
                    Set.of(NetworkProfile.PRIVATE),
                    "");

    private final StringWriter written = new StringWriter();
    private final PrintWriter writer = new PrintWriter(written, true);
    private final TextReport report =
            new TextReport(new Output(Texts.in(Locale.ENGLISH), writer, writer, false));

    private static ForwardStatus status(HopView.State state, List<Sentence> help) {
        return new ForwardStatus(
                FORWARD,
                ForwardStatus.State.OPEN,
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new HopView(
                                HopKind.INTERNET,
                                state,
                                Sentence.of("internet.way.OTHER_ADDRESS", "11.0.0.9", "11.0.0.2"),
                                help)),
                List.of(),
                Optional.empty());
    }

    @Test
    void namesWhatHelpsWhereNobodyGetsInAndHowToGoOnAllTheSame() {
        report.opened(
                status(
                        HopView.State.PROBLEM,
                        List.of(
                                Sentence.of("internet.help.vpn"),
                                Sentence.of("internet.help.bridge"))));
        assertThat(written.toString())
                .contains("11.0.0.9", "11.0.0.2")
                .containsSubsequence("If a VPN is on", "bridge mode", "--map-anyway");
    }

    @Test
    void saysNothingOfItWhereNothingStandsInTheWay() {
        report.opened(status(HopView.State.OPEN, List.of()));
        assertThat(written.toString()).doesNotContain("--map-anyway", "11.0.0.9");
    }
}
