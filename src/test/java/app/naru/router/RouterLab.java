package app.naru.router;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A home router with a real miniupnpd in network namespaces, and the client in processes of its own
 * there. No packet leaves the machine.
 */
final class RouterLab implements AutoCloseable {

    static final String PUBLIC_ADDRESS = "11.0.0.2";

    /** Unlike those of other labs that run at the same time. */
    private static final String PREFIX = "rt" + ProcessHandle.current().pid() % 10_000 + "-";

    private static final Path SCRIPT = Path.of("lab", "router", "router-lab.sh").toAbsolutePath();

    private final Map<String, String> settings;
    private final List<Client> clients = new ArrayList<>();

    private RouterLab(Map<String, String> settings) {
        this.settings = settings;
    }

    /** Sets that variant up, or skips the test with the reason. */
    static RouterLab up(String variant, Map<String, String> settings)
            throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "network namespaces need root");
        for (String tool : List.of("ip", "nft", "curl", "ss", "miniupnpd")) {
            assumeTrue(isInstalled(tool), tool + " is not installed");
        }
        RouterLab lab = new RouterLab(settings);
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
        builder.environment().put("LAB_TTL", "600");
        Path log = Files.createTempFile("router-lab", ".log");
        Process process = builder.redirectOutput(log.toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("the lab failed: " + Files.readString(log));
        }
        Files.delete(log);
    }

    /** Restarts the router: it has forgotten all mappings. */
    void reboot() throws IOException, InterruptedException {
        script("reboot");
    }

    private static List<String> in(String namespace, String... command) {
        List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", PREFIX + namespace));
        whole.addAll(List.of(command));
        return whole;
    }

    /** Returns what a visitor from the Internet gets at that port; empty if nothing. */
    String visit(int port) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                in(
                                        "wan",
                                        "curl",
                                        "-s",
                                        "-m",
                                        "2",
                                        "http://" + PUBLIC_ADDRESS + ":" + port + "/"))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String got = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return got;
    }

    /** Starts a client in that namespace. */
    Client client(String namespace) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process =
                new ProcessBuilder(
                                in(
                                        namespace,
                                        java,
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        LabProbe.class.getName()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        Client client = new Client(process);
        clients.add(client);
        return client;
    }

    /** A client that takes commands. */
    static final class Client {

        private final Process process;
        private final BufferedReader answers;

        private Client(Process process) {
            this.process = process;
            this.answers =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
        }

        /** Returns what the client answers to {@link LabProbe}'s command. */
        String ask(String command) throws IOException {
            OutputStream commands = process.getOutputStream();
            commands.write((command + "\n").getBytes(StandardCharsets.UTF_8));
            commands.flush();
            StringBuilder answer = new StringBuilder();
            for (String line = answers.readLine();
                    line != null && !line.isEmpty();
                    line = answers.readLine()) {
                answer.append(line).append('\n');
            }
            return answer.toString();
        }

        /**
         * Looks for the router until the answer holds that: a client that has just been started
         * still loads its classes during its first search, and that has a limit.
         */
        String finds(String patience, String what) {
            return Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> ask("find " + patience), found -> found.contains(what));
        }

        /** Kills it as a crash does: it takes nothing back. */
        void crash() {
            process.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() throws IOException {
        clients.forEach(Client::crash);
        try {
            script("down");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
