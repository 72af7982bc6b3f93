package app.naru.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.diagnosis.Reach.Result;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TroublesTest {

    private static final Diagnosis WELL = new Scene().diagnose();
    private static final Diagnosis STOPPED =
            new Scene().noServer().server("127.0.0.1:8000", Result.REFUSED).diagnose();
    private static final Diagnosis BLOCKED = new Scene().policy(none -> none).diagnose();

    private final Troubles troubles = new Troubles();

    private Optional<Cause> news(Diagnosis now) {
        return troubles.news(now).map(Finding::cause);
    }

    @Test
    void aCauseIsToldOnceUntilItHasWorkedAgain() {
        assertThat(news(WELL)).isEmpty();
        assertThat(news(STOPPED)).as("it may be restarting").isEmpty();
        assertThat(troubles.unsure(WELL.forward().id())).isTrue();
        assertThat(news(STOPPED)).contains(Cause.NOTHING_LISTENS);
        assertThat(troubles.unsure(WELL.forward().id())).isFalse();
        for (int again = 0; again < 10; again++) {
            assertThat(news(STOPPED)).isEmpty();
        }
        assertThat(news(WELL)).isEmpty();
        assertThat(news(STOPPED)).isEmpty();
        assertThat(news(STOPPED)).contains(Cause.NOTHING_LISTENS);
    }

    @Test
    void aServerThatIsBackAtTheNextLookIsNoTrouble() {
        news(WELL);
        for (int restarts = 0; restarts < 5; restarts++) {
            assertThat(news(STOPPED)).isEmpty();
            assertThat(news(WELL)).isEmpty();
        }
    }

    @Test
    void anotherCauseIsToldToo() {
        news(WELL);
        news(STOPPED);
        assertThat(news(STOPPED)).contains(Cause.NOTHING_LISTENS);
        assertThat(news(BLOCKED)).isEmpty();
        assertThat(news(BLOCKED)).contains(Cause.NO_RULE);
        assertThat(news(STOPPED)).isEmpty();
        assertThat(news(STOPPED)).isEmpty();
    }

    @Test
    void whatNeverWorkedIsNothingThatStopped() {
        assertThat(news(STOPPED)).isEmpty();
        assertThat(news(STOPPED)).isEmpty();
        assertThat(news(WELL)).isEmpty();
        news(STOPPED);
        assertThat(news(STOPPED)).contains(Cause.NOTHING_LISTENS);
    }

    @Test
    void whatIsNotOpenIsNothingToTell() {
        assertThat(troubles.news(new Scene().stage(Stage.CLOSED).front(Result.REFUSED).diagnose()))
                .isEmpty();
    }
}
