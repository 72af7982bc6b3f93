package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job: a real Django on this PC, opened, fetched by another device, closed again. */
final class OpenDjangoIT {

    private static final String PYTHON = "/usr/bin/python3";
    private static final String PAGE = "The install worked successfully";

    private static @Nullable Lab lab;
    @TempDir private static Path site;

    @TempDir Path home;

    @BeforeAll
    static void setUp() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of(PYTHON)) && run(PYTHON, "-c", "import django") == 0,
                "python3-django is not installed");
        lab = Lab.up();
        assertThat(run(PYTHON, "-m", "django", "startproject", "site1", site.toString())).isZero();
        Files.writeString(
                site.resolve("site1").resolve("settings.py"),
                "\nALLOWED_HOSTS = ['" + Lab.PC + "', '" + Lab.PUBLIC + "']\n",
                StandardOpenOption.APPEND);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @AfterAll
    static void tearDown() throws Exception {
        if (lab != null) {
            lab.down();
        }
    }

    private @Nullable Started django;

    private void django(String address) throws Exception {
        django =
                Started.inLan(
                        PYTHON,
                        site.resolve("manage.py").toString(),
                        "runserver",
                        "--noreload",
                        address + ":8000");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Lab.listening(8000).contains(address + ":8000"));
    }

    @BeforeEach
    void nothingListensYet() throws Exception {
        assertThat(Lab.listening(8000)).isEmpty();
    }

    @AfterEach
    void stop() throws Exception {
        if (django != null) {
            django.close();
        }
    }

    @Test
    void aServerOnLoopbackIsRelayed() throws Exception {
        django("127.0.0.1");
        assertThat(Lab.fetch(8000)).isEmpty();

        try (Started naru = Started.naru(home, "open", "8000")) {
            naru.awaitOut("Ctrl-C closes it.");
            assertThat(naru.out())
                    .containsPattern("Server: Open\\. python3\\S* listens on port 8000")
                    .contains("http://" + Lab.PC + ":8000/");
            assertThat(Lab.fetch(8000)).contains(PAGE);
            naru.awaitOut("1 in all");

            naru.signal("INT");
            assertThat(naru.exitCode()).as(naru.err()).isZero();
            assertThat(naru.out()).endsWith("Everything is closed again.\n");
        }

        assertThat(Lab.listening(8000)).contains("127.0.0.1:8000").doesNotContain(Lab.PC);
        assertThat(Lab.fetch(8000)).isEmpty();
        assertThat(home.resolve("journal")).isEmptyDirectory();
        assertThat(home.resolve("running")).isEmptyDirectory();
    }

    @Test
    void aServerOnEveryAddressIsThereAlready() throws Exception {
        django("0.0.0.0");

        try (Started naru = Started.naru(home, "open", "8000")) {
            naru.awaitOut("Ctrl-C closes it.");
            assertThat(naru.out()).contains("no relay is needed");
            assertThat(Lab.fetch(8000)).contains(PAGE);

            naru.signal("TERM");
            assertThat(naru.exitCode()).as(naru.err()).isZero();
        }

        assertThat(Lab.listening(8000)).doesNotContain("java");
        assertThat(home.resolve("journal")).isEmptyDirectory();
    }

    @Test
    void aServerThatStartsLaterIsReached() throws Exception {
        try (Started naru = Started.naru(home, "open", "8000")) {
            naru.awaitOut("Ctrl-C closes it.");
            assertThat(naru.out()).contains("Nothing listens on TCP port 8000");

            django("127.0.0.1");

            assertThat(Lab.fetch(8000)).contains(PAGE);
            naru.signal("INT");
            assertThat(naru.exitCode()).isZero();
        }
    }

    @Test
    void aServerForTheInternetIsReachedFromOutsideUntilItIsClosed() throws Exception {
        django("127.0.0.1");
        assertThat(Lab.fetchFromOutside(8000)).isEmpty();

        try (Started naru = Started.naru(home, "open", "8000", "--audience", "internet")) {
            naru.awaitOut("Ctrl-C closes it.");
            assertThat(naru.out()).contains("http://" + Lab.PUBLIC + ":8000/");
            assertThat(Lab.fetchFromOutside(8000)).contains(PAGE);

            naru.signal("INT");
            assertThat(naru.exitCode()).as(naru.err()).isZero();
        }

        assertThat(Lab.fetchFromOutside(8000)).isEmpty();
        assertThat(home.resolve("journal")).isEmptyDirectory();
    }

    @Test
    void whatAKilledProcessLeftAtTheRouterIsTakenBack() throws Exception {
        django("0.0.0.0");
        try (Started naru = Started.naru(home, "open", "8000", "--audience", "internet")) {
            naru.awaitOut("Ctrl-C closes it.");
            naru.signal("KILL");
        }
        assertThat(Lab.fetchFromOutside(8000)).contains(PAGE);

        try (Started naru = Started.naru(home, "close", "--all")) {
            assertThat(naru.exitCode()).as(naru.err()).isZero();
            assertThat(naru.out()).contains("Have the router send TCP port 8000");
        }

        assertThat(Lab.fetchFromOutside(8000)).isEmpty();
        assertThat(home.resolve("journal")).isEmptyDirectory();
    }
}
