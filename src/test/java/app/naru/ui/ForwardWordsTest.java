package app.naru.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Target;
import app.naru.path.ForwardStatus;
import app.naru.relay.Failure;
import app.naru.relay.ForeignHosts;
import app.naru.relay.LastError;
import app.naru.relay.RelaySnapshot;
import app.naru.text.Texts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ForwardWordsTest {

    private final ForwardWords english = new ForwardWords(Texts.in(Locale.ENGLISH));
    private final ForwardWords korean = new ForwardWords(Texts.in(Locale.KOREAN));

    private static ForwardStatus after(Optional<Failure> failure) {
        LastError error =
                new LastError(
                        Instant.EPOCH,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_000),
                        failure);
        return new ForwardStatus(
                new Forward(
                        "aaaaaaaa",
                        new ForwardName("Django"),
                        Protocol.TCP,
                        PortRange.of(8000),
                        new Listen.LanAddresses(),
                        Target.parse("8000"),
                        new Audience.ThisNetwork(),
                        new Lifetime.UntilStopped(),
                        Set.of(NetworkProfile.PRIVATE),
                        ""),
                ForwardStatus.State.OPEN,
                Optional.empty(),
                Optional.of(
                        new RelaySnapshot(0, 1, 0, 1, ForeignHosts.NONE, 0, 0, Optional.of(error))),
                List.of(),
                List.of(),
                Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 59, 60, 61, 119, 120, 121, 3_600, 3_601, 5_430, 86_400, 90_061})
    void knowsWhenAnotherTimeHasToBeTold(long seconds) {
        Duration left = Duration.ofSeconds(seconds);
        long changes = ForwardWords.untilToldAnew(left).toSeconds();

        assertThat(changes).isBetween(1L, 60L);
        for (long passed = 1; passed < changes; passed++) {
            assertThat(english.duration(left.minusSeconds(passed)))
                    .isEqualTo(english.duration(left));
        }
        // Where days are told, minutes are not.
        if (seconds < 86_400) {
            assertThat(english.duration(left.minusSeconds(changes)))
                    .isNotEqualTo(english.duration(left));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B, 0B",
        "1023, 1023 B, 1023B",
        "1024, 1.0 KB, 1.0KB",
        "1536, 1.5 KB, 1.5KB",
        "104857600, 100 MB, 100MB",
        "1099511627776, 1024 GB, 1024GB"
    })
    void saysBytesAsPeopleDo(long bytes, String inEnglish, String inKorean) {
        assertThat(english.amount(bytes)).isEqualTo(inEnglish);
        assertThat(korean.amount(bytes)).isEqualTo(inKorean);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, the server refused the connection., 서버가 연결을 거절했습니다.",
        "TIMED_OUT, the server did not answer in time., 서버가 제때 응답하지 않았습니다.",
        ", the server broke a connection off., 서버가 연결을 도중에 끊었습니다."
    })
    void saysWhatWentWrongLast(@Nullable Failure failure, String inEnglish, String inKorean) {
        ForwardStatus status = after(Optional.ofNullable(failure));
        assertThat(english.lastError(status).orElseThrow())
                .startsWith("Last error at ")
                .endsWith(": " + inEnglish);
        assertThat(korean.lastError(status).orElseThrow())
                .startsWith("마지막 오류 ")
                .endsWith(": " + inKorean);
    }

    @ParameterizedTest
    @CsvSource({
        "PT-5S, 0 s, 0초",
        "PT59S, 59 s, 59초",
        "PT60S, 1 min, 1분",
        "PT61S, 2 min, 2분",
        "PT59M30S, 1 h, 1시간",
        "PT2H, 2 h, 2시간",
        "PT2H5M, 2 h 5 min, 2시간 5분",
        "PT24H, 1 d, 1일",
        "PT25H30M, 1 d 1 h, 1일 1시간"
    })
    void countsABegunMinuteWhole(Duration span, String inEnglish, String inKorean) {
        assertThat(english.duration(span)).isEqualTo(inEnglish);
        assertThat(korean.duration(span)).isEqualTo(inKorean);
    }
}
