package app.naru.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.settings.JsonFile.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
}
