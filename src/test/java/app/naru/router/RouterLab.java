package app.naru.router;

import app.naru.LabScript;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * A home router with a real miniupnpd in network namespaces: {@code lan} (192.168.77.10) is this
 * PC, {@code lan2} (192.168.77.11) another device, {@code wan} (11.0.0.1) someone on the Internet.
 * The router's closed ports refuse, where most drop, so that nobody waits. Several stand side by
 * side. No packet leaves the machine.
 */
public final class RouterLab implements AutoCloseable {

    public static final String PUBLIC_ADDRESS = "11.0.0.2";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final LabScript script;
    private final List<Client> clients = new ArrayList<>();

    private RouterLab(LabScript script) {
        this.script = script;
    }

    /** Sets that variant up, or skips the test with the reason. */
    public static RouterLab up(String variant, Map<String, String> settings)
            throws IOException, InterruptedException {
        // Unlike those of other labs that run at the same time.
        String prefix =
                "rt%d-%d-"
                        .formatted(
                                ProcessHandle.current().pid() % 10_000, NUMBER.incrementAndGet());
        Map<String, String> all = new HashMap<>(Map.of("LAB_CLOSED", "reject", "LAB_TTL", "600"));
        all.putAll(settings);
        RouterLab lab = new RouterLab(new LabScript(prefix, all));
        lab.script.up(variant);
        return lab;
    }

    /** Restarts the router: it has forgotten all mappings. */
    public void reboot() throws IOException, InterruptedException {
        script.run("reboot");
    }

    /** Returns the command as it is run in that namespace; it keeps its process id. */
    public List<String> in(String namespace, String... command) {
        return script.in(namespace, List.of(command));
    }

    /** Returns what the command in that namespace wrote to standard output. */
    public String output(String namespace, String... command)
            throws IOException, InterruptedException {
        return script.output(namespace, command);
    }

    /** Returns what a visitor from the Internet gets at that port; empty if nothing. */
    public String visit(int port) throws IOException, InterruptedException {
        return output(
                "wan", "curl", "-s", "-m", "2", "http://" + PUBLIC_ADDRESS + ":" + port + "/");
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
                                        "-XX:+UseSerialGC",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        LabProbe.class.getName()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        Client client = new Client(process);
        clients.add(client);
        return client;
    }

    /** Returns the clients that were started, in their order. */
    List<Client> clients() {
        return List.copyOf(clients);
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
         * Looks for the router until the answer holds all of that: a client that has just been
         * started still loads its classes during its first search, and that has a limit.
         */
        String finds(String patience, String... what) {
            return Awaitility.await()
                    .until(
                            () -> ask("find " + patience),
                            found -> List.of(what).stream().allMatch(found::contains));
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
            script.run("down");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
