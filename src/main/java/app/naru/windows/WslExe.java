package app.naru.windows;

import app.naru.wsl.Distro;
import app.naru.wsl.WslOutput;
import app.naru.wsl.WslProgram;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The {@code wsl.exe} of Windows' own folder. */
public final class WslExe implements WslProgram {

    private static final String LXSS = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss\\MSI";

    /** The service of the WSL that came with Windows. */
    private static final String INBOX = "SYSTEM\\CurrentControlSet\\Services\\LxssManager";

    /** The tables of a busy server have some megabytes. */
    private static final int MOST_OUTPUT = 16 << 20;

    private final Registry registry;
    private final Map<String, String> environment;

    public WslExe() {
        this(new Win32Registry(), Map.of());
    }

    /**
     * @param environment variables that {@code wsl.exe} gets beside Naru's own
     */
    WslExe(Registry registry, Map<String, String> environment) {
        this.registry = registry;
        this.environment = environment;
    }

    @Override
    public boolean installed() throws IOException {
        boolean store =
                registry.read(Registry.Root.LOCAL_MACHINE, LXSS)
                        .flatMap(key -> key.text("Version"))
                        .isPresent();
        return store || registry.read(Registry.Root.LOCAL_MACHINE, INBOX).isPresent();
    }

    @Override
    public WslOutput run(List<String> arguments, Duration limit)
            throws IOException, InterruptedException {
        BoundedRun.Ended ended = BoundedRun.of(program(arguments), "wsl.exe", limit, MOST_OUTPUT);
        return new WslOutput(ended.code(), ended.output());
    }

    @Override
    public Held hold(String distro, Duration limit) throws IOException, InterruptedException {
        if (!Distro.isSimple(distro)) {
            throw new IOException("WSL has no way to name the distribution " + distro);
        }
        Process process =
                program(List.of("-d", distro, "-e", "cat"))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return HeldDistro.of(process, limit);
    }

    private ProcessBuilder program(List<String> arguments) throws IOException {
        if (!installed()) {
            throw new IOException("WSL is not installed");
        }
        List<String> command = new ArrayList<>();
        command.add(SystemFolder.program("wsl.exe"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(new File(SystemFolder.path()));
        builder.environment().put("WSL_UTF8", "1");
        builder.environment().putAll(environment);
        return builder;
    }
}
