package app.naru.windows;

import app.naru.wsl.Distro;
import app.naru.wsl.WslOutput;
import app.naru.wsl.WslProgram;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The {@code wsl.exe} of Windows' own folder. */
public final class WslExe implements WslProgram {

    private static final String LXSS = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss\\MSI";

    /** The service of the WSL that came with Windows. */
    private static final String INBOX = "SYSTEM\\CurrentControlSet\\Services\\LxssManager";

    /** The tables of a busy server have some megabytes. */
    static final int MOST_OUTPUT = 16 << 20;

    /** A program's end and the end of its output are one moment, but two events. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

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
        Process process = start(arguments, ProcessBuilder.Redirect.from(new File("NUL")));
        CompletableFuture<byte[]> output = reading(process.getInputStream());
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        "wsl.exe did not end within " + limit.toMillis() + " ms");
            }
            byte[] bytes = output.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
            if (bytes.length > MOST_OUTPUT) {
                throw new IOException("wsl.exe wrote more than " + MOST_OUTPUT + " bytes");
            }
            return new WslOutput(process.exitValue(), bytes);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("what wsl.exe wrote can't be read", e);
        } finally {
            end(process);
        }
    }

    @Override
    public Held hold(Distro distro, Duration limit) throws IOException, InterruptedException {
        requireSimple(distro);
        Process process =
                start(List.of("-d", distro.name(), "-e", "cat"), ProcessBuilder.Redirect.PIPE);
        return HeldDistro.of(process, limit);
    }

    private static void requireSimple(Distro distro) throws IOException {
        if (!distro.isSimplyNamed()) {
            throw new IOException("WSL has no way to name the distribution " + distro.name());
        }
    }

    private Process start(List<String> arguments, ProcessBuilder.Redirect input)
            throws IOException {
        if (!installed()) {
            throw new IOException("WSL is not installed");
        }
        List<String> command = new ArrayList<>();
        command.add(SystemFolder.program("wsl.exe"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(new File(SystemFolder.path()))
                        .redirectInput(input)
                        // warnings, and what a program inside says of files that it has not
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("WSL_UTF8", "1");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static CompletableFuture<byte[]> reading(InputStream output) {
        CompletableFuture<byte[]> read = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("wsl-output")
                .start(() -> {
                    try {
                        byte[] bytes = output.readNBytes(MOST_OUTPUT + 1);
                        read.complete(bytes);
                        // goes on, so that it is not stopped by a full pipe; its end comes by limit
                        output.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        read.completeExceptionally(e);
                    }
                });
        return read;
    }

    /** Windows' wsl.exe starts the Store's: both go. */
    static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
