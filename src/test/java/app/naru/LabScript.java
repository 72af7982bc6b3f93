package app.naru;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The home network of {@code lab/router/router-lab.sh}, in network namespaces: {@code lan}
 * (192.168.77.10) is this PC, {@code lan2} (192.168.77.11) another device, {@code wan} (11.0.0.1)
 * someone on the Internet. No packet leaves the machine.
 *
 * @param prefix put before the namespaces' names: several labs stand side by side
 * @param settings of the script
 */
public record LabScript(String prefix, Map<String, String> settings) {

    private static final Path SCRIPT = Path.of("lab", "router", "router-lab.sh").toAbsolutePath();

    /** Sets that variant of the router up, or skips the test with the reason. */
    public void up(String variant) throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "network namespaces need root");
        for (String tool : List.of("ip", "nft", "curl", "ss", "miniupnpd")) {
            assumeTrue(isInstalled(tool), tool + " is not installed");
        }
        run("up", variant);
    }

    private static boolean isInstalled(String tool) {
        return List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin").stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    /** Runs the script with that command. */
    public void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        builder.environment().put("LAB_PREFIX", prefix);
        Path log = Files.createTempFile("router-lab", ".log");
        Process process = builder.redirectOutput(log.toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("the lab failed: " + Files.readString(log));
        }
        Files.delete(log);
    }

    /** Returns what that namespace is called. */
    public String name(String namespace) {
        return prefix + namespace;
    }

    /** Returns the command as it is run in that namespace; it keeps its process id. */
    public List<String> in(String namespace, List<String> command) {
        List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", name(namespace)));
        whole.addAll(command);
        return whole;
    }

    /** Returns what the command in that namespace wrote to standard output. */
    public String output(String namespace, String... command)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(in(namespace, List.of(command)))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }
}
