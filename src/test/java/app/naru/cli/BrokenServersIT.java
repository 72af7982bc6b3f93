package app.naru.cli;

import static app.naru.cli.Checked.copy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real servers in the way of their visitors: what is found, said and done, and that it helps. */
@Timeout(180)
final class BrokenServersIT {

    private static final String PYTHON = "/usr/bin/python3";
    private static final Path LAB = Path.of("lab", "http").toAbsolutePath();
    private static final Path NPM = Path.of("target", "npm", "node_modules").toAbsolutePath();

    @TempDir static Path home;
    @TempDir Path folder;
    private static @Nullable Lab lab;
    private static @Nullable Checked probe;
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
    }

    @AfterEach
    void stopAll() throws Exception {
        started.reversed().forEach(Started::close);
        started.clear();
    }

    private static Checked probe() {
        assertThat(probe).isNotNull();
        return Objects.requireNonNull(probe);
    }

    private Started serve(int port, String... command) throws Exception {
        Started server = Started.inLan(command);
        started.add(server);
        await().atMost(Duration.ofSeconds(60)).until(() -> !Lab.listening(port).isEmpty());
        return server;
    }

    private static void stop(Started server, int port) throws Exception {
        server.close();
        await().atMost(Duration.ofSeconds(20)).until(() -> Lab.listening(port).isEmpty());
    }

    private Started files(int port, String address) throws Exception {
        Files.writeString(folder.resolve("index.html"), "the very page");
        return serve(
                port,
                PYTHON,
                "-m",
                "http.server",
                "--directory",
                folder.toString(),
                "--bind",
                address,
                Integer.toString(port));
    }

    private static String text(JsonNode report) {
        return report.get("text").asText();
    }

    private static String hop(JsonNode report) {
        return Checked.answer(report).get("hop").asText();
    }

    private static void assumeDjango() throws Exception {
        assumeTrue(
                new ProcessBuilder(PYTHON, "-c", "import django").start().waitFor() == 0,
                "python3-django is not installed");
    }

    @Test
    void aStoppedServerIsNamedAndItsStartHelps() throws Exception {
        probe().open("8000 8000 lan");

        JsonNode report = probe().finds("nothing-listens");
        assertThat(hop(report)).isEqualTo("server");
        assertThat(text(report))
                .isEqualTo("Nothing listens at port 8000 of this PC: the server is not running.");
        assertThat(Lab.fetch(8000)).isEmpty();

        files(8000, "127.0.0.1");
        probe().findsItWorks();
        assertThat(Lab.fetch(8000)).isEqualTo("the very page");
    }

    @Test
    void aServerOnLoopbackIsOpenedByTheFix() throws Exception {
        files(8000, "127.0.0.1");
        probe().ask("bare 8000 8000 lan");

        JsonNode report = probe().finds("loopback-only");
        assertThat(hop(report)).isEqualTo("server");
        assertThat(text(report))
                .isEqualTo(
                        "The server at port 8000 of this PC listens to its own computer alone, so"
                                + " that nobody else gets to it.");
        assertThat(copy(report)).isEqualTo("python -m http.server --bind 0.0.0.0 8000");

        probe().fix(report, "open");
        probe().findsItWorks();
        assertThat(Lab.fetch(8000)).isEqualTo("the very page");
    }

    @Test
    void aPortThatAnotherProgramHasIsLeftToIt() throws Exception {
        files(8000, "127.0.0.1");
        serve(8001, "socat", "TCP4-LISTEN:8001,bind=" + Lab.PC + ",fork", "SYSTEM:cat");
        probe().ask("keep 8001 8000 lan");

        JsonNode report = probe().finds("port-taken");
        assertThat(hop(report)).isEqualTo("server");
        assertThat(text(report))
                .matches(
                        "Port 8001 is taken by socat \\(\\d+\\), so that Naru can't listen there\\.");

        probe().fix(report, "open");
        probe().findsItWorks();
        assertThat(Lab.fetch(8002)).isEqualTo("the very page");
    }

    @Test
    void aTlsServerBehindAPlainLinkGetsTheRightOne() throws Exception {
        String key = folder.resolve("key.pem").toString();
        String certificate = folder.resolve("cert.pem").toString();
        Process openssl =
                new ProcessBuilder(
                                "openssl",
                                "req",
                                "-x509",
                                "-newkey",
                                "rsa:2048",
                                "-nodes",
                                "-days",
                                "2",
                                "-subj",
                                "/CN=pc",
                                "-keyout",
                                key,
                                "-out",
                                certificate)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(openssl.waitFor()).isZero();
        serve(
                8000,
                "openssl",
                "s_server",
                "-quiet",
                "-www",
                "-accept",
                "127.0.0.1:8000",
                "-cert",
                certificate,
                "-key",
                key);
        probe().open("8000 8000 lan");

        JsonNode report = probe().finds("tls-mismatch");
        assertThat(hop(report)).isEqualTo("server");
        assertThat(text(report))
                .isEqualTo(
                        "The link http://192.168.77.10:8000/ does not fit the server: it has to be"
                                + " https://192.168.77.10:8000/.");
        assertThat(Lab.output("lan2", "curl", "-sk", "-m", "10", copy(report)))
                .contains("s_server");
    }

    @Test
    void aDjangoOnEveryAddressThatRefusesTheHostIsPutBehindHttpMode() throws Exception {
        assumeDjango();
        serve(
                8000,
                PYTHON,
                LAB.resolve("django-site.py").toString(),
                "runserver",
                "--noreload",
                "0.0.0.0:8000");
        probe().ask("bare 8000 8000 lan");

        JsonNode report = probe().finds("django-refuses-host");
        assertThat(hop(report)).isEqualTo("server");
        assertThat(text(report))
                .isEqualTo(
                        "Django refuses visitors who come to 192.168.77.10: that host is not in"
                                + " ALLOWED_HOSTS.");
        assertThat(copy(report))
                .startsWith("ALLOWED_HOSTS = ['localhost', '127.0.0.1', '[::1]', '192.168.77.10'")
                .doesNotContain("*");
        assertThat(Lab.fetch(8000)).contains("DisallowedHost");

        probe().fix(report, "open");
        probe().findsItWorks();
        assertThat(throughHttpMode()).hasSize(64);

        probe().undo();
        assertThat(throughHttpMode()).isEmpty();
        assertThat(probe().ask("check").get("cause").asText()).isEqualTo("django-refuses-host");
    }

    private static String throughHttpMode() throws Exception {
        return Lab.output("lan2", "curl", "-s", "-m", "10", "http://192.168.77.10:48000/form");
    }

    @Test
    void aDjangoInDebugIsWarnedOfBeforeTheInternetSeesIt() throws Exception {
        assumeDjango();
        Path site = Files.createDirectory(folder.resolve("site"));
        Process made =
                new ProcessBuilder(PYTHON, "-m", "django", "startproject", "site1", site.toString())
                        .start();
        assertThat(made.waitFor()).isZero();
        Path settings = site.resolve("site1").resolve("settings.py");
        Files.writeString(
                settings,
                "\nALLOWED_HOSTS = ['" + Lab.PC + "', 'localhost']\n",
                StandardOpenOption.APPEND);
        Started django = runserver(site);
        probe().ask("keep 8000 8000 internet");
        JsonNode report =
                await().atMost(Duration.ofSeconds(60))
                        .until(
                                () -> probe().ask("check"),
                                now -> find(now, "django-debug") != null);
        JsonNode debug = Objects.requireNonNull(find(report, "django-debug"));
        assertThat(debug.get("hop").asText()).isEqualTo("server");
        assertThat(debug.get("inTheWay").asBoolean()).isFalse();
        String line = debug.at("/fixes/0/copy").asText();
        assertThat(line).isEqualTo("DEBUG = False");

        Files.writeString(settings, "\n" + line + "\n", StandardOpenOption.APPEND);
        stop(django, 8000);
        runserver(site);
        assertThat(find(probe().ask("check"), "django-debug")).isNull();
    }

    private Started runserver(Path site) throws Exception {
        return serve(
                8000,
                PYTHON,
                site.resolve("manage.py").toString(),
                "runserver",
                "--noreload",
                "--insecure",
                "127.0.0.1:8000");
    }

    private static @Nullable JsonNode find(JsonNode report, String cause) {
        for (JsonNode finding : report.get("findings")) {
            if (finding.get("cause").asText().equals(cause)) {
                return finding;
            }
        }
        return null;
    }

    /** A stand-in for Django 4, for Debian's looks at no Origin. */
    @Test
    void formsThatDjangoRefusesAreTakenOnceTheirOriginIsTrusted() throws Exception {
        Path trusted = folder.resolve("trusted");
        serve(8000, PYTHON, LAB.resolve("django4.py").toString(), "8000", trusted.toString());
        probe().open("8000 8000 lan");

        JsonNode report = probe().finds("django-refuses-origin");
        assertThat(hop(report)).isEqualTo("server");
        assertThat(text(report))
                .isEqualTo(
                        "Django shows its pages, but refuses forms that come from"
                                + " http://192.168.77.10:8000.");
        Files.createFile(folder.resolve("debug-off"));
        assertThat(copy(probe().finds("django-refuses-origin"))).isEqualTo(copy(report));

        Files.writeString(trusted, copy(report));
        probe().findsItWorks();
        assertThat(form()).isEqualTo("<p>taken</p>");
    }

    private static String form() throws Exception {
        return Lab.output(
                "lan2",
                "curl",
                "-s",
                "-m",
                "10",
                "-d",
                "word=hello",
                "-H",
                "Origin: http://192.168.77.10:8000",
                "http://192.168.77.10:8000/");
    }

    @Test
    void viteTakesTheNameThatItsLineAllows() throws Exception {
        assumeTrue(Files.isDirectory(NPM), "no dev servers in target/npm: run ./dev test");
        Files.writeString(folder.resolve("index.html"), "the very page");
        Started vite = vite();
        probe().open("8000 5173 lan");
        JsonNode refused = refusedName("Vite");
        String name = refused.get("text").asText().replaceFirst(".* come to (.*)\\.", "$1");
        assertThat(visit(name)).contains("Blocked request");

        stop(vite, 5173);
        String line = refused.at("/fixes/0/copy").asText();
        assertThat(line).isEqualTo("server: { allowedHosts: ['" + name + "'] },");
        Files.writeString(folder.resolve("vite.config.js"), "export default { " + line + " };\n");
        vite();
        assertThat(find(probe().ask("check"), "dev-server-refuses-host")).isNull();
        assertThat(visit(name)).contains("the very page");
    }

    private Started vite() throws Exception {
        return serve(
                5173,
                "node",
                NPM.resolve("vite/bin/vite.js").toString(),
                folder.toString(),
                "--host",
                "127.0.0.1",
                "--strictPort",
                "--port",
                "5173");
    }

    @Test
    void webpackTakesTheNameInHttpMode() throws Exception {
        assumeTrue(Files.isDirectory(NPM), "no dev servers in target/npm: run ./dev test");
        Files.writeString(folder.resolve("main.js"), "console.log('the very page');\n");
        serve(8080, "node", LAB.resolve("webpack.mjs").toString(), folder.toString(), "8080");
        probe().open("8000 8080 lan");
        JsonNode refused = refusedName("webpack-dev-server");
        String name = refused.get("text").asText().replaceFirst(".* come to (.*)\\.", "$1");
        assertThat(refused.at("/fixes/0/copy").asText())
                .isEqualTo("devServer: { allowedHosts: ['" + name + "'] },");
        assertThat(visit(name)).contains("Invalid Host header");

        assertThat(refused.at("/fixes/1/meaning/text").asText()).contains("HTTP mode");
        probe().fix(refused, 1);
        assertThat(find(probe().ask("check"), "dev-server-refuses-host")).isNull();
        assertThat(visit(name)).doesNotContain("Invalid Host header");

        probe().undo();
        assertThat(visit(name)).contains("Invalid Host header");
    }

    @Test
    void aNameThatHttpModeDoesNotKnowIsToldAndLetIn() throws Exception {
        files(8001, "127.0.0.1");
        probe().open("8000 8001 lan http");
        assertThat(visit("home.example")).contains("Nothing is served under this name");

        JsonNode note = Objects.requireNonNull(find(probe().ask("check"), "asked-by-other-name"));
        assertThat(note.get("hop").asText()).isEqualTo("relay");
        assertThat(note.get("inTheWay").asBoolean()).isFalse();
        assertThat(text(note))
                .isEqualTo(
                        "Requests for names that HTTP mode does not answer to: 1 since it was"
                                + " opened, the last one for home.example.");

        probe().fix(note, 0);
        assertThat(visit("home.example")).isEqualTo("the very page");
        assertThat(find(probe().ask("check"), "asked-by-other-name")).isNull();

        probe().undo();
        assertThat(visit("home.example")).contains("Nothing is served under this name");
    }

    /** By address these two let anyone in; what they refuse is this PC's own name. */
    private static JsonNode refusedName(String server) {
        JsonNode report =
                await().atMost(Duration.ofSeconds(60))
                        .until(
                                () -> probe().ask("check"),
                                now -> find(now, "dev-server-refuses-host") != null);
        JsonNode finding = Objects.requireNonNull(find(report, "dev-server-refuses-host"));
        assertThat(report.get("verdict").asText()).isEqualTo("reachable");
        assertThat(finding.get("hop").asText()).isEqualTo("server");
        assertThat(finding.get("text").asText())
                .startsWith(
                        "The development server (" + server + ") refuses visitors who come to ");
        return finding;
    }

    private static String visit(String name) throws Exception {
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
