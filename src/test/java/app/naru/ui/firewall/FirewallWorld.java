package app.naru.ui.firewall;

import app.naru.firewall.Elevation;
import app.naru.firewall.FakeWindows;
import app.naru.firewall.FirewallRegistry;
import app.naru.firewall.NoNetworks;
import app.naru.firewall.ProfileSettings;
import app.naru.firewall.SystemTexts;
import app.naru.firewall.WindowsFirewall;
import app.naru.internet.OutsideView;
import app.naru.internet.Standpoint;
import app.naru.path.Forwards;
import app.naru.path.Journal;
import app.naru.path.SavedForwards;
import app.naru.router.Found;
import app.naru.settings.RelayLimits;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import app.naru.survey.Situation;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.survey.Survey;
import app.naru.text.Texts;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.LiveSituation;
import app.naru.ui.LookingAlone;
import app.naru.ui.PreferencesViewModel;
import app.naru.ui.UiContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A Windows whose registry and netsh are written down, with real journals. */
final class FirewallWorld implements AutoCloseable {

    static final String PYTHON =
            "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Private|LPort=8000"
                    + "|App=C:\\Python\\python.exe|Name=Python|";
    static final String GAME =
            "v2.31|Action=Block|Active=FALSE|Dir=Out|App=C:\\g\\game.exe|Name=A game|Desc=Not now|";
    static final String OURS =
            "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort2_10=9000-9010|RA4=LocalSubnet"
                    + "|RA6=LocalSubnet|Name=Naru - Site|";
    static final String DNS =
            "v2.31|Action=Allow|Active=TRUE|Dir=Out|Protocol=17|RPort=53"
                    + "|App=%SystemRoot%\\System32\\svchost.exe|Svc=Dnscache|Name=DNS|";

    final FakeWindows windows = new FakeWindows();
    final WindowsFirewall firewall;
    final Forwards forwards;
    private final Path folder;
    private final Survey survey;

    FirewallWorld(Path folder) throws IOException {
        this.folder = folder;
        windows.put(PYTHON);
        windows.put(GAME);
        windows.put(OURS);
        windows.put(DNS);
        firewall = windows.firewall();
        Situation unseen = Situation.unseen(OperatingSystem.WINDOWS, 1, Optional.empty());
        survey = new Survey(unseen, List.of());
        forwards =
                new Forwards(
                        Journal.open(folder, "naru-" + System.nanoTime(), Clock.systemUTC()),
                        Optional.of(firewall),
                        List::of,
                        progress -> new Found(List.of()),
                        Optional.empty(),
                        () -> RelayLimits.DEFAULT,
                        unseen,
                        Clock.systemUTC());
    }

    /** Returns a firewall of such rules and settings, with nothing beside it. */
    static WindowsFirewall windows(
            FirewallRegistry rules,
            ProfileSettings settings,
            SystemTexts texts,
            Elevation elevation) {
        return WindowsFirewall.of(
                rules,
                settings,
                family -> Map.of(),
                (arguments, limit) -> 1,
                new NoNetworks(),
                texts,
                elevation);
    }

    /** Returns what the page is made from. */
    UiContext context(Texts texts, BackgroundTasks tasks, Consumer<String> clipboard)
            throws IOException {
        Clock clock = Clock.systemUTC();
        Settings settings = new Settings(new SettingsFolder(folder.resolve("settings")), clock);
        SavedForwards saved = new SavedForwards(settings, forwards, clock);
        return new UiContext(
                texts,
                settings,
                new PreferencesViewModel(settings, tasks, failure -> {}),
                pageId -> {},
                saved,
                forwards,
                new LiveSituation(survey, forwards, tasks),
                LookingAlone.checks(survey, forwards, saved, tasks),
                new OutsideView(Optional::empty, () -> Standpoint.UNKNOWN, clock),
                Optional.empty(),
                tasks,
                clock,
                link -> {},
                clipboard);
    }

    @Override
    public void close() throws IOException {
        survey.close();
        forwards.close();
    }
}
