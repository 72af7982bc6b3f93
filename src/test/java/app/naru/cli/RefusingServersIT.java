package app.naru.cli;

import static app.naru.cli.Checked.copy;
import static app.naru.cli.Checked.find;
import static app.naru.cli.Checked.hop;
import static app.naru.cli.Checked.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Django, Vite and webpack that refuse visitors, and their line that lets them in. */
@Timeout(180)
final class RefusingServersIT extends ServedLab {

    private static final Path LAB = Path.of("lab", "http").toAbsolutePath();
    private static final Path NPM = Path.of("target", "npm", "node_modules").toAbsolutePath();

    private static void assumeDjango() throws Exception {
        assumeTrue(
                new ProcessBuilder(PYTHON, "-c", "import django").start().waitFor() == 0,
                "python3-django is not installed");
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
}
