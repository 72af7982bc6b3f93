package app.naru.instance;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A process's entry in the folder of those that run: {@code NAME.json} says where it can be
 * reached, and the lock on {@code NAME.lock} that it lives. Only this user can read it: by its
 * permissions, or, on Windows, by those of the user's own folder.
 */
final class Entry implements AutoCloseable {

    private static final int LARGEST = 4_096;

    private final Path file;
    private final Path lockFile;
    private final HeldLock lock;

    private Entry(Path file, Path lockFile, HeldLock lock) {
        this.file = file;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** Takes a new entry in the folder. */
    static Entry create(Path folder) throws IOException {
        Files.createDirectories(folder, ownerOnly("rwx------"));
        String unique = UUID.randomUUID().toString().substring(0, 8);
        String name = "naru-" + ProcessHandle.current().pid() + "-" + unique;
        Path lockFile = folder.resolve(name + ".lock");
        HeldLock lock =
                HeldLock.tryHold(lockFile)
                        .orElseThrow(() -> new IOException(lockFile + " is locked"));
        return new Entry(folder.resolve(name + ".json"), lockFile, lock);
    }

    /** Says where this process can be reached; others see the whole file or none. */
    void write(Wire.Address address) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel =
                FileChannel.open(
                        temporary,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        ownerOnly("rw-------"))) {
            Channels.newOutputStream(channel).write(Wire.write(address));
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Returns where the process of that file can be reached; empty, and the file gone, where it has
     * ended.
     *
     * @throws IOException if a living process's file can't be read
     */
    static Optional<Wire.Address> read(Path file) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.json$", ".lock");
        Path lockFile = file.resolveSibling(name);
        Optional<HeldLock> dead = HeldLock.tryHold(lockFile);
        if (dead.isPresent()) {
            Files.deleteIfExists(file);
            dead.get().close();
            Files.deleteIfExists(lockFile);
            return Optional.empty();
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException(file + " is larger than " + LARGEST + " bytes");
            }
            return Optional.of(Wire.parse(Files.readAllBytes(file), Wire.Address.class));
        } catch (NoSuchFileException justEnded) {
            return Optional.empty();
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)};
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        lock.close();
        Files.deleteIfExists(lockFile);
    }
}
