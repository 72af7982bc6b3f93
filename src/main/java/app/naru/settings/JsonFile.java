package app.naru.settings;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * One value in one file of {@link VersionedJson}. A write leaves either the old file or the new
 * one, never half of each, and keeps the one before as {@code NAME.last-good}. A file that can't be
 * read is set aside as {@code NAME.damaged-TIME}, told, and the last good copy is taken instead.
 */
public final class JsonFile<T> {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path file;
    private final VersionedJson<T> json;
    private final Clock clock;

    /**
     * @param version the version of the content's shape that this program reads and writes
     */
    public JsonFile(Path file, int version, Class<T> type, Clock clock) {
        this.file = file;
        this.json = new VersionedJson<>(version, type);
        this.clock = clock;
    }

    /** What reading a file came to. */
    public sealed interface Loaded<T> {

        /** There is no file yet. */
        record Absent<T>() implements Loaded<T> {}

        record Whole<T>(T value) implements Loaded<T> {}

        /**
         * The file was damaged.
         *
         * @param setAside where the damaged file is now
         * @param lastGood what the copy of the last good one held, if there is such a copy
         */
        record Damaged<T>(Path setAside, Optional<T> lastGood) implements Loaded<T> {}

        /** Returns what can be worked with. */
        default Optional<T> usable() {
            return switch (this) {
                case Absent<T> absent -> Optional.empty();
                case Whole<T>(T value) -> Optional.of(value);
                case Damaged<T>(Path setAside, Optional<T> lastGood) -> lastGood;
            };
        }
    }

    /**
     * Reads the file.
     *
     * @throws VersionedJson.NewerVersion if a newer program wrote it
     * @throws IOException if it can't be read for another reason than its content
     */
    public Loaded<T> read() throws IOException {
        try {
            return new Loaded.Whole<>(json.read(file));
        } catch (NoSuchFileException absent) {
            return new Loaded.Absent<>();
        } catch (JacksonException | VersionedJson.MissingContent damaged) {
            Path setAside = setAside();
            return new Loaded.Damaged<>(setAside, lastGood());
        }
    }

    /**
     * Writes the value.
     *
     * @throws IOException if it could not be written; then the file is as it was
     */
    public void write(T value) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = beside(".new");
        try (FileChannel channel =
                FileChannel.open(
                        temporary,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            // All of it, or a failure: a disk that fills up takes a part of a single write.
            Channels.newOutputStream(channel).write(json.bytes(value));
            channel.force(true);
        }
        if (Files.exists(file)) {
            Path copy = beside(".last-good.new");
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, beside(".last-good"), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes the file and the copies beside it, but not what was set aside. */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(beside(".last-good"));
        Files.deleteIfExists(beside(".new"));
    }

    private Optional<T> lastGood() throws IOException {
        try {
            T value = json.read(beside(".last-good"));
            write(value);
            return Optional.of(value);
        } catch (NoSuchFileException | JacksonException | VersionedJson.MissingContent none) {
            return Optional.empty();
        }
    }

    private Path setAside() throws IOException {
        String stamp = STAMP.format(clock.instant().atZone(ZoneId.systemDefault()));
        Path aside = beside(".damaged-" + stamp);
        for (int n = 2; Files.exists(aside); n++) {
            aside = beside(".damaged-" + stamp + "-" + n);
        }
        return Files.move(file, aside);
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
