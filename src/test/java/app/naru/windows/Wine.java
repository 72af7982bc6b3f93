package app.naru.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** The Wine lab ({@code lab/wine/wine.sh}), for tests; they are skipped where it can't be had. */
final class Wine {

    static final Path SCRIPT = Path.of("lab", "wine", "wine.sh").toAbsolutePath();
    private static final int MISSING = 3;
    private static final long MINUTES = 5;

    /** Variables that the Windows program gets. */
    private final Map<String, String> environment = new LinkedHashMap<>();

    Map<String, String> environment() {
        return environment;
    }

    /** Runs a command of lab/wine/wine.sh. */
    Ended script(String... arguments) throws IOException, InterruptedException {
        return script(Arrays.asList(arguments));
    }

    /** Sets the lab up, or ends the test as skipped with what is missing. */
    static Wine lab() throws IOException, InterruptedException {
        Wine wine = new Wine();
        Ended setup = wine.script(List.of("setup"));
        Assumptions.assumeTrue(setup.code() != MISSING, setup.output());
        assertThat(setup.code()).as(setup.output()).isZero();
        return wine;
    }

    /**
     * Returns a Windows of the test's own, which may be looked at from end to end.
     *
     * @param folder where it is copied to
     */
    static Wine copy(Path folder) throws IOException, InterruptedException {
        Wine wine = lab();
        wine.script("stop");
        Path prefix = folder.resolve("prefix");
        Process copy =
                new ProcessBuilder("cp", "-a", wine.prefix().toString(), prefix.toString())
                        .inheritIO()
                        .start();
        assertThat(copy.waitFor()).isZero();
        return wine.with("NARU_WINE_PREFIX", prefix.toString());
    }

    /** How a program ended and what it wrote, standard error included. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Ended(int code, byte[] bytes) {
        String output() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        List<String> lines() {
            return output().lines().toList();
        }
    }

    Wine with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Wine without(String name) {
        environment.remove(name);
        return this;
    }

    /**
     * Runs steps of {@link WineProbe} in a Windows Java.
     *
     * @return for each step what it printed
     */
    List<List<String>> probe(String... steps) throws IOException, InterruptedException {
        String script = String.join("\n", steps);
        Ended ended =
                script(
                        List.of(
                                "java",
                                "-XX:TieredStopAtLevel=1",
                                "-Dfile.encoding=UTF-8",
                                "-cp",
                                windowsClassPath(),
                                WineProbe.class.getName(),
                                HexFormat.of().formatHex(script.getBytes(StandardCharsets.UTF_8))));
        assertThat(ended.code()).as(ended.output()).isZero();
        List<List<String>> printed = new ArrayList<>();
        for (String line : ended.lines()) {
            if (line.startsWith("== ")) {
                printed.add(new ArrayList<>());
            } else if (!printed.isEmpty()) {
                printed.getLast().add(line);
            }
        }
        assertThat(printed).as(ended.output()).hasSameSizeAs(steps);
        return printed;
    }

    /**
     * Runs a test class in a Windows Java.
     *
     * @param options of that Java
     * @return what {@link WineTests} printed
     */
    List<String> tests(List<String> options, String testClass)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("java", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", windowsClassPath(), WineTests.class.getName(), testClass));
        Ended ended = script(command);
        assertThat(ended.code()).as(ended.output()).isZero();
        return ended.lines();
    }

    /** Joins a step's fields. */
    static String step(String... fields) {
        return String.join("\t", fields);
    }

    /** Runs a Windows program. */
    Ended run(String... command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(List.of("run"));
        whole.addAll(Arrays.asList(command));
        return script(whole);
    }

    /** Returns where a program of lab/wine was built to. */
    Path built(String program) throws IOException, InterruptedException {
        return variable("BIN").resolve(program);
    }

    /** Returns the folder of Wine's drives and registry. */
    Path prefix() throws IOException, InterruptedException {
        return variable("WINEPREFIX");
    }

    /** Returns the folder of the Windows Java. */
    Path runtime() throws IOException, InterruptedException {
        return variable("RUNTIME");
    }

    private Path variable(String name) throws IOException, InterruptedException {
        String start = name + "=";
        return script("env").lines().stream()
                .filter(line -> line.startsWith(start))
                .map(line -> Path.of(line.substring(start.length())))
                .findFirst()
                .orElseThrow();
    }

    /** Runs lab/wine/layout.c, which prints what the compiler makes of Windows' structures. */
    Ended layoutProbe() throws IOException, InterruptedException {
        return script(List.of("layout"));
    }

    /**
     * Imports registry keys and values.
     *
     * @param text in the form of a .reg file, without the first line that those have
     */
    void importHive(String text) throws IOException, InterruptedException {
        Path hive = Files.createTempFile("naru", ".reg");
        try {
            String whole = "\ufeffWindows Registry Editor Version 5.00\r\n\r\n" + text;
            Files.write(
                    hive, whole.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.UTF_16LE));
            Ended ended = script(List.of("reg", "import", windowsPath(hive)));
            assertThat(ended.code()).as(ended.output()).isZero();
        } finally {
            Files.delete(hive);
        }
    }

    /** Returns the text of a file of lab/wine/hives. */
    static String hive(String name) throws IOException {
        return Files.readString(SCRIPT.resolveSibling("hives").resolve(name));
    }

    /** Returns how a Windows program under Wine names that file. */
    static String windowsPath(Path path) {
        return "Z:" + path.toAbsolutePath().toString().replace('/', '\\');
    }

    private static String windowsClassPath() {
        String here =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(here.split(File.pathSeparator, -1))
                .map(entry -> windowsPath(Path.of(entry)))
                .collect(Collectors.joining(";"));
    }

    private Ended script(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(arguments);
        Path output = Files.createTempFile("naru-wine", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            assertThat(ended).as("ended: %s", arguments).isTrue();
            return new Ended(process.exitValue(), Files.readAllBytes(output));
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            Files.delete(output);
        }
    }
}
