package app.naru.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.diagnosis.Glances.Sign;
import app.naru.relay.RelaySnapshot;
import org.junit.jupiter.api.Test;

final class GlancesTest {

    private final Glances glances = new Glances();

    private static RelaySnapshot counted(long accepted, long failed, long bytesOut) {
        return new RelaySnapshot(0, accepted, 0, failed, 0, bytesOut);
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
    void whatALookOfNarusOwnDidIsNoSign() {
        glances.at("a", counted(1, 0, 0));
        glances.skip("a", counted(3, 2, 50));

        assertThat(glances.at("a", counted(3, 2, 50))).isEmpty();
    }
}
