package app.naru.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.diagnosis.Glances.Sign;
import app.naru.relay.ForeignHosts;
import app.naru.relay.RelaySnapshot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GlancesTest {

    private final Glances glances = new Glances();

    private static RelaySnapshot counted(long accepted, long failed, long bytesOut) {
        return counted(accepted, failed, ForeignHosts.NONE, bytesOut);
    }

    private static RelaySnapshot counted(
            long accepted, long failed, ForeignHosts foreign, long bytesOut) {
        return new RelaySnapshot(0, accepted, 0, failed, foreign, 0, bytesOut, Optional.empty());
    }

    @Test
    void visitorsThatTheServerDidNotTakeAreASign() {
        assertThat(glances.at("a", counted(5, 2, 100))).as("it may be old").isEmpty();
        assertThat(glances.at("a", counted(5, 2, 100))).isEmpty();
        assertThat(glances.at("a", counted(6, 3, 100))).contains(Sign.SERVER_NOT_REACHED);
        assertThat(glances.at("a", counted(6, 3, 100))).isEmpty();
        assertThat(glances.at("a", counted(7, 3, 900))).contains(Sign.SERVER_ANSWERS);
    }

    @Test
    void aRelayThatWasOpenedAgainBeginsAnew() {
        glances.at("a", counted(50, 20, 100));

        assertThat(glances.at("a", counted(1, 1, 0))).isEmpty();
        assertThat(glances.at("a", counted(2, 2, 0))).contains(Sign.SERVER_NOT_REACHED);
        assertThat(glances.at("b", counted(2, 2, 0))).isEmpty();
    }

    @Test
    void whatTheRelayItselfAnswersIsNoAnswerOfTheServer() {
        ForeignHosts one = new ForeignHosts(1, List.of("pc.example"));
        ForeignHosts two = new ForeignHosts(2, List.of("pc.example"));
        glances.at("a", counted(1, 0, one, 300));

        assertThat(glances.at("a", counted(2, 0, two, 600))).contains(Sign.ASKED_BY_OTHER_NAME);
        assertThat(glances.at("a", counted(3, 0, two, 900))).contains(Sign.SERVER_ANSWERS);
        assertThat(glances.at("b", counted(1, 0, one, 0))).isEmpty();
    }

    @Test
    void whatALookOfNarusOwnDidIsNoSign() {
        glances.at("a", counted(1, 0, 0));
        glances.skip("a", counted(3, 2, 50));

        assertThat(glances.at("a", counted(3, 2, 50))).isEmpty();
    }
}
