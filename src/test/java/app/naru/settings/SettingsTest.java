package app.naru.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Audience;
import app.naru.forward.Cidr;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.HttpNames;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {

    private static final SavedForward DJANGO =
            new SavedForward(
                    new Forward(
                            "0badcafe",
                            new ForwardName("장고 (8000)"),
                            Protocol.TCP,
                            PortRange.parse("8000-8010"),
                            Listen.parse("192.168.0.7"),
                            Target.parse("wsl:Ubuntu-24.04:3000"),
                            new Audience.Chosen(
                                    List.of(Cidr.parse("192.168.0.0/24"), Cidr.parse("fd00::7"))),
                            Lifetime.parse("1h30m"),
                            Set.of(NetworkProfile.PUBLIC, NetworkProfile.PRIVATE),
                            "For my phone"),
                    true,
                    Optional.of(Instant.parse("2026-11-22T12:00:00Z")));

    @TempDir Path folder;

    @Test
    void forwardsSurviveARestart() throws IOException {
        settings().put(DJANGO);

        assertThat(settings().forwards()).containsExactly(DJANGO);
    }

    @Test
    void theFileHoldsTheTextsThatTheCommandLineTakes() throws IOException {
        settings().put(DJANGO);

        assertThat(Files.readString(folder.resolve("forwards.json")))
                .contains(
                        "\"ports\" : \"8000-8010\"",
                        "\"listen\" : \"192.168.0.7\"",
                        "\"target\" : \"wsl:Ubuntu-24.04:3000\"",
                        "\"audience\" : \"192.168.0.0/24,fd00::7\"",
                        "\"lifetime\" : \"1h30m\"",
                        "\"profiles\" : [ \"private\", \"public\" ]",
                        "\"until\" : \"2026-11-22T12:00:00Z\"");
    }

    @Test
    void httpModeSurvivesARestart() throws IOException {
        SavedForward plain = inHttpMode(HttpNames.NONE);
        settings().put(plain);
        assertThat(settings().forwards()).containsExactly(plain);

        SavedForward named = inHttpMode(HttpNames.parse("pc.example.com, other.example"));
        settings().put(named);
        assertThat(settings().forwards()).containsExactly(named);
        assertThat(Files.readString(folder.resolve("forwards.json")))
                .contains("\"http\" : \"pc.example.com,other.example\"");
    }

    @Test
    void aFileFromBeforeHttpModeIsRead() throws IOException {
        settings().put(DJANGO);
        Path file = folder.resolve("forwards.json");
        String now = Files.readString(file);
        String before = now.replaceFirst(",\\s*\"http\" : null", "");
        assertThat(before).isNotEqualTo(now);
        Files.writeString(file, before);

        assertThat(settings().forwards()).containsExactly(DJANGO);
        assertThat(settings().troubles()).isEmpty();
    }

    private static SavedForward inHttpMode(HttpNames names) {
        Forward tcp =
                new Forward(
                        "00000002",
                        new ForwardName("Vite"),
                        Protocol.TCP,
                        PortRange.of(5173),
                        new Listen.LanAddresses(),
                        Target.parse("5173"),
                        new Audience.ThisNetwork(),
                        new Lifetime.UntilStopped(),
                        Set.of(NetworkProfile.PRIVATE),
                        "");
        return new SavedForward(tcp.inHttpMode(names), false, Optional.empty());
    }

    @Test
    void puttingAnEditedForwardKeepsItsPlace() throws IOException {
        Settings settings = settings();
        settings.put(DJANGO);
        settings.put(other());
        settings.put(DJANGO.off());

        assertThat(settings().forwards()).containsExactly(DJANGO.off(), other());
    }

    @Test
    void removingForgets() throws IOException {
        settings().put(DJANGO);
        settings().remove("0badcafe");

        assertThat(settings().forwards()).isEmpty();
    }

    @Test
    void aDamagedFileIsToldAndTheLastGoodCopyTaken() throws IOException {
        Settings settings = settings();
        settings.put(DJANGO);
        settings.put(other());
        Path file = folder.resolve("forwards.json");
        Files.writeString(file, Files.readString(file).substring(0, 200));

        Settings again = settings();

        assertThat(again.forwards()).containsExactly(DJANGO);
        assertThat(again.troubles())
                .extracting(Sentence::key)
                .containsExactly("settings.damaged.recovered");
    }

    @Test
    void aValueThatCannotBeMakesTheFileDamagedInsteadOfBeingUsed() throws IOException {
        settings().put(DJANGO);
        Path file = folder.resolve("forwards.json");
        Files.writeString(file, Files.readString(file).replace("8000-8010", "70-10"));

        Settings again = settings();

        assertThat(again.forwards()).isEmpty();
        assertThat(again.troubles())
                .extracting(Sentence::key)
                .containsExactly("settings.damaged.lost");
    }

    @Test
    void preferencesStartFromTheirDefaultsAndSurvive() throws IOException {
        assertThat(settings().preferences()).isEqualTo(Preferences.DEFAULT);

        Preferences changed =
                Preferences.DEFAULT
                        .withLanguage(Optional.of("ko"))
                        .withTheme(Preferences.Theme.DARK)
                        .withToldAboutTray();
        settings().preferences(changed);

        assertThat(settings().preferences()).isEqualTo(changed);
    }

    @Test
    void theFolderIsWhereEachSystemKeepsSuchThings() {
        Path home = Path.of("/home/kim");
        assertThat(SettingsFolder.of(Map.of(), "Linux", home).path())
                .isEqualTo(home.resolve(".config/naru"));
        assertThat(SettingsFolder.of(Map.of("XDG_CONFIG_HOME", "/x"), "Linux", home).path())
                .isEqualTo(Path.of("/x/naru"));
        assertThat(SettingsFolder.of(Map.of("LOCALAPPDATA", "/l"), "Windows 11", home).path())
                .isEqualTo(Path.of("/l/Naru"));
        assertThat(SettingsFolder.of(Map.of(), "Mac OS X", home).path())
                .isEqualTo(home.resolve("Library/Application Support/Naru"));
        assertThat(SettingsFolder.of(Map.of("NARU_HOME", "/n"), "Windows 11", home).path())
                .isEqualTo(Path.of("/n"));
    }

    private Settings settings() throws IOException {
        return new Settings(new SettingsFolder(folder), Clock.systemUTC());
    }

    private static SavedForward other() {
        Forward forward =
                new Forward(
                        "00000001",
                        new ForwardName("Sample"),
                        Protocol.UDP,
                        PortRange.of(9000),
                        new Listen.LanAddresses(),
                        Target.parse("192.168.0.9:53"),
                        new Audience.Internet(),
                        new Lifetime.UntilStopped(),
                        Set.of(NetworkProfile.DOMAIN),
                        "");
        return new SavedForward(forward, false, Optional.empty());
    }
}
