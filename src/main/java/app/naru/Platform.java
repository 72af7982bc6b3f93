package app.naru;

import app.naru.firewall.WindowsFirewall;
import app.naru.server.ListenerReader;
import app.naru.settings.AutoStart;
import app.naru.survey.Collector;
import app.naru.survey.NetworkReader;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.wsl.WslProgram;
import app.naru.wsl.WslReader;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What differs from system to system.
 *
 * @param ownProgram the executable of this process, as a firewall rule names it
 * @param wsl empty where there is no WSL
 * @param wslProgram runs it; empty where there is no WSL
 * @param firewall empty where there is no Windows Defender Firewall
 * @param moreParts what a survey of this system looks at beside what every survey does
 * @param systemIsDark whether the user has the system's programs dark
 * @param autoStart has Naru start with the system; empty where it can't, or was not installed
 */
record Platform(
        OperatingSystem system,
        Optional<String> ownProgram,
        NetworkReader network,
        ListenerReader listeners,
        Optional<WslReader> wsl,
        Optional<WslProgram> wslProgram,
        Optional<WindowsFirewall> firewall,
        List<Collector<?>> moreParts,
        BooleanSupplier systemIsDark,
        Optional<AutoStart> autoStart) {}
