package app.naru;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WindowStartTest {

    @Test
    void theWindowBeginsAsTheArgumentsSay() {
        assertThat(WindowStart.Beginning.of()).contains(WindowStart.Beginning.WINDOW);
        assertThat(WindowStart.Beginning.of("wizard")).contains(WindowStart.Beginning.WIZARD);
        assertThat(WindowStart.Beginning.of("tray")).contains(WindowStart.Beginning.TRAY);
    }

    @Test
    void allElseIsForTheCommandLine() {
        assertThat(WindowStart.Beginning.of("list")).isEmpty();
        assertThat(WindowStart.Beginning.of("tray", "--json")).isEmpty();
        assertThat(WindowStart.Beginning.of("--help")).isEmpty();
    }
}
