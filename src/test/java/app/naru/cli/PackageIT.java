package app.naru.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is handed on: the program with a Java of its own, and the papers that go with it. */
@EnabledOnOs(OS.LINUX)
final class PackageIT {

    private static final long MINUTES = 5;
    private static final Path PROGRAM =
            Path.of(System.getProperty("naru.program", "target/naru")).toAbsolutePath();

    @TempDir private Path folder;

    @Test
    void startsWithNoOtherJavaThanItsOwn() throws Exception {
        Path java = Path.of(System.getProperty("java.home"));
        assumeThat(java.resolve("bin/jpackage")).isExecutable();
        run(new ProcessBuilder("installer/package.sh", folder.toString()), java);

        ProcessBuilder version =
                new ProcessBuilder(folder.resolve("naru/bin/naru").toString(), "--version");
        version.environment().put("PATH", "/nonexistent");
        String said = run(version, folder.resolve("no Java"));

        assertThat(said).startsWith("Naru ").contains("Java ");
        assertThat(folder.resolve("naru/lib/app/sbom.json")).isNotEmptyFile();
        assertThat(folder.resolve("naru/lib/app/third-party/THIRD-PARTY.txt")).isNotEmptyFile();
    }

    @Test
    void namesEveryLibraryThatItShips() throws Exception {
        assertThat(PROGRAM.resolve("sbom.json"))
                .as("what mvn -o does not write: package once with the network")
                .exists();
        JsonNode bill = new ObjectMapper().readTree(PROGRAM.resolve("sbom.json").toFile());
        List<String> named =
                StreamSupport.stream(bill.get("components").spliterator(), false)
                        .map(it -> it.get("name").asText() + "-" + it.get("version").asText())
                        .toList();
        String notices = Files.readString(PROGRAM.resolve("third-party/THIRD-PARTY.txt"));
        for (String library : libraries()) {
            assertThat(named).as(library).contains(library);
            int version = library.lastIndexOf('-');
            assertThat(notices)
                    .contains(
                            ":"
                                    + library.substring(0, version)
                                    + ":"
                                    + library.substring(version + 1)
                                    + " ");
        }
        assertThat(PROGRAM.resolve("third-party/javafx-LICENSE.txt")).isNotEmptyFile();
        assertThat(PROGRAM.resolve("third-party/libraries")).isNotEmptyDirectory();
    }

    /** The jars' names without the system that some of them are for. */
    private static List<String> libraries() throws IOException {
        try (Stream<Path> all = Files.walk(PROGRAM.resolve("lib"))) {
            List<String> found =
                    all.map(each -> each.getFileName().toString())
                            .filter(name -> name.endsWith(".jar") && !name.equals("naru.jar"))
                            .map(name -> name.replaceFirst("(-linux|-win)?\\.jar$", ""))
                            .distinct()
                            .toList();
            assertThat(found).hasSizeGreaterThan(15);
            return found;
        }
    }

    private static String run(ProcessBuilder builder, Path javaHome) throws Exception {
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
