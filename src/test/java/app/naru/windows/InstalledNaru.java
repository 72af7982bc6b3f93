package app.naru.windows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Naru's folder in Wine's Program Files, and what the setup and Naru leave elsewhere on that PC.
 */
final class InstalledNaru {

    static final String FOLDER = "C:\\Program Files\\Naru\\";
    private static final long BUILD_MINUTES = 8;

    private final Path drive;
    private final Path registry;
    private final Path shim;
    private final Path loaded;

    InstalledNaru(Wine wine) throws IOException, InterruptedException {
        drive = wine.prefix().resolve("drive_c");
        registry = wine.prefix();
        shim = wine.built("wineshim.dll");
        loaded = wine.prefix().resolveSibling("loaded");
    }

    Path file(String name) {
        return drive.resolve("Program Files/Naru").resolve(name);
    }

    Path onTheDesktop() {
        return drive.resolve("users/Public/Desktop/Naru.lnk");
    }

    Path inTheStartMenu() {
        return drive.resolve("ProgramData/Microsoft/Windows/Start Menu/Programs/Naru.lnk");
    }

    Path userFolder() {
        return drive.resolve("users").resolve(System.getProperty("user.name"));
    }

    Path settings() {
        return userFolder().resolve("AppData/Local/Naru");
    }

    /** Returns how large it is without its archive of classes. */
    long megabytes() throws IOException {
        try (Stream<Path> all = Files.walk(file("."))) {
            return all.filter(Files::isRegularFile)
                            .filter(each -> !each.endsWith("Naru.jsa"))
                            .mapToLong(each -> each.toFile().length())
                            .sum()
                    / 1_000_000;
        }
    }

    /** Returns what the adapted program that runs as the only one has loaded, and from where. */
    List<String> loadedClasses() throws IOException {
        try (Stream<Path> all = Files.list(loaded)) {
            List<Path> files = all.toList();
            assertThat(files).hasSize(1);
            return Files.readAllLines(files.getFirst());
        }
    }

    /** Returns for each process that has this folder's Java in it the files that it runs. */
    List<List<String>> javas() throws IOException {
        String java = file("runtime/bin/server/jvm.dll").toString();
        List<List<String>> found = new ArrayList<>();
        for (ProcessHandle each : ProcessHandle.allProcesses().toList()) {
            try (Stream<String> maps =
                    Files.lines(Path.of("/proc", each.pid() + "", "maps"), ISO_8859_1)) {
                List<String> files =
                        maps.filter(line -> line.contains("/"))
                                .map(line -> line.substring(line.indexOf('/')))
                                .distinct()
                                .toList();
                if (files.contains(java)) {
                    found.add(files);
                }
            } catch (IOException | UncheckedIOException ended) {
                // It was one of the others, or has ended meanwhile.
            }
        }
        return found;
    }

    /**
     * What this Wine can't do without, as an administrator would add it: a function that Java asks
     * for, and drawing that Wine shows. And the language to look at, and that Java is to start from
     * its archive of classes or not at all.
     */
    void adaptToWine(String program) throws IOException {
        Files.createDirectories(loaded);
        try (Stream<Path> before = Files.list(loaded)) {
            for (Path each : before.toList()) {
                Files.delete(each);
            }
        }
        Files.writeString(
                file("app/" + program + ".options"),
                String.join(
                        "\n",
                        "",
                        "-agentpath:" + Wine.windowsPath(shim),
                        "-XX:-PrintWarnings",
                        "-Dprism.order=sw",
                        "-Duser.language=ko",
                        "-Xshare:on",
                        "-Xlog:class+load:file=\""
                                + Wine.windowsPath(loaded.resolve("%p.txt"))
                                + "\"",
                        ""),
                StandardOpenOption.APPEND);
    }

    /**
     * Returns all that is on the drive and in the registry, Wine's own scratch left out: a text for
     * each file (its size) and each value of the registry. To be called while Wine is ended.
     */
    Map<String, String> everything() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(drive)) {
            for (Path each : all.filter(it -> !it.toString().contains("/Temp")).toList()) {
                boolean folder = Files.isDirectory(each);
                found.put(drive.relativize(each).toString(), folder ? "" : "" + Files.size(each));
            }
        }
        for (String hive : List.of("system.reg", "user.reg", "userdef.reg")) {
            String key = "";
            for (String line : Files.readAllLines(registry.resolve(hive))) {
                if (line.startsWith("[")) {
                    key = hive + " " + line.substring(0, line.lastIndexOf(']') + 1);
                } else if (line.startsWith("\"") || line.startsWith("@")) {
                    int name = line.indexOf("=");
                    found.put(key + " " + line.substring(0, name), line.substring(name + 1));
                }
            }
        }
        return found;
    }

    /** Returns a line for each thing that is there once only, or otherwise than before. */
    static List<String> differences(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> lines = new TreeSet<>();
        before.forEach((what, was) -> {
            if (!after.containsKey(what)) {
                lines.add("gone: " + what);
            } else if (!after.get(what).equals(was)) {
                lines.add("other: " + what + ": " + was + " -> " + after.get(what));
            }
        });
        after.keySet().stream()
                .filter(what -> !before.containsKey(what))
                .forEach(what -> lines.add("new: " + what));
        return List.copyOf(lines);
    }

    /** Runs installer/build.sh and returns the last line that it wrote. */
    static String build(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("installer/build.sh");
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output.lines().reduce("", (before, line) -> line);
    }
}
