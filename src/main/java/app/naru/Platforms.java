package app.naru;

import app.naru.firewall.WindowsFirewall;
import app.naru.server.ListenerReader;
import app.naru.server.ProcListeners;
import app.naru.survey.Collector;
import app.naru.survey.JavaNetwork;
import app.naru.survey.LinuxNetwork;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.survey.WindowsParts;
import app.naru.windows.IndirectStrings;
import app.naru.windows.NetshExcludedPorts;
import app.naru.windows.NetworkCategories;
import app.naru.windows.RegistryWsl;
import app.naru.windows.RunKey;
import app.naru.windows.SecurityCenter;
import app.naru.windows.ShellElevation;
import app.naru.windows.WindowsFirewallRegistry;
import app.naru.windows.WindowsLibraries;
import app.naru.windows.WindowsListeners;
import app.naru.windows.WindowsNetwork;
import app.naru.windows.WindowsPortProxyRegistry;
import app.naru.windows.WindowsPowerShell;
import app.naru.windows.WindowsServices;
import app.naru.windows.WindowsTheme;
import app.naru.windows.WslExe;
import app.naru.wsl.WslInsideReader;
import app.naru.wsl.WslProgram;
import app.naru.wsl.WslReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Chooses what fits the system that Naru runs on. */
final class Platforms {

    private static final Path PROC = Path.of("/proc");

    private Platforms() {}

    /**
     * @param systemName {@code os.name}
     */
    static Platform of(String systemName) {
        Optional<String> ownProgram = ProcessHandle.current().info().command();
        if (systemName.startsWith("Windows")) {
            WindowsLibraries.bind();
            RegistryWsl wsl = new RegistryWsl();
            WslExe program = new WslExe();
            WindowsFirewallRegistry registry = new WindowsFirewallRegistry();
            WindowsFirewall firewall =
                    WindowsFirewall.of(
                            registry,
                            registry,
                            new WindowsPortProxyRegistry(),
                            new WindowsPowerShell(),
                            new NetworkCategories(),
                            new IndirectStrings(),
                            new ShellElevation());
            return new Platform(
                    OperatingSystem.WINDOWS,
                    ownProgram,
                    new WindowsNetwork(),
                    new WindowsListeners(),
                    Optional.of(wsl),
                    Optional.of(program),
                    Optional.of(firewall),
                    windowsParts(wsl, program, firewall),
                    new WindowsTheme(),
                    RunKey.of(ownProgram));
        }
        if (systemName.startsWith("Mac")) {
            ListenerReader none =
                    () -> {
                        throw new IOException("macOS has no table of listeners to read");
                    };
            return new Platform(
                    OperatingSystem.MACOS,
                    ownProgram,
                    new JavaNetwork(),
                    none,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    () -> false,
                    Optional.empty());
        }
        return new Platform(
                OperatingSystem.LINUX,
                ownProgram,
                new LinuxNetwork(PROC, Path.of("/sys")),
                new ProcListeners(PROC),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                () -> false,
                Optional.empty());
    }

    private static List<Collector<?>> windowsParts(
            WslReader wsl, WslProgram program, WindowsFirewall firewall) {
        WslInsideReader inside = new WslInsideReader(program);
        return WindowsParts.of(
                () -> inside.read(wsl.read()),
                new WindowsServices()::read,
                new SecurityCenter()::read,
                new NetshExcludedPorts()::read,
                firewall::read);
    }
}
