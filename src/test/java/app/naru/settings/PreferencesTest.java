package app.naru.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PreferencesTest {

    @TempDir Path folder;

    /** A default that changes, changes for everyone who never touched it: on purpose only. */
    @Test
    void theDefaults() {
        assertThat(Preferences.DEFAULT)
                .isEqualTo(
                        new Preferences(
                                Optional.empty(),
                                Preferences.Theme.SYSTEM,
                                false,
                                true,
                                true,
                                false,
                                new RelayLimits(
                                        Optional.of(5_000), Optional.of(1_000), Optional.of(500))));
    }

    /** The file of the first Naru, as it wrote it. */
    @Test
    void anOldFileIsReadAndWhatItDoesNotNameIsAsByDefault() throws IOException {
        Files.writeString(
                folder.resolve("preferences.json"),
                """
                {
                  "version" : 1,
                  "content" : {
                    "language" : "ko",
                    "theme" : "DARK",
                    "toldAboutTray" : true
                  }
                }
                """);

        assertThat(settings().preferences())
                .isEqualTo(
                        Preferences.DEFAULT
                                .withLanguage(Optional.of("ko"))
                                .withTheme(Preferences.Theme.DARK)
                                .withToldAboutTray());
        assertThat(settings().troubles()).isEmpty();
    }

    @Test
    void everythingSurvivesARestart() throws IOException {
        Preferences changed =
                Preferences.DEFAULT
                        .withLanguage(Optional.of("en"))
                        .withTheme(Preferences.Theme.LIGHT)
                        .withToldAboutTray()
                        .withCloseToTray(false)
                        .withNotifications(false)
                        .withDetails(false)
                        .withLimits(
                                new RelayLimits(
                                        Optional.empty(), Optional.of(3), Optional.empty()));
        settings().preferences(changed);

        assertThat(settings().preferences()).isEqualTo(changed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000001", "many", "1.5", "99999999999"})
    void whatIsNoLimitIsRefused(String typed) {
        assertThatThrownBy(() -> RelayLimits.parse(typed))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(typed);
    }

    @Test
    void nothingTypedIsNoLimit() {
        assertThat(RelayLimits.parse("  ")).isEmpty();
        assertThat(RelayLimits.parse(" 1000000 ")).contains(1_000_000);
    }

    private Settings settings() throws IOException {
        return new Settings(new SettingsFolder(folder), Clock.systemUTC());
    }
}
