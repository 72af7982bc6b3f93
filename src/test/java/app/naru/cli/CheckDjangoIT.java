package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken ways to a real Django: what {@code naru check} says, and that its fix helps. */
final class CheckDjangoIT {

    private static final String PYTHON = "/usr/bin/python3";
    private static final String PAGE = "The install worked successfully";

    private static @Nullable Lab lab;

    @TempDir Path site;
    @TempDir Path home;

    private @Nullable Started django;

    @BeforeAll
    static void setUp() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of(PYTHON)) && run("-c", "import django") == 0,
                "python3-django is not installed");
        lab = Lab.up();
    }

    private static int run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return process.waitFor();
    }

    @AfterAll
    static void tearDown() throws Exception {
        if (lab != null) {
            lab.down();
        }
    }

    @BeforeEach
    void newProject() throws Exception {
        assertThat(run("-m", "django", "startproject", "site1", site.toString())).isZero();
    }

    @AfterEach
    void stop() throws Exception {
        if (django != null) {
            django.close();
            await().until(() -> !Lab.listening(8000).contains("127.0.0.1:8000"));
        }
    }

    private void start() throws Exception {
        stop();
        django =
                Started.inLan(
                        PYTHON,
                        site.resolve("manage.py").toString(),
                        "runserver",
                        "--noreload",
                        "127.0.0.1:8000");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Lab.listening(8000).contains("127.0.0.1:8000"));
    }

    private void settings(String text) throws Exception {
        Files.writeString(
                site.resolve("site1").resolve("settings.py"),
                "\n" + text + "\n",
                StandardOpenOption.APPEND);
    }

    /** A machine that is busy with other tests answers late: it is looked at again then. */
    private JsonNode check(String cause) {
        return await().atMost(Duration.ofSeconds(60))
                .until(this::check, report -> report.path("cause").asText("none").equals(cause));
    }

    private JsonNode check() throws Exception {
        try (Started check = Started.naru(home, "check", "8000", "--json")) {
            int exitCode = check.exitCode();
            JsonNode report = JsonMapper.builder().build().readTree(check.out());
            boolean reachable = report.get("verdict").asText().equals("reachable");
            assertThat(exitCode).as(check.err()).isEqualTo(reachable ? 0 : 1);
            return report;
        }
    }

    private static String copy(JsonNode report) {
        return report.findValue("copy").asText();
    }

    @Test
    void aServerOnLoopbackThatRefusesTheHostIsReachedAfterBothFixes() throws Exception {
        start();
        JsonNode bare = check("loopback-only");
        assertThat(copy(bare)).isEqualTo("python manage.py runserver 0.0.0.0:8000");

        try (Started naru = Started.naru(home, "open", "8000")) {
            naru.awaitOut("Ctrl-C closes it.");
            JsonNode open = check("django-refuses-host");
            assertThat(open.get("text").asText())
                    .isEqualTo(
                            "Django refuses visitors who come to 192.168.77.10: that host is not"
                                    + " in ALLOWED_HOSTS.");
            assertThat(copy(open)).contains("'192.168.77.10'").doesNotContain("*");

            settings(copy(open));
            start();

            assertThat(check("none").get("verdict").asText()).isEqualTo("reachable");
            assertThat(Lab.fetch(8000)).contains(PAGE);

            stop();
            JsonNode stopped = check("nothing-listens");
            assertThat(stopped.get("text").asText())
                    .isEqualTo(
                            "Nothing listens at port 8000 of this PC: the server is not running.");
        }
    }
}
