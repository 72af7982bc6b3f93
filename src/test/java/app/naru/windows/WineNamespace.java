package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A network namespace with one Ethernet adapter that leads nowhere, and Wine in it. Wine's server
 * is ended before and after: the adapters that it shows are those of where it was started.
 */
final class WineNamespace {

    static final String ADDRESS = "192.168.77.10";

    private static final long SECONDS = 180;

    private final String name = "naruwine" + ProcessHandle.current().pid();
    private final List<Process> started = new ArrayList<>();
    private final Wine wine;

    private WineNamespace(Wine wine) {
        this.wine = wine;
    }

    /** Makes it, or ends the test as skipped where this user may not. */
    static WineNamespace create(Wine wine) throws IOException, InterruptedException {
        WineNamespace made = new WineNamespace(wine);
        wine.script("stop");
        Process add = new ProcessBuilder("ip", "netns", "add", made.name).start();
        Assumptions.assumeTrue(add.waitFor() == 0, "making a network namespace needs root");
        made.run("ip", "link", "set", "lo", "up");
        made.run("ip", "link", "add", "eth0", "type", "veth", "peer", "name", "other");
        made.run("ip", "addr", "add", ADDRESS + "/24", "dev", "eth0");
        made.run("ip", "link", "set", "eth0", "up");
        made.run("ip", "link", "set", "other", "up");
        made.run("ip", "route", "add", "default", "via", "192.168.77.1");
        return made;
    }

    /** Runs a program of Linux's in there and returns what it wrote; it must succeed. */
    String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("naru-namespace", ".txt");
        try {
            Process process = start(output, command);
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as("%s", (Object) command)
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            Files.delete(output);
        }
    }

    /** Starts a program of Linux's in there; it ends with this at the latest. */
    Process start(Path output, String... command) throws IOException {
        return start(new ProcessBuilder(), output, Arrays.asList(command));
    }

    /** Runs lab/wine/wine.sh in there and returns what it wrote. */
    String wine(Wine lab, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Wine.SCRIPT.toString()));
        command.addAll(arguments);
        return run(command.toArray(String[]::new));
    }

    /** Starts the program as it is built, on the Windows Java. */
    Process naru(Wine lab, Path output, String... arguments) throws IOException {
        Path program = Path.of(System.getProperty("naru.program", "target/naru"));
        Path libraries = program.toAbsolutePath().resolve("lib");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Wine.SCRIPT.toString(),
                                "java",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                Wine.windowsPath(libraries) + "\\*",
                                "app.naru.Main"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder();
        builder.environment().putAll(lab.environment());
        return start(builder, output, command);
    }

    /** Starts a Windows program. */
    Process program(Wine lab, Path output, String... command) throws IOException {
        List<String> whole = new ArrayList<>(List.of(Wine.SCRIPT.toString(), "run"));
        whole.addAll(Arrays.asList(command));
        ProcessBuilder builder = new ProcessBuilder();
        builder.environment().putAll(lab.environment());
        return start(builder, output, whole);
    }

    private Process start(ProcessBuilder builder, Path output, List<String> command)
            throws IOException {
        List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", name));
        whole.addAll(command);
        Process process =
                builder.command(whole)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .redirectInput(Path.of("/dev/null").toFile())
                        .start();
        started.add(process);
        return process;
    }

    /** Ends what runs in there and removes it. */
    void end() throws IOException, InterruptedException {
        wine.script("stop");
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        new ProcessBuilder("ip", "netns", "del", name).start().waitFor();
    }
}
