package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import app.naru.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The setup from its first installation to its removal: an older version, Naru at work, the update
 * to this version, and nothing that is left. One story, since each step stands on the one before.
 */
final class SetupUnderWineIT {

    /** In megabytes; what is made here is of a part of the classes, and was 58 of all. */
    private static final long WHOLE_ARCHIVE = 55;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String FOLDER = "C:\\Program Files\\Naru";
    private static final String OLDER = "0.0.9";
    private static final String ENVIRONMENT_KEY =
            "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment";
    private static final String UNINSTALL_KEY =
            "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Naru";
    private static final String RUN_KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
    private static final String RULES_KEY =
            "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters"
                    + "\\FirewallPolicy\\FirewallRules";
    private static final String DESKTOP = "/desktop=setup,1280x880";
    private static final String PAGE = "the page of a real server";

    /** The blue of the theme's light look, as the wizard's step and its button have it. */
    private static final int ACCENT = 0x0969da;

    private static final Pattern LOADED = Pattern.compile(" (app\\.naru\\.\\S+) source: (.*)$");

    /** Wine makes or renews these by itself when its desktop or its services start. */
    private static final String WINES_OWN =
            "(?i).*(Software..Wine|\\[Console\\]|Volatile|Explorer..(Desktop|Streams|MountPoints)|MountedDevices"
                    + "|PendingFileRename|Enum..|DeviceClasses|Control..(Class|Video)|HARDWARE"
                    + "|Fonts|Nls|windows/(logs|inf)).*";

    @TempDir private Path folder;
    private Screen screen;
    private Wine wine;
    private WineNamespace namespace;
    private InstalledNaru naru;
    private Path netsh;

    @BeforeEach
    void setUp() throws Exception {
        for (String tool : List.of("makensis", "x86_64-w64-mingw32-gcc")) {
            assumeThat(Path.of("/usr/bin", tool)).isExecutable();
        }
        screen = Screen.open();
        wine = Wine.copy(folder).with("DISPLAY", screen.display());
        wine.importHive(Wine.hive("firewall.reg") + "\n" + Wine.hive("no-policy.reg"));
        naru = new InstalledNaru(wine);
        // Other tests have left settings in the prefix that was copied, and their Java its
        // libraries.
        for (Path each : Stream.concat(unpacked().stream(), Stream.of(naru.settings())).toList()) {
            assertThat(run("rm", "-rf", each.toString())).isZero();
        }
        namespace = WineNamespace.create(wine);
        netsh = folder.resolve("netsh.log");
        wine.with("NARU_NETSH_LOG", Wine.windowsPath(netsh));
        Files.writeString(folder.resolve("index.html"), PAGE);
        namespace.start(
                folder.resolve("python.txt"),
                "python3",
                "-m",
                "http.server",
                "-b",
                "127.0.0.1",
                "-d",
                folder.toString(),
                "8000");
    }

    @AfterEach
    void tearDown() throws Exception {
        if (namespace != null) {
            namespace.end();
        }
        if (screen != null) {
            screen.close();
        }
    }

    @Test
    void installsWorksIsUpdatedAndLeavesNothing() throws Exception {
        Path program = folder.resolve("program");
        String older = olderSetup(program);
        String current = setup(program, Map.of());
        Map<String, String> before = everything();

        installsTheOlder(older);
        relaysWhatWasOpen(program());
        isRefusedWhileNaruRuns(current);
        updates(current);
        showsItsFirstPageAndOneWindow();
        relaysOnTheCommandLine();
        removes();

        List<String> differences = InstalledNaru.differences(before, everything());
        differences.forEach(System.out::println);
        assertThat(differences).filteredOn(line -> !line.matches(WINES_OWN)).isEmpty();
        assertThat(differences)
                .filteredOn(line -> line.contains("aru") && !line.contains("Software\\\\Wine"))
                .isEmpty();
    }

    private String olderSetup(Path program) throws Exception {
        Map<String, String> older = Map.of("NARU_VERSION", OLDER);
        InstalledNaru.build(older, "program", program.toString());
        forTheCommandLineAlone(program.resolve("app/classes.list"));
        Path jar = Files.writeString(program.resolve("app/older.jar"), "of the older one alone");
        String setup = setup(program, older);
        Files.delete(jar);
        InstalledNaru.build(Map.of(), "launcher", program.toString());
        return setup;
    }

    /**
     * Java looks for each class of a jar in all jars before that one, by opening both: under Wine,
     * whose server has to be asked each time, the archive of the window's classes takes a minute.
     */
    private static void forTheCommandLineAlone(Path list) throws IOException {
        List<String> lines =
                Files.readAllLines(list).stream()
                        .filter(line -> line.matches("(app/naru/(?!ui/)|java/|jdk/|sun/(?!awt)).*"))
                        .toList();
        assertThat(lines).hasSizeGreaterThan(1000);
        Files.write(list, lines);
    }

    /** Not compressed: that alone would take a minute. */
    private String setup(Path program, Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("NARU_SETUP_STORED", "1");
        environment.put("NARU_SETUP_FOLDER", folder.toString());
        return InstalledNaru.build(environment, "setup", program.toString());
    }

    private void installsTheOlder(String setup) throws Exception {
        assertThat(windows(setup, "/S", "/DESKTOP=1", "/AUTOSTART=1", "/PATH=1", "/ARCHIVE=0"))
                .isZero();

        assertThat(naru.file("Naru.exe")).exists();
        assertThat(naru.file("app/older.jar")).exists();
        assertThat(naru.inTheStartMenu()).exists();
        assertThat(naru.onTheDesktop()).exists();
        assertThat(registry(UNINSTALL_KEY)).contains("DisplayVersion    REG_SZ    " + OLDER);
        assertThat(registry(RUN_KEY)).contains("\"" + InstalledNaru.FOLDER + "Naru.exe\" tray");
        assertThat(registry(ENVIRONMENT_KEY)).contains(";C:\\Program Files\\Naru\r");
        assertThat(registry(RULES_KEY))
                .contains("App=" + InstalledNaru.FOLDER + "Naru.exe|Name=Naru - Naru.exe|")
                .contains("App=" + InstalledNaru.FOLDER + "naru-cli.exe|Name=Naru - naru-cli.exe|")
                .contains("|RA4=127.0.0.1")
                .doesNotContain("|RA4=LocalSubnet|RA6=LocalSubnet|App=" + InstalledNaru.FOLDER);
        assertThat(naru.file("sbom.json")).content().contains("temurin-jre", "jackson-databind");
        assertThat(naru.file("third-party/THIRD-PARTY.txt")).exists();
    }

    /** A forward that was open when Naru was last ended. */
    private void relaysWhatWasOpen(Process window) throws Exception {
        awaitPage(8080);
        assertThat(window.isAlive()).isTrue();
        // By QueryFullProcessImageName.
        assertThat(windows(InstalledNaru.FOLDER + "naru-setup.exe", "running", FOLDER)).isOne();
        assertAreJava("Naru.exe");
        assertThat(Files.readString(netsh))
                .containsPattern(
                        "add rule \"name=Naru - Kept .*program=C:.Program Files.Naru.Naru.exe\"");
    }

    private void isRefusedWhileNaruRuns(String current) throws Exception {
        assertThat(windows(current, "/S")).isEqualTo(5);
        assertThat(naru.file("app/older.jar")).exists();
        awaitPage(8080);
    }

    private void updates(String current) throws Exception {
        wine.importHive(
                "[HKEY_CURRENT_USER\\"
                        + RunKey.SWITCHES
                        + "]\n\"Naru\"=hex:03,00,00,00,9a,11,5e,2c,11,d0,da,01\n");
        assertThat(windows(current, "/S", "/CLOSE=1")).isZero();

        assertThat(naru.file("app/older.jar")).doesNotExist();
        assertThat(naru.file("app/Naru.jsa")).isNotEmptyFile();
        assertThat(naru.megabytes() + WHOLE_ARCHIVE).isLessThan(220);
        assertThat(naru.onTheDesktop()).exists();
        assertThat(registry(RUN_KEY)).contains("\"" + InstalledNaru.FOLDER + "Naru.exe\" tray");
        // Switched off in the Task Manager, it stays so.
        assertThat(registry("HKCU\\" + RunKey.SWITCHES)).contains("Naru    REG_BINARY    03000000");
        assertThat(registry(UNINSTALL_KEY)).doesNotContain("    " + OLDER);
        assertThat(Files.readString(naru.settings().resolve("forwards.json"))).contains("Kept");
        assertThat(namespace.run("ss", "-Hltn", "src", WineNamespace.ADDRESS)).isEmpty();
        assertThat(windows(InstalledNaru.FOLDER + "naru-setup.exe", "running", FOLDER)).isZero();
    }

    private void showsItsFirstPageAndOneWindow() throws Exception {
        // Were it to reach Java, Naru would not start at all.
        wine.with("JAVA_TOOL_OPTIONS", "-Xmx1k").with("_JAVA_OPTIONS", "-Xmx1k");
        Process first = program("wizard");
        awaitShown(true);
        awaitPage(8080);
        assertThat(isShown()).isTrue();
        screen.keep("setup-wizard-ko");
        assertThat(fromTheArchive()).as("of Naru's classes, in percent").isGreaterThan(90);
        assertThat(unpacked()).isEmpty();

        Process other =
                start("other.txt", "explorer", DESKTOP, "cmd", "/c", "start", "/max", "notepad");
        awaitShown(false);
        Process second =
                start("window2.txt", "explorer", DESKTOP, InstalledNaru.FOLDER + "Naru.exe");
        awaitShown(true);
        assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isZero();
        assertThat(first.isAlive()).isTrue();
        other.destroy();
    }

    private void relaysOnTheCommandLine() throws Exception {
        naru.adaptToWine("naru-cli");
        Path output = folder.resolve("open.txt");
        start(
                "open.txt",
                InstalledNaru.FOLDER + "naru-cli.exe",
                "open",
                "8081",
                "--to",
                "8000",
                "--name",
                "Line",
                "--json");
        await().atMost(PATIENCE)
                .until(() -> Files.readString(output).contains("\"event\":\"open\""));
        awaitPage(8081);
        assertThat(Files.readString(netsh))
                .containsPattern("add rule \"name=Naru - Line .*Naru.naru-cli.exe");
        assertThat(Files.readString(output)).doesNotContain("Picked up");
        assertAreJava("Naru.exe", "naru-cli.exe");
    }

    private void removes() throws Exception {
        assertThat(windows(InstalledNaru.FOLDER + "uninstall.exe", "/S", "/CLOSE=1", "/PURGE=1"))
                .isZero();
        // It goes on from a copy of itself, which the first one does not wait for.
        await().atMost(PATIENCE)
                .until(() -> !Files.exists(naru.file(".")) && !Files.exists(naru.settings()));
        assertThat(registry(RULES_KEY)).doesNotContain("Name=Naru - ").contains("Someone else's");
        assertThat(naru.inTheStartMenu()).doesNotExist();
    }

    /** Starts the installed window with a forward that is to be open. */
    private Process program(String... arguments) throws Exception {
        Files.createDirectories(naru.settings());
        if (!Files.exists(naru.settings().resolve("forwards.json"))) {
            Files.writeString(naru.settings().resolve("forwards.json"), KEPT);
        }
        naru.adaptToWine("Naru");
        List<String> command =
                new ArrayList<>(List.of("explorer", DESKTOP, InstalledNaru.FOLDER + "Naru.exe"));
        command.addAll(List.of(arguments));
        return start("window.txt", command.toArray(String[]::new));
    }

    private static final String KEPT =
            """
            {"version": 1, "content": {"forwards": [{"forward": {
              "id": "0badcafe", "name": "Kept", "protocol": "tcp", "ports": "8080",
              "listen": "lan", "target": "8000", "audience": "lan", "lifetime": "always",
              "profiles": ["private", "public"], "description": "", "startWsl": false,
              "trustNetwork": false, "http": null}, "on": true, "until": null}]}}
            """;

    private Process start(String output, String... command) throws Exception {
        return namespace.program(wine, folder.resolve(output), command);
    }

    private int windows(String... command) throws Exception {
        Process process = start("windows.txt", command);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("ended: %s", List.of(command))
                .isTrue();
        return process.exitValue();
    }

    private String registry(String key) throws Exception {
        start("registry.txt", "reg", "query", key).waitFor();
        return Files.readString(folder.resolve("registry.txt"));
    }

    private void awaitPage(int port) {
        String url = "http://" + WineNamespace.ADDRESS + ":" + port + "/";
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() ->
                        assertThat(namespace.run("curl", "-sS", "-m", "20", url)).isEqualTo(PAGE));
    }

    private boolean isShown() throws Exception {
        return screen.pixels(ACCENT) > 200;
    }

    /**
     * Looks at what Linux knows: each Java of the folder runs in the process of a program of it, as
     * GetModuleFileName says there too. Its DLLs are from that folder, or Windows' own.
     */
    private void assertAreJava(String... programs) throws Exception {
        List<List<String>> javas = naru.javas();
        assertThat(javas)
                .extracting(files -> files.stream().filter(it -> it.endsWith(".exe")).toList())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(programs).map(it -> List.of(naru.file(it).toString())).toList());
        assertThat(javas.stream().flatMap(List::stream))
                .filteredOn(file -> file.toLowerCase(Locale.ROOT).endsWith(".dll"))
                .hasSizeGreaterThan(10)
                .allMatch(file ->
                        file.startsWith(naru.file("") + "/")
                                || file.startsWith("/usr/lib/")
                                || file.contains("/drive_c/windows/")
                                || file.endsWith("/wineshim.dll"));
    }

    private void awaitShown(boolean shown) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> isShown() == shown);
    }

    /**
     * Returns how many percent of Naru's own classes that are listed Java took from its archive.
     */
    private long fromTheArchive() throws IOException {
        Set<String> listed =
                Files.readAllLines(naru.file("app/classes.list")).stream()
                        .filter(line -> line.startsWith("app/naru/"))
                        .map(line -> line.split(" ")[0].replace('/', '.'))
                        .collect(Collectors.toSet());
        Map<Boolean, Long> loaded =
                naru.loadedClasses().stream()
                        .map(LOADED::matcher)
                        .filter(line -> line.find() && listed.contains(line.group(1)))
                        .collect(
                                Collectors.partitioningBy(
                                        line -> line.group(2).equals("shared objects file"),
                                        Collectors.counting()));
        assertThat(loaded.get(true)).isGreaterThan(50);
        return 100 * loaded.get(true) / (loaded.get(true) + loaded.get(false));
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).start().waitFor();
    }

    /** Libraries that were not taken from the program's folder. */
    private List<Path> unpacked() throws IOException {
        try (Stream<Path> all = Files.walk(naru.userFolder())) {
            return all.filter(it -> it.getFileName().toString().matches("(?i)jna.*|\\.openjfx"))
                    .toList();
        }
    }

    private Map<String, String> everything() throws Exception {
        wine.script("stop");
        return naru.everything();
    }
}
