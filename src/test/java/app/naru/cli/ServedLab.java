package app.naru.cli;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests in a {@link Lab} with its probe, and the real servers of its PC, which end with each. */
abstract class ServedLab {

    static final String PYTHON = "/usr/bin/python3";
    static final String PAGE = "the very page";

    @TempDir private static Path home;
    private static Lab lab;
    private static Checked probe;

    @TempDir Path folder;
    private final List<Started> started = new ArrayList<>();

    @BeforeAll
    static void setUp() throws Exception {
        lab = Lab.up();
        probe = Checked.inLan(home);
    }

    @AfterAll
    static void tearDown() throws Exception {
        if (probe != null) {
            probe.close();
        }
        if (lab != null) {
            lab.down();
        }
        probe = null;
        lab = null;
    }

    @AfterEach
    final void endServers() {
        started.reversed().forEach(Started::close);
    }

    static Checked probe() {
        return probe;
    }

    /** Starts the server and waits until something listens at the port. */
    final Started serve(int port, String... command) throws Exception {
        return listening(Started.inLan(command), port);
    }

    /** Serves {@link #PAGE}. */
    final void files(int port, String address) throws Exception {
        Files.writeString(folder.resolve("index.html"), PAGE);
        listening(Started.files(folder, address, port), port);
    }

    private Started listening(Started server, int port) {
        started.add(server);
        await().atMost(Duration.ofSeconds(60)).until(() -> !Lab.listening(port).isEmpty());
        return server;
    }

    /** Ends the server and waits until nothing listens at the port. */
    static void stop(Started server, int port) throws Exception {
        server.close();
        await().until(() -> Lab.listening(port).isEmpty());
    }

    /** Returns what the phone gets at port 8000 under that name of the PC. */
    static String visit(String name) throws Exception {
        return Lab.output(
                "lan2",
                "curl",
                "-s",
                "-m",
                "20",
                "--resolve",
                name + ":8000:" + Lab.PC,
                "http://" + name + ":8000/");
    }
}
