package app.naru.windows;

import app.naru.forward.Address;
import app.naru.forward.InvalidInput;
import app.naru.wsl.Distro;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import app.naru.wsl.WslConfig;
import app.naru.wsl.WslReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads WSL from the registry and {@code .wslconfig} alone: {@code wsl.exe} would start it, or ask
 * for a key to be pressed where it is not installed. (Names and flags as in microsoft/WSL,
 * DistributionRegistration.h and WslCoreConfig.cpp.)
 */
public final class RegistryWsl implements WslReader {

    private static final String LXSS = "Software\\Microsoft\\Windows\\CurrentVersion\\Lxss";
    private static final String POLICIES = "SOFTWARE\\Policies\\WSL";
    private static final String WINDOWS = "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

    /** LXSS_DISTRO_FLAGS_VM_MODE: the distribution is a WSL 2 one. */
    private static final int VM_MODE = 8;

    /** LxssDistributionStateInstalled. */
    private static final int INSTALLED = 1;

    /** Windows 11 22H2, the first with the mirrored mode. */
    private static final int MIRRORED_SINCE_BUILD = 22_621;

    private static final int LARGEST_CONFIG = 1 << 20;

    /** Which programs run now. */
    interface Running {
        /**
         * @return file names
         * @throws IOException if Windows does not tell
         */
        Collection<String> programs() throws IOException;
    }

    private final Registry registry;
    private final Running running;
    private final Path config;

    public RegistryWsl() {
        this(
                new Win32Registry(),
                () -> ProcessTable.now().names(),
                Path.of(System.getProperty("user.home"), ".wslconfig"));
    }

    RegistryWsl(Registry registry, Running running, Path config) {
        this.registry = registry;
        this.running = running;
        this.config = config;
    }

    @Override
    public Wsl read() throws IOException {
        List<Distro> distros = distros();
        Optional<String> store = store();
        return new Wsl(
                store,
                distros,
                !distros.isEmpty() && isRunning(),
                mode(store.isPresent()),
                natAddress());
    }

    private List<Distro> distros() throws IOException {
        String first = user(LXSS).flatMap(key -> key.text("DefaultDistribution")).orElse("");
        List<Distro> distros = new ArrayList<>();
        for (String id : registry.subkeys(Registry.Root.CURRENT_USER, LXSS).orElse(List.of())) {
            Optional<RegistryKey> key = user(LXSS + "\\" + id);
            key.flatMap(values -> distro(id, values, id.equalsIgnoreCase(first)))
                    .ifPresent(distros::add);
        }
        return distros;
    }

    private static Optional<Distro> distro(String id, RegistryKey key, boolean isDefault) {
        int version = (key.number("Flags").orElse(0) & VM_MODE) == 0 ? 1 : 2;
        return key.number("State").orElse(INSTALLED) == INSTALLED
                ? key.text("DistributionName")
                        .filter(name -> !name.isBlank() && !belongsToATool(name))
                        .map(name -> new Distro(id, name, version, isDefault))
                : Optional.empty();
    }

    /** Docker Desktop, Rancher Desktop and Podman keep distributions that nobody works in. */
    private static boolean belongsToATool(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return lowerCase.equals("docker-desktop")
                || lowerCase.equals("docker-desktop-data")
                || lowerCase.equals("rancher-desktop")
                || lowerCase.equals("rancher-desktop-data")
                || lowerCase.startsWith("podman-machine-");
    }

    private Optional<String> store() throws IOException {
        return machine(LXSS + "\\MSI").flatMap(key -> key.text("Version"));
    }

    /**
     * vmmem is the virtual machine's memory as Windows 10 shows it, vmmemWSL as Windows 11 does.
     */
    private boolean isRunning() throws IOException {
        return running.programs().stream()
                .anyMatch(program ->
                        program.equalsIgnoreCase("vmmemWSL") || program.equalsIgnoreCase("vmmem"));
    }

    private NetworkingMode mode(boolean fromStore) throws IOException {
        if (!fromStore) {
            // the one that came with Windows knows no other
            return NetworkingMode.NAT;
        }
        NetworkingMode mode = configured();
        boolean tooOld = mode == NetworkingMode.MIRRORED && windowsBuild() < MIRRORED_SINCE_BUILD;
        return tooOld ? NetworkingMode.NAT : mode;
    }

    private NetworkingMode configured() throws IOException {
        Optional<RegistryKey> policies = machine(POLICIES);
        NetworkingMode byDefault =
                policies.flatMap(key -> key.number("DefaultNetworkingMode"))
                        .flatMap(RegistryWsl::policyMode)
                        .orElse(NetworkingMode.NAT);
        boolean userMayChoose =
                policies.flatMap(key -> key.number("AllowNetworkingModeUserSetting")).orElse(1)
                        != 0;
        return wslConfig()
                .networkingMode()
                .filter(mode -> userMayChoose || mode == NetworkingMode.NONE)
                .orElse(byDefault);
    }

    /** wsl::core::NetworkingMode; the policy can't set the bridged mode. */
    private static Optional<NetworkingMode> policyMode(int number) {
        return switch (number) {
            case 0 -> Optional.of(NetworkingMode.NONE);
            case 1 -> Optional.of(NetworkingMode.NAT);
            case 3 -> Optional.of(NetworkingMode.MIRRORED);
            case 4 -> Optional.of(NetworkingMode.CONSOMME);
            default -> Optional.empty();
        };
    }

    private WslConfig wslConfig() throws IOException {
        try (InputStream in = Files.newInputStream(config)) {
            byte[] bytes = in.readNBytes(LARGEST_CONFIG);
            return WslConfig.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return WslConfig.none();
        }
    }

    /** A build that is not told counts as a new one: Windows 10 has always told it. */
    private int windowsBuild() throws IOException {
        return machine(WINDOWS)
                .flatMap(key -> key.text("CurrentBuildNumber"))
                .filter(build -> build.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(Integer.MAX_VALUE);
    }

    private Optional<InetAddress> natAddress() throws IOException {
        return user(LXSS).flatMap(key -> key.text("NatIpAddress")).flatMap(RegistryWsl::address);
    }

    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(Address.parse(text));
        } catch (InvalidInput notAnAddress) {
            return Optional.empty();
        }
    }

    private Optional<RegistryKey> user(String key) throws IOException {
        return registry.read(Registry.Root.CURRENT_USER, key);
    }

    private Optional<RegistryKey> machine(String key) throws IOException {
        return registry.read(Registry.Root.LOCAL_MACHINE, key);
    }
}
