package app.naru.diagnosis;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Sentence;
import app.naru.text.Texts;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each cause is found where it is, and not where something alike is. */
final class EveryCauseTest {

    private static final Map<Cause, Example> EXAMPLES =
            Stream.of(ServerExamples.ALL, FirewallExamples.ALL, RouterExamples.ALL)
                    .flatMap(examples -> examples.entrySet().stream())
                    .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));

    @Test
    void eachHasAnExample() {
        assertThat(EXAMPLES.keySet()).containsExactlyInAnyOrder(Cause.values());
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void isFoundWhereItIs(Cause cause) {
        Diagnosis diagnosis = example(cause).there().diagnose();

        assertThat(diagnosis.findings()).extracting(Finding::cause).contains(cause);
        diagnosis
                .answer()
                .ifPresent(answer -> assertThat(answer.hop()).isLessThanOrEqualTo(cause.hop()));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void isNotFoundWhereItIsNot(Cause cause) {
        assertThat(example(cause).notThere().diagnose().findings())
                .extracting(Finding::cause)
                .doesNotContain(cause);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void isSaidInBothLanguagesWithEveryGapFilled(Cause cause) {
        for (Finding finding : example(cause).there().diagnose().findings()) {
            for (var language : Texts.LANGUAGES) {
                Texts texts = Texts.in(language);
                assertThat(texts.say(finding.sentence())).doesNotContain("{", "diagnosis.");
                for (Sentence each : finding.evidence()) {
                    assertThat(texts.say(each)).isNotBlank().doesNotContain("{");
                }
                for (Fix fix : finding.fixes()) {
                    assertThat(texts.say(fix.title())).isNotBlank().doesNotContain("{");
                    fix.meaning()
                            .ifPresent(meaning ->
                                    assertThat(texts.say(meaning))
                                            .isNotBlank()
                                            .doesNotContain("{"));
                }
            }
        }
    }

    @Test
    void whatStandsInTheWayHasSomethingToDoAboutIt() {
        EXAMPLES.forEach((cause, example) ->
                assertThat(example.there().diagnose().findings())
                        .filteredOn(Finding::blocks)
                        .as(cause.name())
                        .allSatisfy(each -> assertThat(each.fixes()).isNotEmpty()));
    }

    private static Example example(Cause cause) {
        return Objects.requireNonNull(EXAMPLES.get(cause));
    }
}
