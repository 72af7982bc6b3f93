package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * WSL on a Windows Java: a second network namespace, behind the first as a virtual machine is, has
 * the server in it; the stand-in wsl.exe tells the kernel's tables of there.
 */
final class WslMovesUnderWineIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String LXSS = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Lxss";

    @TempDir private Path folder;
    private final String inside = "naruwsl" + ProcessHandle.current().pid();
    private final List<Process> started = new ArrayList<>();
    private Wine wine;
    private WineNamespace pc;
    private Process server;

    @BeforeEach
    void setUp() throws Exception {
        wine = Wine.lab();
        wine.importHive(Wine.hive("firewall.reg"));
        wine.importHive(Wine.hive("wsl.reg"));
        pc = WineNamespace.create(wine);
        run("ip", "netns", "add", inside);
        pc.run(
                "ip", "link", "add", "wslhost", "type", "veth", "peer", "name", "eth0", "netns",
                inside);
        pc.run("ip", "addr", "add", "172.28.176.1/20", "dev", "wslhost");
        pc.run("ip", "link", "set", "wslhost", "up");
        within("ip", "link", "set", "lo", "up");
        within("ip", "addr", "add", "172.28.185.15/20", "dev", "eth0");
        within("ip", "link", "set", "eth0", "up");
        Files.writeString(folder.resolve("index.html"), "a page of WSL's");
        server =
                start(
                        "server.txt",
                        "python3",
                        "-m",
                        "http.server",
                        "-d",
                        folder.toString(),
                        "8000");
        Files.createDirectory(folder.resolve("Ubuntu"));
        Files.writeString(folder.resolve("Ubuntu").resolve("wslinfo"), "nat\n");
        wine.with("NARU_WSL_FOLDER", Wine.windowsPath(folder))
                .with("NARU_WSL_RUNNING", "Ubuntu")
                .with("NARU_WSL_LOG", Wine.windowsPath(folder.resolve("wsl.log")))
                .with("NARU_WSL_PROC", "Z:\\proc\\" + pidOfServer() + "\\");
    }

    @AfterEach
    void tearDown() throws Exception {
        pc.end();
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        new ProcessBuilder("ip", "netns", "del", inside).start().waitFor();
    }

    @Test
    void aServerInWslIsSeenOpenedAndFollowed() throws Exception {
        runVirtualMachine();
        Path survey = folder.resolve("survey.txt");
        Process looking = pc.naru(wine, survey, "survey", "--json");
        Awaitility.await().atMost(PATIENCE).until(() -> !looking.isAlive());
        assertThat(Files.readString(survey))
                .contains(
                        "\"wslDistro\":\"Ubuntu\"",
                        "\"running\":[\"Ubuntu\"],\"eth0\":\"172.28.185.15\",\"mode\":\"nat\"",
                        "\"services\":{\"known\":true",
                        "\"excludedPorts\":{\"known\":true");

        Path output = folder.resolve("open.txt");
        pc.naru(wine, output, "open", "8000", "--to", "wsl:8000", "--start-wsl", "--json");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Files.readString(output).contains("\"event\":\"open\""));
        assertThat(page()).isEqualTo("a page of WSL's");
        Process established =
                pc.start(
                        folder.resolve("established.txt"),
                        "bash",
                        "-c",
                        "exec 3<>/dev/tcp/" + WineNamespace.ADDRESS + "/8000; cat <&3");
        Awaitility.await().atMost(PATIENCE).until(this::isConnected);

        within("ip", "addr", "del", "172.28.185.15/20", "dev", "eth0");
        within("ip", "addr", "add", "172.28.190.77/20", "dev", "eth0");
        pc.wine(
                wine,
                List.of(
                        "run",
                        "reg",
                        "add",
                        LXSS,
                        "/v",
                        "NatIpAddress",
                        "/d",
                        "172.28.190.77",
                        "/f"));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(5))
                .until(() -> page().equals("a page of WSL's"));
        assertThat(established.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("wsl.log")))
                .contains("-d Ubuntu -e cat")
                .doesNotContain("started");
    }

    /** Its memory shows as a process, by which Naru knows that it runs. */
    private void runVirtualMachine() throws Exception {
        Path memory = folder.resolve("vmmemWSL");
        Files.copy(wine.built("wsl.exe"), memory);
        List<String> command =
                List.of(
                        "env",
                        "NARU_WSL_MODE=vm",
                        Wine.SCRIPT.toString(),
                        "run",
                        Wine.windowsPath(memory));
        pc.start(folder.resolve("vmmem.txt"), command.toArray(String[]::new));
    }

    private String page() throws Exception {
        Path got = folder.resolve("page.txt");
        Process curl =
                pc.start(
                        got,
                        "curl",
                        "-sS",
                        "-m",
                        "3",
                        "http://" + WineNamespace.ADDRESS + ":8000/");
        return curl.waitFor() == 0 ? Files.readString(got) : "";
    }

    private boolean isConnected() throws Exception {
        return within("ss", "-Htn", "state", "established", "sport", "=", ":8000")
                .contains("172.28.176.1");
    }

    private long pidOfServer() {
        // ip netns exec becomes the program itself
        return server.pid();
    }

    private String within(String... command) throws Exception {
        List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", inside));
        whole.addAll(List.of(command));
        return run(whole.toArray(String[]::new));
    }

    private Process start(String output, String... command) throws Exception {
        List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", inside));
        whole.addAll(List.of(command));
        Process process =
                new ProcessBuilder(whole)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(output).toFile())
                        .start();
        started.add(process);
        return process;
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as("%s: %s", String.join(" ", command), said).isZero();
        return said;
    }
}
