package app.naru.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ForwardWordsTest {

    private final ForwardWords english =
            new ForwardWords(Texts.in(Locale.ENGLISH), Clock.systemUTC());
    private final ForwardWords korean =
            new ForwardWords(Texts.in(Locale.KOREAN), Clock.systemUTC());

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
