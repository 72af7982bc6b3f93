package app.naru.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.settings.JsonFile.Loaded;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class JsonFileTest {

    @TempDir Path folder;

    private Path path;
    private JsonFile<Shopping> file;

    record Shopping(List<String> things) {}

    @BeforeEach
    void open() {
        path = folder.resolve("deep").resolve("shopping.json");
        file = new JsonFile<>(path, 2, Shopping.class, Clock.systemUTC());
    }

    @Test
    void isAbsentBeforeTheFirstWrite() throws IOException {
        assertThat(file.read()).isEqualTo(new Loaded.Absent<>());
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        file.write(new Shopping(List.of("빵", "milk")));

        assertThat(file.read()).isEqualTo(new Loaded.Whole<>(new Shopping(List.of("빵", "milk"))));
        assertThat(Files.readString(path)).contains("\"version\" : 2");
    }

    @Test
    void setsAFileCutInHalfAsideAndTakesTheLastGoodCopy() throws IOException {
        file.write(new Shopping(List.of("bread")));
        file.write(new Shopping(List.of("bread", "milk")));
        byte[] half = cutInHalf();

        Loaded<Shopping> loaded = file.read();

        assertThat(loaded.usable()).contains(new Shopping(List.of("bread")));
        assertThat(loaded)
                .isInstanceOfSatisfying(
                        Loaded.Damaged.class,
                        damaged -> assertThat(damaged.setAside()).hasBinaryContent(half));
        assertThat(file.read()).isEqualTo(new Loaded.Whole<>(new Shopping(List.of("bread"))));
    }

    @Test
    void saysSoWhenThereIsNoGoodCopy() throws IOException {
        file.write(new Shopping(List.of("bread")));
        cutInHalf();

        assertThat(file.read().usable()).isEmpty();
        assertThat(names()).singleElement().asString().startsWith("shopping.json.damaged-");
    }

    @Test
    void keepsEveryDamagedFile() throws IOException {
        for (int i = 0; i < 3; i++) {
            file.write(new Shopping(List.of("bread")));
            cutInHalf();
            file.read();
        }

        assertThat(names().filter(name -> name.contains(".damaged-"))).hasSize(3);
    }

    @Test
    void takesAnEmptyFileAndOneOfAnotherShapeForDamaged() throws IOException {
        for (String content :
                List.of("", "[]", "{\"version\":2}", "{\"version\":2,\"content\":7}", "{} {}")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);

            assertThat(file.read()).as(content).isInstanceOf(Loaded.Damaged.class);
        }
    }

    @Test
    void neitherReadsNorTouchesTheFileOfANewerVersion() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "{\"version\":3,\"content\":{}}");

        assertThatThrownBy(file::read).isInstanceOf(VersionedJson.NewerVersion.class);
        assertThat(path).hasContent("{\"version\":3,\"content\":{}}");
    }

    @Test
    void leavesTheFileAsItWasWhenItCannotBeWritten() throws IOException {
        file.write(new Shopping(List.of("bread")));
        Files.createDirectory(path.resolveSibling("shopping.json.new"));

        assertThatThrownBy(() -> file.write(new Shopping(List.of())))
                .isInstanceOf(IOException.class);
        assertThat(file.read()).isEqualTo(new Loaded.Whole<>(new Shopping(List.of("bread"))));
    }

    private byte[] cutInHalf() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        Files.write(path, half);
        return half;
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path.getParent())) {
            return files.map(each -> each.getFileName().toString()).toList().stream();
        }
    }

    /** A disk that fills up takes a part of what is written to it and says so. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatDoesNotFitOnTheDiskFailsAndWhatWasThereStays() throws Exception {
        file.write(new Shopping(List.of("bread")));
        String classes =
                Stream.of(
                                Filler.class,
                                JsonFile.class,
                                ObjectMapper.class,
                                JsonFactory.class,
                                JsonCreator.class,
                                Jdk8Module.class,
                                JavaTimeModule.class)
                        .map(each -> each.getProtectionDomain().getCodeSource().getLocation())
                        .map(URL::getPath)
                        .distinct()
                        .collect(Collectors.joining(File.pathSeparator));
        Process child =
                new ProcessBuilder(
                                "bash",
                                "-c",
                                "ulimit -f 2; exec \"$@\"",
                                "bash",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:-UsePerfData",
                                "-cp",
                                classes,
                                Filler.class.getName(),
                                path.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).as(said).isZero();
        assertThat(said).contains("failed: ");
        assertThat(file.read()).isEqualTo(new Loaded.Whole<>(new Shopping(List.of("bread"))));
    }

    /** Writes more than a process may that is limited to 2 KiB a file. */
    static final class Filler {

        private Filler() {}

        public static void main(String[] arguments) {
            JsonFile<Shopping> file =
                    new JsonFile<>(Path.of(arguments[0]), 2, Shopping.class, Clock.systemUTC());
            try {
                file.write(new Shopping(Collections.nCopies(300, "something to remember")));
                System.out.println("written");
            } catch (IOException full) {
                System.out.println("failed: " + full);
            }
        }
    }
}
