package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the setup is built of, built twice. */
@EnabledOnOs(OS.LINUX)
final class SetupBuildIT {

    private static final int WINDOW = 2;
    private static final int CONSOLE = 3;
    private static final Pattern OPTION = Pattern.compile("'(--[a-z-]+)'");

    /** Those that jpackage has on Windows alone, by its manual. */
    private static final List<String> OF_WINDOWS =
            List.of(
                    "--win-upgrade-uuid",
                    "--win-menu",
                    "--win-menu-group",
                    "--win-shortcut-prompt");

    @TempDir static Path folder;
    private static String said = "";
    private static Path signed = Path.of("");

    @BeforeAll
    static void buildTwice() throws Exception {
        for (String tool : List.of("x86_64-w64-mingw32-gcc", "makensis")) {
            assumeThat(Path.of("/usr/bin", tool)).isExecutable();
        }
        signed = folder.resolve("signed.txt");
        Path sign = folder.resolve("sign");
        Files.writeString(sign, "#!/bin/sh\nbasename \"$1\" >>\"" + signed + "\"\n");
        assertThat(sign.toFile().setExecutable(true)).isTrue();
        said =
                InstalledNaru.build(
                        Map.of("NARU_SIGN", sign.toString()),
                        "same",
                        folder.resolve("built").toString());
    }

    @Test
    void twoBuildsHaveTheSameBytes() {
        assertThat(said).isEqualTo("the same");
    }

    @Test
    void whatRunsIsSignedByTheCommandThatIsSet() throws IOException {
        assertThat(Files.readAllLines(signed))
                .contains("Naru.exe", "naru-cli.exe", "naru-setup.exe")
                .anyMatch(name -> name.endsWith("-x64-setup.exe"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Naru.exe", "naru-cli.exe"})
    void aLauncherSaysWhatItIsAndWantsOfWindows(String name) throws IOException {
        byte[] program = Files.readAllBytes(folder.resolve("built/first/Naru").resolve(name));
        assertThat(subsystem(program)).isEqualTo(name.equals("Naru.exe") ? WINDOW : CONSOLE);
        assertThat(new String(program, StandardCharsets.ISO_8859_1))
                .contains("level=\"asInvoker\"")
                .contains(">PerMonitorV2, PerMonitor<")
                .contains(">UTF-8<")
                .containsPattern("<longPathAware[^>]*>true<");
        assertThat(new String(program, StandardCharsets.UTF_16LE) + oddly(program))
                .contains("VS_VERSION_INFO")
                .contains("OriginalFilename\0" + name);
        assertThat(new String(program, StandardCharsets.ISO_8859_1))
                .as("a picture of 256 px is a PNG in an icon")
                .contains("\u0089PNG");
    }

    /** Where a text begins at an odd place. */
    private static String oddly(byte[] program) {
        return new String(program, 1, program.length - 1, StandardCharsets.UTF_16LE);
    }

    /** Returns by what Windows knows whether a console is wanted (PE, optional header). */
    private static int subsystem(byte[] program) {
        ByteBuffer bytes = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
        int header = bytes.getInt(0x3c) + 24;
        return bytes.getShort(header + 68);
    }

    /**
     * The script that makes the MSI runs on Windows alone; jpackage is asked for its options here.
     */
    @Test
    void theScriptForWindowsAsksJpackageForWhatItHas() throws Exception {
        Path jpackage = Path.of(System.getProperty("java.home"), "bin/jpackage");
        assumeThat(jpackage).isExecutable();
        List<String> options =
                OPTION.matcher(Files.readString(Path.of("installer/build-windows.ps1")))
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .toList();
        assertThat(options).contains("--app-image", "--win-upgrade-uuid");

        Process help = new ProcessBuilder(jpackage.toString(), "--help").start();
        String known = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(help.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(options)
                .allMatch(option ->
                        OF_WINDOWS.contains(option)
                                || known.lines()
                                        .anyMatch(line -> line.matches(".*" + option + "( .*|$)")));
    }
}
