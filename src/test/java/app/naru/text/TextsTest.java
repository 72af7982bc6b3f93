package app.naru.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.Sentence;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void speaksKoreanToKoreansAndEnglishToEveryoneElse() {
        assertThat(Texts.in(Locale.KOREA).language()).isEqualTo(Locale.KOREAN);
        assertThat(Texts.in(Locale.KOREAN).say("invalid.name.empty")).isEqualTo("이름을 지어 주세요.");
        assertThat(Texts.in(Locale.UK).say("invalid.name.empty")).isEqualTo("Give it a name.");
        assertThat(Texts.in(Locale.FRANCE).language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void speaksEnglishWhenAskedToOnAKoreanSystem() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.KOREA);
        try {
            assertThat(Texts.in(Locale.ENGLISH).say("invalid.name.empty"))
                    .isEqualTo("Give it a name.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void fillsTheGapsWithNumbersAsTheyAreTyped() {
        assertThat(Texts.in(Locale.ENGLISH).say("survey.tooSlow", 65_535))
                .contains("65535 seconds");
        assertThat(Texts.in(Locale.KOREAN).say("survey.tooSlow", 65_535)).contains("65535초");
    }

    @Test
    void saysASentenceWithinASentence() {
        Sentence outer = Sentence.of("survey.failed", Sentence.of("survey.stopped"));
        assertThat(Texts.in(Locale.ENGLISH).say(outer))
                .isEqualTo("It could not be read: Looking was stopped.");
        assertThat(Texts.in(Locale.KOREAN).say(outer)).contains("살펴보기를 멈췄습니다.");
    }

    @Test
    void takesBracesInWhatFillsAGapAsTheyAre() {
        assertThat(Texts.in(Locale.ENGLISH).say("survey.failed", "{0} '{1}'"))
                .isEqualTo("It could not be read: {0} '{1}'");
    }

    @Test
    void refusesAKeyWithoutText() {
        Texts texts = Texts.in(Locale.ENGLISH);
        assertThatThrownBy(() -> texts.say("no.such.key")).hasMessageContaining("no.such.key");
    }
}
