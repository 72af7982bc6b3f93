package app.naru.ui.firewall;

import app.naru.firewall.FakePolicy;
import app.naru.firewall.FakeWindows;
import app.naru.firewall.WindowsFirewall;
import app.naru.path.Forwards;
import app.naru.path.Journal;
import app.naru.router.Found;
import app.naru.settings.RelayLimits;
import app.naru.survey.Situation;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.survey.Survey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        FakePolicy settings = new FakePolicy();
        firewall =
                WindowsFirewall.of(
                        windows,
                        settings,
                        family -> Map.of(),
                        (arguments, limit) -> 1,
                        network -> Optional.empty(),
                        windows);
        Situation unseen = Situation.unseen(OperatingSystem.WINDOWS, 1, Optional.empty());
        survey = new Survey(unseen, List.of());
        forwards =
                new Forwards(
                        Journal.open(folder, "naru-" + System.nanoTime(), Clock.systemUTC()),
                        Optional.of(firewall),
                        List::of,
                        () -> new Found(List.of()),
                        Optional.empty(),
                        () -> RelayLimits.DEFAULT,
                        unseen,
                        Clock.systemUTC());
    }

    @Override
    public void close() throws IOException {
        survey.close();
        forwards.close();
    }
}
