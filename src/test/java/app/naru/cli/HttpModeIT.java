package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.naru.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTP mode in front of real dev servers that refuse every name but their own PC's. */
final class HttpModeIT {

    private static final String NAME = "pc.example.com";
    private static final Path LAB = Path.of("lab", "http").toAbsolutePath();
    private static final Path NPM = Path.of("target", "npm", "node_modules").toAbsolutePath();
    private static final String PYTHON = "/usr/bin/python3";

    private final List<Started> started = new ArrayList<>();
    private int serverPort;
    private int httpPort;

    @TempDir Path folder;

    @BeforeEach
    void choosePorts() throws IOException {
        serverPort = FreePorts.one();
        httpPort = FreePorts.one();
    }

    @AfterEach
    void stopAll() {
        started.reversed().forEach(Started::close);
    }

    /** Starts the server and a relay to it, both to be asked under the same name. */
    private void serve(String... command) throws Exception {
        start(command);
        start(
                Started.naru().toString(),
                "relay",
                "--listen",
                "127.0.0.1:" + httpPort,
                "--to",
                "127.0.0.1:" + serverPort,
                "--http-name",
                NAME);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> listens(serverPort) && listens(httpPort));
    }

    private Started start(String... command) throws IOException {
        Started program = Started.here(command);
        started.add(program);
        return program;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String url(int port, String path) {
        return "http://" + NAME + ":" + port + path;
    }

    /** Returns what curl gets, the head included, where that name leads to this PC. */
    private String curl(int port, String path, String... options) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "curl",
                                "-si",
                                "-m",
                                "20",
                                "--resolve",
                                NAME + ":" + port + ":127.0.0.1"));
        command.addAll(List.of(options));
        command.add(url(port, path));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new String(process.getInputStream().readAllBytes());
    }

    private static void assumeDevServers() {
        assumeTrue(Files.isDirectory(NPM), "no dev servers in target/npm: run ./dev test");
    }

    @Test
    void djangoTakesAFormThatItWouldRefuse() throws Exception {
        assumeTrue(
                new ProcessBuilder(PYTHON, "-c", "import django").start().waitFor() == 0,
                "python3-django is not installed");
        serve(
                PYTHON,
                LAB.resolve("django-site.py").toString(),
                "runserver",
                "--noreload",
                "127.0.0.1:" + serverPort);
        assertThat(curl(serverPort, "/form")).startsWith("HTTP/1.1 400").contains("DisallowedHost");

        String jar = folder.resolve("cookies").toString();
        String page = curl(httpPort, "/form", "-c", jar);
        assertThat(page).startsWith("HTTP/1.1 200");
        String token = page.substring(page.indexOf("\r\n\r\n") + 4);
        String[] form = {
            "-b",
            jar,
            "-d",
            "word=hello",
            "-d",
            "csrfmiddlewaretoken=" + token,
            "-H",
            "Origin: " + url(httpPort, ""),
            "-H",
            "Referer: " + url(httpPort, "/form")
        };
        assertThat(curl(httpPort, "/form", form)).contains("taken: hello from 127.0.0.1");
        assertThat(curl(httpPort, "/elsewhere")).contains("Location: " + url(httpPort, "/form"));
    }

    @Test
    void viteServesItsPageAndReloadsItLive() throws Exception {
        assumeDevServers();
        Files.writeString(
                folder.resolve("index.html"), "<script type=\"module\" src=\"/main.js\"></script>");
        Path script = Files.writeString(folder.resolve("main.js"), "export default 1;\n");
        serve(
                "node",
                NPM.resolve("vite/bin/vite.js").toString(),
                folder.toString(),
                "--host",
                "127.0.0.1",
                "--strictPort",
                "--port",
                Integer.toString(serverPort));
        assertThat(curl(serverPort, "/")).startsWith("HTTP/1.1 403").contains("Blocked request");
        assertThat(curl(httpPort, "/")).startsWith("HTTP/1.1 200").contains("/@vite/client");
        assertThat(curl(httpPort, "/main.js")).contains("export default 1;");

        String client = curl(httpPort, "/@vite/client");
        String token = client.replaceFirst("(?s).*wsToken = \"([^\"]+)\".*", "$1");
        Started refused = reload(serverPort, "/?token=" + token, "vite-hmr");
        refused.awaitOut("refused");
        Started page = reload(httpPort, "/?token=" + token, "vite-hmr");
        page.awaitOut("\"connected\"");
        Files.writeString(script, "export default 2;\n");
        page.awaitOut("full-reload");
        assertThat(curl(httpPort, "/main.js")).contains("export default 2;");
    }

    @Test
    void webpackServesItsBundleAndReloadsItLive() throws Exception {
        assumeDevServers();
        Path script = Files.writeString(folder.resolve("main.js"), "console.log('first');\n");
        serve(
                "node",
                LAB.resolve("webpack.mjs").toString(),
                folder.toString(),
                Integer.toString(serverPort));
        assertThat(curl(serverPort, "/main.js")).contains("Invalid Host header");
        assertThat(curl(httpPort, "/main.js")).startsWith("HTTP/1.1 200").contains("first");

        Started page = reload(httpPort, "/ws", "");
        page.awaitOut("\"ok\"");
        Files.writeString(script, "console.log('second');\n");
        page.awaitOut("\"invalid\"");
        await().untilAsserted(() -> assertThat(curl(httpPort, "/main.js")).contains("second"));
    }

    private Started reload(int port, String path, String protocol) throws IOException {
        return start(
                "node",
                LAB.resolve("reload.mjs").toString(),
                Integer.toString(port),
                NAME + ":" + port,
                path,
                protocol);
    }

    @Test
    void curlsUploadsArriveWholeAndEventsAtOnce() throws Exception {
        assumeDevServers();
        byte[] body = new byte[30_000_000];
        new Random(4).nextBytes(body);
        String file = Files.write(folder.resolve("body"), body).toString();
        String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        serve("node", LAB.resolve("server.mjs").toString(), Integer.toString(serverPort));

        assertThat(curl(httpPort, "/sum", "-T", file, "-H", "Expect: 100-continue"))
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK")
                .endsWith(sum);
        assertThat(curl(httpPort, "/sum", "-T", file, "-H", "Transfer-Encoding: chunked"))
                .endsWith(sum);
        assertThat(curl(httpPort, "/large?mib=20")).hasSizeGreaterThan(20 << 20);

        Started events =
                start(
                        "curl",
                        "-sN",
                        "--resolve",
                        NAME + ":" + httpPort + ":127.0.0.1",
                        url(httpPort, "/events"));
        events.awaitOut("data: ");
        long at = Long.parseLong(events.out().lines().findFirst().orElseThrow().substring(6));
        assertThat(System.currentTimeMillis() - at).as("milliseconds").isLessThan(2_000);
    }
}
