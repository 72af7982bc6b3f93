package app.naru.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.diagnosis.Reach.Result;
import org.junit.jupiter.api.Test;

final class TroublesTest {

    private static final Diagnosis WELL = new Scene().diagnose();
    private static final Diagnosis STOPPED =
            new Scene().noServer().server("127.0.0.1:8000", Result.REFUSED).diagnose();
    private static final Diagnosis BLOCKED = new Scene().policy(none -> none).diagnose();

    private final Troubles troubles = new Troubles();

    @Test
    void aCauseIsToldOnceUntilItHasWorkedAgain() {
        assertThat(troubles.news(WELL)).isEmpty();
        assertThat(troubles.news(STOPPED)).map(Finding::cause).contains(Cause.NOTHING_LISTENS);
        assertThat(troubles.news(STOPPED)).isEmpty();
        assertThat(troubles.news(WELL)).isEmpty();
        assertThat(troubles.news(STOPPED)).map(Finding::cause).contains(Cause.NOTHING_LISTENS);
    }

    @Test
    void anotherCauseIsToldToo() {
        assertThat(troubles.news(STOPPED)).isPresent();
        assertThat(troubles.news(BLOCKED)).map(Finding::cause).contains(Cause.NO_RULE);
        assertThat(troubles.news(STOPPED)).isEmpty();
    }

    @Test
    void whatIsNotOpenIsNothingToTell() {
        assertThat(troubles.news(new Scene().stage(Stage.CLOSED).front(Result.REFUSED).diagnose()))
                .isEmpty();
    }
}
