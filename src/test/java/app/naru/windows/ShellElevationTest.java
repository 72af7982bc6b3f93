package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.firewall.Elevation.Ending;
import org.junit.jupiter.api.Test;

final class ShellElevationTest {

    @Test
    void aDeclinedPromptIsAnAnswer() {
        assertThat(ShellElevation.refused(1223)).isEqualTo(new Ending.Declined());
    }

    @Test
    void accessDeniedIsAPolicy() {
        assertThat(ShellElevation.refused(5)).isEqualTo(new Ending.DeniedByPolicy());
    }

    @Test
    void anyOtherErrorIsTold() {
        assertThat(ShellElevation.refused(2)).isEqualTo(new Ending.NotStarted(2));
    }

    @Test
    void nobodyIsAskedWhereNaruIsElevatedAlready() {
        ProgramStart none = (program, parameters) -> new ProgramStart.Refused(2);
        assertThat(new ShellElevation(none, () -> true).asks()).isFalse();
        assertThat(new ShellElevation(none, () -> false).asks()).isTrue();
    }
}
