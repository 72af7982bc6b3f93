package app.naru.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.naru.settings.InternetServices;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The Internet of a {@link Lab}: a STUN server (coturn), a page that shows the visitor's address,
 * and checking services.
 */
final class LabInternet implements AutoCloseable {

    /** Where it is. */
    static final String FAR = "11.0.0.1";

    private static final String TURNSERVER = "/usr/bin/turnserver";

    private final Started stun;
    private final Started services;

    private LabInternet(Started stun, Started services) {
        this.stun = stun;
        this.services = services;
    }

    /** Skips the test where coturn is not there. */
    static void assumeInstalled() {
        assumeTrue(Files.isExecutable(Path.of(TURNSERVER)), "coturn is not installed");
    }

    /** Starts it, and has the Naru of that home ask it and no other, by that checking service. */
    static LabInternet start(Path home, String check) throws IOException {
        Started stun =
                Started.in(
                        "wan",
                        TURNSERVER,
                        "-n",
                        "-S",
                        "-L",
                        FAR,
                        "--no-cli",
                        "--no-tls",
                        "--no-dtls",
                        "--pidfile",
                        home.resolve("turn.pid").toString(),
                        "-l",
                        "stdout");
        Started services =
                Started.in(
                        "wan",
                        "/usr/bin/python3",
                        Path.of("lab", "router", "internet.py").toAbsolutePath().toString(),
                        FAR,
                        "8080");
        String pages = "http://" + FAR + ":8080/";
        new Settings(new SettingsFolder(home), Clock.systemUTC())
                .internet(
                        new InternetServices(
                                true,
                                List.of(FAR + ":3478"),
                                List.of(pages + "ip"),
                                List.of(pages + check + "/{address}/{port}")));
        return new LabInternet(stun, services);
    }

    /** Waits until both can be asked. */
    void awaitListening() {
        await().until(() ->
                !Lab.output("wan", "ss", "-Hlun", "sport = :3478").isEmpty()
                        && !Lab.output("wan", "ss", "-Hltn", "sport = :8080").isEmpty());
    }

    @Override
    public void close() {
        stun.close();
        services.close();
    }
}
