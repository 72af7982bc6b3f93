package app.naru.path;

import app.naru.forward.ForwardName;
import app.naru.router.Mapping;
import app.naru.settings.JsonFile;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What this process has changed and not yet taken back, on the disk before the change is made. Each
 * process has a journal of its own and holds a lock as long as it lives: a journal without its lock
 * is what a crash left.
 */
public final class Journal implements AutoCloseable {

    private static final int VERSION = 1;

    private final JsonFile<Content> file;
    private final Path folder;
    private final Path lockFile;
    private final FileChannel channel;
    private final FileLock lock;
    private final Clock clock;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A change that is, or may be, in place.
     *
     * @param mappings what a router has granted for it: needed to take it back. An entry from
     *     before there were any has none
     * @param kept whether it was made for good, and is taken back only if the user asks for it
     */
    public record Entry(
            String forwardId,
            ForwardName name,
            Change change,
            Instant since,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Mapping> mappings,
            boolean kept) {

        public Entry {
            mappings = List.copyOf(mappings);
        }

        private Entry mapped(List<Mapping> now) {
            return new Entry(forwardId, name, change, since, now, kept);
        }

        private Entry keptNow() {
            return new Entry(forwardId, name, change, since, mappings, true);
        }

        /** Whether it may still be in place when the process that made it has ended. */
        boolean staysAt(Instant now) {
            return change instanceof Change.MapPorts
                    ? mappings.stream().anyMatch(mapping -> mapping.standsAt(now))
                    : change.outlivesNaru();
        }
    }

    private record Content(List<Entry> entries) {}

    private Journal(
            Path folder,
            String name,
            FileChannel channel,
            FileLock lock,
            Path lockFile,
            Clock clock) {
        this.folder = folder;
        this.file = new JsonFile<>(folder.resolve(name + ".json"), VERSION, Content.class, clock);
        this.channel = channel;
        this.lock = lock;
        this.lockFile = lockFile;
        this.clock = clock;
    }

    /**
     * Opens this process's journal.
     *
     * @param folder holds the journals of all processes
     * @param name of this process's journal, which no other has
     */
    public static Journal open(Path folder, String name, Clock clock) throws IOException {
        Files.createDirectories(folder);
        Path lockFile = folder.resolve(name + ".lock");
        FileChannel channel =
                FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new IOException("the journal " + name + " is another process's");
        }
        return new Journal(folder, name, channel, lock, lockFile, clock);
    }

    /**
     * Returns what routers have granted to all processes, living or not, and still stands.
     *
     * @param folder holds the journals of all processes
     */
    public static List<Mapping> mappingsIn(Path folder, Clock clock) throws IOException {
        List<Mapping> mappings = new ArrayList<>();
        for (Path each : files(folder, ".json")) {
            JsonFile<Content> journal = new JsonFile<>(each, VERSION, Content.class, clock);
            journal.read().usable().map(Content::entries).orElse(List.of()).stream()
                    .flatMap(entry -> entry.mappings().stream())
                    .filter(mapping -> mapping.standsAt(clock.instant()))
                    .forEach(mappings::add);
        }
        return mappings;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(ending)).toList();
        }
    }

    /**
     * Takes over what processes that have ended left behind: their entries become this journal's,
     * and their files go. Nothing is undone yet.
     *
     * @return the entries that were taken over
     */
    public synchronized List<Entry> adopt() throws IOException {
        List<Entry> adopted = new ArrayList<>();
        for (Path each : files(folder, ".lock")) {
            if (!each.equals(lockFile)) {
                adopted.addAll(adopt(each));
            }
        }
        return adopted;
    }

    private List<Entry> adopt(Path otherLock) throws IOException {
        List<Entry> found;
        try (FileChannel other = FileChannel.open(otherLock, StandardOpenOption.WRITE);
                FileLock held = tryLock(other)) {
            if (held == null) {
                return List.of();
            }
            found = takeOver(otherLock);
        } catch (NoSuchFileException gone) {
            return List.of();
        }
        // Windows deletes no file that is open.
        Files.deleteIfExists(otherLock);
        return found;
    }

    private List<Entry> takeOver(Path otherLock) throws IOException {
        String name = otherLock.getFileName().toString().replaceFirst("\\.lock$", ".json");
        JsonFile<Content> left =
                new JsonFile<>(otherLock.resolveSibling(name), VERSION, Content.class, clock);
        List<Entry> found =
                left.read().usable().map(Content::entries).orElse(List.of()).stream()
                        .filter(entry -> entry.staysAt(clock.instant()))
                        .toList();
        List<Entry> changed = new ArrayList<>(entries);
        changed.addAll(found);
        write(changed);
        left.delete();
        return found;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    /** Writes down that the change is about to be made. */
    public synchronized void add(String forwardId, ForwardName name, Change change)
            throws IOException {
        List<Mapping> mappings = mappings(change);
        List<Entry> changed = new ArrayList<>(entries);
        changed.removeIf(entry -> entry.change().equals(change));
        changed.add(new Entry(forwardId, name, change, clock.instant(), mappings, false));
        write(changed);
    }

    /** Writes down what a router has granted for the change; nothing where it is not in here. */
    synchronized void mapped(Change change, List<Mapping> mappings) throws IOException {
        List<Entry> changed =
                entries.stream()
                        .map(entry ->
                                entry.change().equals(change) ? entry.mapped(mappings) : entry)
                        .toList();
        if (!changed.equals(entries)) {
            write(changed);
        }
    }

    /** Writes down that the change was made for good. */
    synchronized void keep(Change change) throws IOException {
        write(
                entries.stream()
                        .map(entry -> entry.change().equals(change) ? entry.keptNow() : entry)
                        .toList());
    }

    /** Returns what a router has granted for the change. */
    synchronized List<Mapping> mappings(Change change) {
        return entries.stream()
                .filter(entry -> entry.change().equals(change))
                .flatMap(entry -> entry.mappings().stream())
                .toList();
    }

    /** Strikes out a change that has been taken back, or was never made. */
    public synchronized void remove(Change change) throws IOException {
        List<Entry> changed = new ArrayList<>(entries);
        if (changed.removeIf(entry -> entry.change().equals(change))) {
            write(changed);
        }
    }

    /** Returns what is in place, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    private void write(List<Entry> changed) throws IOException {
        List<Entry> whole = List.copyOf(changed);
        file.write(new Content(whole));
        entries.clear();
        entries.addAll(whole);
    }

    /** Lets go of the journal: it goes if nothing is left in it, else the next start finds it. */
    @Override
    public synchronized void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        boolean empty = entries.stream().noneMatch(entry -> entry.staysAt(clock.instant()));
        if (empty) {
            file.delete();
        }
        lock.release();
        channel.close();
        if (empty) {
            Files.deleteIfExists(lockFile);
        }
    }
}
