package app.naru.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.HttpNames;
import app.naru.forward.InvalidInput;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Preset;
import app.naru.forward.Protocol;
import app.naru.forward.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTransferTest {

    private static final Preset GAME =
            new Preset(
                    "0000cafe",
                    new ForwardName("우리 게임"),
                    Protocol.UDP,
                    PortRange.parse("7000-7002"),
                    new Audience.Internet(),
                    Lifetime.parse("8h"),
                    Optional.empty());
    private static final Preset SITE =
            new Preset(
                    "0000beef",
                    new ForwardName("Site"),
                    Protocol.TCP,
                    PortRange.of(8000),
                    new Audience.ThisNetwork(),
                    Lifetime.parse("2h"),
                    Optional.of(HttpNames.parse("pc.example.com")));

    @TempDir Path there;
    @TempDir Path here;
    private Path file;

    @BeforeEach
    void exported() throws IOException {
        Settings settings = settings(there);
        settings.put(new SavedForward(forward("aaaaaaa1", "Django", 8000), true, Optional.empty()));
        settings.put(new SavedForward(forward("aaaaaaa2", "Vite", 5173), false, Optional.empty()));
        settings.presets(List.of(GAME, SITE));
        settings.preferences(Preferences.DEFAULT.withTheme(Preferences.Theme.DARK));
        settings.internet(InternetServices.DEFAULT.withAllowed(false));
        file = there.resolve("my settings.json");
        new SettingsTransfer(settings, Clock.systemUTC()).exportTo(file);
    }

    @Test
    void everythingArrivesOnAnotherPcSwitchedOff() throws IOException {
        SettingsTransfer.Taken taken = take(Set.of());

        Settings now = settings(here);
        assertThat(now.forwards())
                .containsExactly(
                        new SavedForward(
                                forward("aaaaaaa1", "Django", 8000), false, Optional.empty()),
                        new SavedForward(
                                forward("aaaaaaa2", "Vite", 5173), false, Optional.empty()));
        assertThat(now.presets()).containsExactly(GAME, SITE);
        assertThat(now.preferences())
                .isEqualTo(Preferences.DEFAULT.withTheme(Preferences.Theme.DARK));
        assertThat(now.internet()).isEqualTo(InternetServices.DEFAULT.withAllowed(false));
        assertThat(taken.forwards()).isEqualTo(2);
        assertThat(taken.presets()).isEqualTo(2);
    }

    @Test
    void whatIsHereStaysAndWhatWasHereIsKeptInAFile() throws IOException {
        Settings settings = settings(here);
        settings.put(new SavedForward(forward("bbbbbbb1", "django", 9), false, Optional.empty()));
        settings.put(new SavedForward(forward("aaaaaaa2", "Mine", 10), true, Optional.empty()));
        settings.presets(List.of(GAME));

        SettingsTransfer.Taken taken = take(Set.of("aaaaaaa2"));

        assertThat(settings(here).forwards())
                .extracting(saved -> saved.forward().name().text())
                .containsExactly("django", "Mine", "Django (2)");
        assertThat(settings(here).forwards().get(1).on()).isTrue();
        assertThat(settings(here).presets()).containsExactly(GAME, SITE);
        assertThat(taken.leftOpen()).isEqualTo(1);
        assertThat(transfer(here).read(taken.before()).forwards())
                .extracting(saved -> saved.forward().name().text())
                .containsExactly("django", "Mine");
    }

    @Test
    void exportingOverAFileReplacesItAndLeavesNothingBeside() throws IOException {
        Path other = Files.createDirectory(there.resolve("other")).resolve("naru.json");
        Files.writeString(other, "old");

        transfer(there).exportTo(other);

        assertThat(transfer(there).read(other).presets()).containsExactly(GAME, SITE);
        assertThat(other.getParent()).isDirectoryNotContaining(each -> !each.equals(other));
    }

    @Test
    void aBadFileIsNamedWithWhatIsWrongAndNothingChanges() throws IOException {
        String good = Files.readString(file);
        assertRefused("not json at all", "settings.damaged");
        assertRefused(good.substring(0, good.length() / 2), "settings.damaged");
        assertRefused("{}", "settings.other");
        assertRefused("[]", "settings.other");
        assertRefused("", "settings.other");
        assertRefused("{\"version\": 1, \"content\": {}}", "settings.damaged");
        assertRefused(good.replace("7000-7002", "70-7"), "settings.damaged");
        assertRefused(good.replace("\"DARK\"", "\"PINK\""), "settings.damaged");
        assertRefused(good.replace("\"perSecond\" : 500", "\"perSecond\" : 0"), "settings.damaged");
        assertRefused(good.replace("\"version\" : 1", "\"version\" : 2"), "settings.newer");
        assertThat(Files.list(here)).isEmpty();
    }

    private void assertRefused(String content, String key) throws IOException {
        Path bad = Files.writeString(there.resolve("bad.json"), content);
        assertThatThrownBy(() -> transfer(here).read(bad))
                .as(content)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> {
                            assertThat(wrong.sentence().key()).isEqualTo("invalid." + key);
                            assertThat(wrong.sentence().arguments().getFirst().toString())
                                    .isEqualTo("bad.json");
                        });
        assertThat(bad).content().isEqualTo(content);
    }

    private SettingsTransfer.Taken take(Set<String> open) throws IOException {
        SettingsTransfer transfer = transfer(here);
        return transfer.take(transfer.read(file), open);
    }

    private static SettingsTransfer transfer(Path folder) throws IOException {
        return new SettingsTransfer(settings(folder), Clock.systemUTC());
    }

    private static Settings settings(Path folder) throws IOException {
        return new Settings(new SettingsFolder(folder), Clock.systemUTC());
    }

    private static Forward forward(String id, String name, int port) {
        return new Forward(
                id,
                new ForwardName(name),
                Protocol.TCP,
                PortRange.of(port),
                new Listen.LanAddresses(),
                Target.parse(Integer.toString(port)),
                new Audience.ThisNetwork(),
                new Lifetime.UntilStopped(),
                Set.of(NetworkProfile.PRIVATE),
                "");
    }
}
