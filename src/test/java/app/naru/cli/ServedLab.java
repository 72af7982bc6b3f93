package app.naru.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A {@link Lab} with its probe, and the real servers of its PC. */
final class ServedLab implements AutoCloseable {

    static final String PYTHON = "/usr/bin/python3";
    static final String PAGE = "the very page";

    private final Lab lab;
    private final Checked probe;
    private final List<Started> started = new ArrayList<>();

    private ServedLab(Lab lab, Checked probe) {
        this.lab = lab;
        this.probe = probe;
    }

    /** Sets it up, the probe with settings of its own, or skips the test with the reason. */
    static ServedLab up(Path home) throws Exception {
        Lab lab = Lab.up();
        try {
            return new ServedLab(lab, Checked.inLan(home));
        } catch (IOException e) {
            lab.down();
            throw e;
        }
    }

    Checked probe() {
        return probe;
    }

    /** Starts the server and waits until something listens at the port. */
    Started serve(int port, String... command) throws Exception {
        return listening(Started.inLan(command), port);
    }

    /** Serves {@link #PAGE} from the folder. */
    void files(Path folder, int port, String address) throws Exception {
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
        await().atMost(Duration.ofSeconds(20)).until(() -> Lab.listening(port).isEmpty());
    }

    /** Ends every server. */
    void stopAll() {
        started.reversed().forEach(Started::close);
        started.clear();
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

    @Override
    public void close() throws Exception {
        probe.close();
        lab.down();
    }
}
