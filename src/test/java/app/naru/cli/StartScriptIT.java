package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/naru} finds the program and a Java, wherever they are. */
@EnabledOnOs(OS.LINUX)
final class StartScriptIT {

    @TempDir Path folder;

    private record Ended(int code, String output) {}

    private static Ended run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    private static Ended version(Map<String, String> environment, Path script)
            throws IOException, InterruptedException {
        return run(environment, List.of(script.toString(), "--version"));
    }

    /** A runtime that only says which Java it is, and with what it was started. */
    private Path runtime(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"$0\" \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    @Test
    void findsAJavaByItself() throws Exception {
        Ended ended = version(Map.of(), Started.naru());

        assertThat(ended.output()).startsWith("Naru ");
        assertThat(ended.code()).isZero();
    }

    @Test
    void worksThroughSymbolicLinksAndFromAFolderWithSpaces() throws Exception {
        Path copy = folder.resolve("my programs").resolve("naru 1");
        copy(Started.naru().getParent().getParent(), copy);
        Path first = Files.createSymbolicLink(folder.resolve("first"), copy.resolve("bin/naru"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("first"));

        assertThat(version(Map.of(), copy.resolve("bin/naru")).output()).startsWith("Naru ");
        assertThat(version(Map.of(), first).output()).startsWith("Naru ");
        assertThat(version(Map.of(), second).output()).startsWith("Naru ");
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
            all.forEach(files::add);
        }
        for (Path file : files) {
            Path copied = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copied.getParent());
            Files.copy(file, copied, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @Test
    void takesTheJavaOfJavaHome() throws Exception {
        Path java = runtime("jdk 21", "21.0.9");

        Ended ended = version(Map.of("JAVA_HOME", java.toString()), Started.naru());

        assertThat(ended.output())
                .startsWith(java.resolve("bin/java").toString())
                .contains("-Xms24m -Xmx128m", "-XX:+UseSerialGC")
                .contains("app.naru.Main --version");
    }

    @Test
    void passesByAJavaThatIsTooOld() throws Exception {
        Path old = runtime("jdk 17", "17.0.15");

        Ended ended = version(Map.of("JAVA_HOME", old.toString()), Started.naru());

        assertThat(ended.output()).startsWith("Naru ");
    }

    @Test
    void theWindowGetsJavafxAsModules() throws Exception {
        Path java = runtime("jdk 25", "25");

        Ended ended = run(Map.of("JAVA_HOME", java.toString()), List.of(Started.naru().toString()));

        assertThat(ended.output())
                .contains("--add-modules javafx.controls,javafx.fxml")
                .contains("lib/linux")
                .contains("--enable-native-access=javafx.graphics")
                .contains("--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void startsFromTheArchiveOfClassesAndWithoutAWordPassesByOneThatDoesNotFit() throws Exception {
        Path copy = folder.resolve("program");
        copy(Started.naru().getParent().getParent(), copy);
        Path script = copy.resolve("bin/naru");
        Ended made = run(Map.of(), List.of(script.toString(), "--make-class-archive"));
        assertThat(made.code()).as(made.output()).isZero();

        String loading = version(Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load"), script).output();
        List<String> loaded = loading.lines().filter(line -> line.contains(" source: ")).toList();
        assertThat(loaded).hasSizeGreaterThan(500);
        assertThat(loaded.stream().filter(line -> line.contains("shared objects file")).count())
                .as(loading)
                .isGreaterThan(loaded.size() * 9L / 10);
        String its = Files.readString(copy.resolve("lib/naru.jsa.release"));
        if (!its.contains("JAVA_VERSION=\"21")
                && !its.contains("JAVA_VERSION=\"22")
                && !its.contains("JAVA_VERSION=\"23")) {
            assertThat(loaded).as("linked, they are there at once").hasSizeGreaterThan(5_000);
        }

        String whole = version(Map.of(), script).output();
        Path jar = copy.resolve("lib/naru.jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
        assertThat(version(Map.of(), script).output()).isEqualTo(whole);
        Path archive = copy.resolve("lib/naru.jsa");
        Files.writeString(archive, "not an archive");
        assertThat(version(Map.of(), script).output()).isEqualTo(whole);
    }

    @Test
    void takesNoArchiveOfAnotherJava() throws Exception {
        Path copy = folder.resolve("program");
        copy(Started.naru().getParent().getParent(), copy);
        Files.writeString(copy.resolve("lib/naru.jsa"), "an archive");
        Path java = runtime("jdk 25", "25.0.3");
        Map<String, String> environment = Map.of("JAVA_HOME", java.toString());

        Path its = copy.resolve("lib/naru.jsa.release");
        Files.copy(java.resolve("release"), its, StandardCopyOption.REPLACE_EXISTING);
        assertThat(version(environment, copy.resolve("bin/naru")).output())
                .contains("-XX:SharedArchiveFile=" + copy.resolve("lib/naru.jsa"));

        Files.writeString(its, "JAVA_VERSION=\"25.0.2\"\n");
        assertThat(version(environment, copy.resolve("bin/naru")).output())
                .contains("app.naru.Main --version")
                .doesNotContain("naru.jsa");
    }

    @Test
    void saysWhereItLookedWhenThereIsNone() throws Exception {
        Path old = runtime("jdk 17", "17.0.15");
        Path script = folder.resolve("naru").resolve("bin").resolve("naru");
        Files.createDirectories(script.getParent());
        // The same script on a system whose folders hold nothing.
        Files.writeString(
                script,
                Files.readString(Started.naru())
                        .replace("/usr/lib/jvm/", folder + "/none/")
                        .replace("/usr/lib64/jvm/", folder + "/none/"));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("sed", "dirname", "readlink", "head", "uname")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }

        Ended ended =
                version(
                        Map.of(
                                "JAVA_HOME",
                                old.toString(),
                                "PATH",
                                tools.toString(),
                                "HOME",
                                folder.toString()),
                        script);

        assertThat(ended.code()).isOne();
        assertThat(ended.output())
                .contains("no Java 21 or newer was found")
                .contains("JAVA_HOME: Java 17 in " + old)
                .contains("PATH: no java")
                .contains("/usr/lib/jvm");
    }
}
