package app.naru.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticlesTest {

    @ParameterizedTest
    @CsvSource({
        "규칙을(를) 만듭니다, 규칙을 만듭니다",
        "공유기을(를) 찾습니다, 공유기를 찾습니다",
        "서버은(는) 하나, 서버는 하나",
        "방화벽은(는) 하나, 방화벽은 하나",
        "링크이(가) 하나, 링크가 하나",
        "주소와(과) 포트, 주소와 포트",
        "규칙와(과) 포트, 규칙과 포트",
        "집(으)로 갑니다, 집으로 갑니다",
        "서울(으)로 갑니다, 서울로 갑니다",
        "공유기(으)로 갑니다, 공유기로 갑니다",
        "서울을(를) 떠납니다, 서울을 떠납니다",
        "친구(이)라는 이름, 친구라는 이름",
        "집(이)라는 이름, 집이라는 이름",
        "링크(이)어야 합니다, 링크여야 합니다",
        "집(이)어야 합니다, 집이어야 합니다",
    })
    void choosesByTheLastSyllable(String both, String chosen) {
        assertThat(Particles.chosen(both)).isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource({
        "8000을(를), 8000을",
        "5173을(를), 5173을",
        "25565을(를), 25565를",
        "3389을(를), 3389를",
        "22이(가), 22가",
        "8001(으)로, 8001로",
        "8080(으)로, 8080으로",
        "192.168.77.10(으)로, 192.168.77.10으로",
        "http://192.168.0.7:8000/은(는), http://192.168.0.7:8000/은",
    })
    void readsTheLastDigitAsKoreansDo(String both, String chosen) {
        assertThat(Particles.chosen(both)).isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource({
        "Django이(가), Django가",
        "Rails이(가), Rails가",
        "Vite이(가), Vite가",
        "nginx이(가), nginx가",
        "localhost(으)로, localhost로",
        "Spring을(를), Spring을",
        "Tomcat이(가), Tomcat이",
        "web을(를), web을",
        "webpack(으)로, webpack으로",
        "naru.local(으)로, naru.local로",
        "iPhone이(가), iPhone이",
        "Ubuntu은(는), Ubuntu는",
        "Debian은(는), Debian은",
        "WSL을(를), WSL을",
        "WSL(으)로, WSL로",
        "VPN이(가), VPN이",
        "TCP을(를), TCP를",
        "HTTPS이(가), HTTPS가",
        "IPv6을(를), IPv6을",
    })
    void readsLatinWordsAsKoreansDo(String both, String chosen) {
        assertThat(Particles.chosen(both)).isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"집\"은(는)', '\"집\"은'",
        "“서버”은(는), “서버”는",
        "공유기(192.168.0.1)이(가), 공유기(192.168.0.1)가",
        "이더넷 (192.168.0.10)(으)로, 이더넷 (192.168.0.10)으로",
        "WSL(Ubuntu)을(를), WSL(Ubuntu)을",
        "python.exe (8000)이(가), python.exe (8000)가",
    })
    void looksPastWhatIsNotReadAloud(String both, String chosen) {
        assertThat(Particles.chosen(both)).isEqualTo(chosen);
    }

    @Test
    void keepsBothFormsWhereNothingCanBeRead() {
        assertThat(Particles.chosen("\"\"은(는) 이름이 아닙니다.")).isEqualTo("\"\"은(는) 이름이 아닙니다.");
    }

    @Test
    void leavesOtherBracketsAlone() {
        assertThat(Particles.chosen("공용(카페)이면 8000을(를) (예) 엽니다"))
                .isEqualTo("공용(카페)이면 8000을 (예) 엽니다");
    }

    @Test
    void takesDollarsAndBackslashesAsTheyAre() {
        assertThat(Particles.chosen("C:\\$app\\을(를) 8000(으)로")).isEqualTo("C:\\$app\\을 8000으로");
    }

    @Test
    void readsALongValueInTimeThatItsLengthExplains() {
        String value = "(".repeat(20_000);
        assertThat(Particles.chosen(value + "을(를)")).isEqualTo(value + "을(를)");
    }

    @Test
    void isWhatKoreanTextsDo() {
        assertThat(Texts.in(Locale.KOREAN).say("invalid.name.all", "all"))
                .startsWith("\"all\"은 이름으로");
        assertThat(Texts.in(Locale.KOREAN).say("invalid.name.all", "모두"))
                .startsWith("\"모두\"는 이름으로");
    }
}
