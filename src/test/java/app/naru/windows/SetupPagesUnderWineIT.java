package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import app.naru.Screen;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages of the setup and of the uninstaller, gone through with the keyboard; their pictures are
 * kept in {@code target/screenshots}. What is installed is the launchers alone, without a Java.
 */
final class SetupPagesUnderWineIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SETUP = "^Naru (Setup|설치) *$";
    private static final String UNINSTALLER = "^Naru (Uninstall|제거) *$";
    private static final String ENGLISH = "/LANG=1033";
    private static final String KOREAN = "/LANG=1042";
    private static final String UNINSTALL = InstalledNaru.FOLDER + "uninstall.exe";

    @TempDir private static Path folder;
    private static Wine wine;
    private static InstalledNaru naru;
    private static Screen screen;
    private static String setup = "";

    private final List<Process> started = new ArrayList<>();

    @BeforeAll
    static void build() throws Exception {
        for (String tool : List.of("makensis", "x86_64-w64-mingw32-gcc")) {
            assumeThat(Path.of("/usr/bin", tool)).isExecutable();
        }
        wine = Wine.copy(folder);
        wine.importHive(Wine.hive("letters.reg"));
        naru = new InstalledNaru(wine);
        Path program = folder.resolve("program");
        InstalledNaru.build(Map.of(), "launcher", program.toString());
        setup =
                InstalledNaru.build(
                        Map.of("NARU_SETUP_STORED", "1", "NARU_SETUP_FOLDER", folder.toString()),
                        "setup",
                        program.toString());
        screen = Screen.open();
        screen.manageWindows(folder);
        wine.with("DISPLAY", screen.display())
                .with("NARU_NETSH_LOG", Wine.windowsPath(folder.resolve("netsh.log")));
    }

    @AfterAll
    static void close() throws Exception {
        if (screen != null) {
            screen.close();
        }
    }

    @BeforeEach
    void hasSettings() throws Exception {
        Files.createDirectories(naru.settings());
        Files.writeString(naru.settings().resolve("forwards.json"), "of an older version");
    }

    @AfterEach
    void end() throws Exception {
        // The uninstaller's last page, too, which stays.
        wine.script("stop");
        started.forEach(Process::destroy);
    }

    @Test
    void theKoreanSetupInstallsWhatIsTicked() throws Exception {
        BufferedImage nothing = screen.picture();
        Process running = start(setup, KOREAN);
        BufferedImage welcome = awaitWindow(SETUP, nothing);
        screen.keep("setup-welcome-ko");
        screen.key("Return");
        BufferedImage parts = screen.awaitOther(welcome);
        screen.key("Down");
        screen.key("space");
        BufferedImage ticked = screen.awaitOther(parts);
        screen.keep("setup-parts-ko");
        screen.key("Return");
        screen.awaitOther(ticked);
        await().atMost(PATIENCE).until(() -> Files.exists(naru.onTheDesktop()));
        screen.awaitOther(ticked);
        screen.keep("setup-done-ko");
        finish(running);

        assertThat(naru.file("Naru.exe")).exists();
        assertThat(naru.inTheStartMenu()).exists();
        assertThat(registry("HKCU\\" + RunKey.KEY)).doesNotContain("Naru.exe");
        assertThat(naru.settings().resolve("forwards.json")).exists();
    }

    @Test
    void theUninstallerDeletesTheSettingsWhenToldTo() throws Exception {
        silently(setup, "/S", "/ARCHIVE=0");
        askedAboutTheSettings(ENGLISH, "uninstall-question-en");
        screen.key("Left");
        screen.key("Return");

        awaitRemoved();
        await().atMost(PATIENCE).until(() -> !Files.exists(naru.settings()));
    }

    @Test
    void theUninstallerLeavesTheSettingsOtherwise() throws Exception {
        silently(setup, "/S", "/ARCHIVE=0");
        askedAboutTheSettings(KOREAN, "uninstall-question-ko");
        screen.key("Return");

        awaitRemoved();
        assertThat(naru.settings().resolve("forwards.json")).exists();
    }

    @Test
    void theSilentUninstallerLeavesTheSettings() throws Exception {
        silently(setup, "/S", "/ARCHIVE=0");
        silently(UNINSTALL, "/S");

        awaitRemoved();
        assertThat(naru.settings().resolve("forwards.json")).exists();
    }

    @Test
    void aRunningNaruIsEndedWithConsentAlone() throws Exception {
        silently(setup, "/S", "/ARCHIVE=0");
        // Stands in for a Naru at work: it does nothing for a minute.
        Files.copy(
                wine.built("netsh.exe"),
                naru.file("naru-cli.exe"),
                StandardCopyOption.REPLACE_EXISTING);
        wine.with("NARU_NETSH_MODE", "hang");
        Process working = start(InstalledNaru.FOLDER + "naru-cli.exe");
        wine.without("NARU_NETSH_MODE");
        await().atMost(PATIENCE)
                .until(() ->
                        wine.run(
                                                InstalledNaru.FOLDER + "naru-setup.exe",
                                                "running",
                                                "C:\\Program Files\\Naru")
                                        .code()
                                == 1);

        Process running = start(setup, ENGLISH);
        awaitWindow(SETUP, screen.picture());
        screen.key("Return");
        screen.key("Return");
        await().atMost(PATIENCE).until(() -> screen.windows(SETUP) == 2);
        screen.keep("setup-running-en");
        screen.key("Escape");
        await().atMost(PATIENCE).until(() -> screen.windows(SETUP) == 1);
        assertThat(working.isAlive()).isTrue();

        screen.key("Return");
        await().atMost(PATIENCE).until(() -> screen.windows(SETUP) == 2);
        BufferedImage question = screen.picture();
        screen.key("Return");
        await().atMost(PATIENCE).until(() -> !working.isAlive());
        screen.awaitOther(question);
        finish(running);
    }

    /** Leaves the last page, without a start of what was installed. */
    private void finish(Process running) throws Exception {
        screen.key("space");
        screen.key("Return");
        assertThat(running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue()).isZero();
    }

    /** Starts the uninstaller and goes on until its question is there. */
    private void askedAboutTheSettings(String language, String picture) throws Exception {
        BufferedImage nothing = screen.picture();
        start(UNINSTALL, language);
        awaitWindow(UNINSTALLER, nothing);
        screen.key("Return");
        await().atMost(PATIENCE).until(() -> screen.windows(UNINSTALLER) == 2);
        screen.keep(picture);
    }

    private void awaitRemoved() throws Exception {
        await().atMost(PATIENCE).until(() -> !Files.exists(naru.file(".")));
        assertThat(naru.inTheStartMenu()).doesNotExist();
    }

    private static BufferedImage awaitWindow(String title, BufferedImage before) {
        await().atMost(PATIENCE).until(() -> screen.windows(title) == 1);
        return screen.awaitOther(before);
    }

    private static void silently(String... command) throws Exception {
        Wine.Ended ended = wine.run(command);
        assertThat(ended.code()).as(ended.output()).isZero();
    }

    private static String registry(String key) throws Exception {
        return wine.run("reg", "query", key).output();
    }

    private Process start(String... command) throws Exception {
        List<String> whole = new ArrayList<>(List.of(Wine.SCRIPT.toString(), "run"));
        whole.addAll(Arrays.asList(command));
        ProcessBuilder builder = new ProcessBuilder(whole);
        builder.environment().putAll(wine.environment());
        Process process =
                builder.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output.txt").toFile())
                        .start();
        started.add(process);
        return process;
    }
}
