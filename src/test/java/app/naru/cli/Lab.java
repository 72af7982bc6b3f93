package app.naru.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A home network in network namespaces: {@code lan} (192.168.77.10) is this PC, {@code lan2}
 * (192.168.77.11) a phone on the same Wi-Fi, {@code wan} (11.0.0.1) someone on the Internet. The
 * router between them, with a real miniupnpd, is 11.0.0.2 there. No packet leaves the machine.
 */
final class Lab {

    static final String PC = "192.168.77.10";
    static final String PUBLIC = "11.0.0.2";

    /** Unlike those of other labs that run at the same time. */
    private static final String PREFIX = "cli" + ProcessHandle.current().pid() % 10_000 + "-";

    private static final Path SCRIPT = Path.of("lab", "router", "router-lab.sh").toAbsolutePath();

    private final Map<String, String> settings;

    private Lab(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    /** Sets the network up, or skips the test with the reason. */
    static Lab up() throws IOException, InterruptedException {
        return up("public");
    }

    /** Sets that variant of the router up, or skips the test with the reason. */
    static Lab up(String variant) throws IOException, InterruptedException {
        return up(variant, Map.of());
    }

    /** Sets that variant up with these settings of the script's. */
    static Lab up(String variant, Map<String, String> settings)
            throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "network namespaces need root");
        for (String tool : List.of("ip", "nft", "curl", "ss", "miniupnpd")) {
            assumeTrue(isInstalled(tool), tool + " is not installed");
        }
        Lab lab = new Lab(settings);
        lab.script("up", variant);
        return lab;
    }

    private static boolean isInstalled(String tool) {
        return List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin").stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private void script(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        builder.environment().put("LAB_PREFIX", PREFIX);
        Path log = Files.createTempFile("lab", ".log");
        Process process = builder.redirectOutput(log.toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("the lab failed: " + Files.readString(log));
        }
        Files.delete(log);
    }

    /** Returns what that namespace is called. */
    static String name(String namespace) {
        return PREFIX + namespace;
    }

    /** Returns the command as it is run in that namespace; it keeps its process id. */
    static List<String> in(String namespace, List<String> command) {
        List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", name(namespace)));
        whole.addAll(command);
        return whole;
    }

    /** Returns what the command in that namespace wrote to standard output. */
    static String output(String namespace, String... command)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(in(namespace, List.of(command)))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String out = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return out;
    }

    /** Returns the page that the phone gets; empty if it gets none. */
    static String fetch(int port) throws IOException, InterruptedException {
        return output("lan2", "curl", "-s", "-m", "10", "http://" + PC + ":" + port + "/");
    }

    /** Returns the page that someone on the Internet gets; empty if they get none. */
    static String fetchFromOutside(int port) throws IOException, InterruptedException {
        return output("wan", "curl", "-s", "-m", "10", "http://" + PUBLIC + ":" + port + "/");
    }

    /** Returns the sockets of the PC that listen at that port, with their programs. */
    static String listening(int port) throws IOException, InterruptedException {
        return output("lan", "ss", "-Hltnp", "sport = :" + port);
    }

    /** Takes the network down again. */
    void down() throws IOException, InterruptedException {
        script("down");
    }
}
