package app.naru.ui.check;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.diagnosis.Case;
import app.naru.diagnosis.Diagnosis;
import app.naru.diagnosis.Examination;
import app.naru.diagnosis.OutsideSight;
import app.naru.diagnosis.Remembered;
import app.naru.diagnosis.Seen;
import app.naru.diagnosis.Stage;
import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Target;
import app.naru.internet.IpVersion;
import app.naru.internet.PublicAddresses;
import app.naru.internet.Source;
import app.naru.internet.SourceAnswer;
import app.naru.path.Situations;
import app.naru.path.Standing;
import app.naru.survey.Fact;
import app.naru.survey.Situation;
import app.naru.text.Texts;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a report that is pasted into a forum says, and what it leaves out. */
final class ReportTextTest {

    private static final String PUBLIC = "198.51.100.9";
    private static final String BEFORE = "198.51.100.90";
    private static final String NAME = "Kim family";
    private static final String DEVICE = "kims-nas.home";

    /** The address has changed, which the report tells. */
    private static final Examination EXAMINATION = examination();

    private static Examination examination() {
        Forward forward =
                new Forward(
                        "0badcafe",
                        new ForwardName(NAME),
                        Protocol.TCP,
                        PortRange.of(8000),
                        new Listen.LanAddresses(),
                        Target.parse(DEVICE + ":80"),
                        new Audience.Internet(),
                        new Lifetime.UntilStopped(),
                        EnumSet.allOf(NetworkProfile.class),
                        "");
        Situation situation = Situations.linux().withOutside(new Fact.Known<>(seen(PUBLIC)));
        Case it =
                new Case(
                        forward,
                        Stage.OPEN,
                        Standing.CLOSED,
                        Optional.empty(),
                        situation,
                        lost(),
                        new Remembered(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Address.parse(BEFORE)),
                                false));
        return new Examination(it, Diagnosis.of(it), Duration.ofSeconds(1));
    }

    private static Seen lost() {
        OutsideSight lost =
                new OutsideSight(false, Optional.of(false), Optional.empty(), Optional.empty());
        return new Seen(
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(lost),
                Optional.empty());
    }

    private static PublicAddresses seen(String address) {
        InetAddress there = Address.parse(address);
        return new PublicAddresses(
                List.of(
                        new SourceAnswer(
                                new Source(Source.Kind.STUN, "stun.example"),
                                IpVersion.of(there),
                                new SourceAnswer.Seen(there),
                                20)));
    }

    @Test
    void neitherPublicAddressesNorNamesAreInItUnlessTheyAreWanted() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            String plain = ReportText.of(EXAMINATION, Texts.in(language), false);
            String whole = ReportText.of(EXAMINATION, Texts.in(language), true);

            assertThat(whole).contains(PUBLIC, BEFORE, NAME, DEVICE);
            assertThat(plain)
                    .doesNotContain(PUBLIC)
                    .doesNotContain(BEFORE)
                    .doesNotContainIgnoringCase("kim")
                    .contains("***");
            assertThat(plain.lines()).hasSameSizeAs(whole.lines().toList());
        }
    }

    @Test
    void whatHelpsToUnderstandItStays() {
        String text = ReportText.of(EXAMINATION, Texts.in(Locale.ENGLISH), false);

        assertThat(text)
                .contains("8000", "192.168.0.7", "Internet")
                .contains("Nothing from the Internet arrives at this PC.");
    }

    @Test
    void itIsInTheLanguageThatWasChosen() {
        assertThat(ReportText.of(EXAMINATION, Texts.in(Locale.KOREAN), false))
                .contains("인터넷에서 오는 것이 이 PC에 도착하지 않습니다.");
    }
}
