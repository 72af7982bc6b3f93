package app.naru.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which programs hold which sockets, from {@code /proc/PID/fd} (proc(5)). */
final class ProcPrograms {

    /** A longer command line is cut: nobody reads more, and a program may write what it likes. */
    static final int LONGEST_COMMAND = 4_096;

    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d{1,18})]");
    private static final Pattern PID = Pattern.compile("\\d{1,9}");
    private static final String DELETED = " (deleted)";

    private final Path proc;

    ProcPrograms(Path proc) {
        this.proc = proc;
    }

    /**
     * Returns the programs that hold these sockets, by the sockets' inodes. A socket of which it is
     * not to be seen whose it is, is missing. Of several programs that hold a socket, the one that
     * started first counts (nginx's master before its workers), but systemd, which holds the
     * sockets of the services that it starts on demand, only where no other does.
     *
     * @throws IOException if the list of processes can't be read
     */
    Map<Long, Program> owners(Set<Long> inodes) throws IOException {
        Set<Long> sought = new HashSet<>(inodes);
        sought.remove(0L);
        Map<Long, Program> owners = new HashMap<>();
        for (long pid : pids()) {
            if (sought.isEmpty() || Thread.currentThread().isInterrupted()) {
                break;
            }
            Set<Long> held = sockets(pid);
            held.retainAll(sought);
            if (!held.isEmpty()) {
                Program program = program(pid);
                held.forEach(inode -> owners.put(inode, program));
                sought.removeAll(held);
            }
        }
        return owners;
    }

    private List<Long> pids() throws IOException {
        List<Long> pids = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (PID.matcher(name).matches()) {
                    pids.add(Long.valueOf(name));
                }
            }
        }
        pids.sort(Comparator.<Long>comparingInt(pid -> pid == 1 ? 1 : 0).thenComparing(pid -> pid));
        return pids;
    }

    /** Of another user's process, and of one that has just ended, nothing can be seen. */
    private Set<Long> sockets(long pid) {
        Set<Long> inodes = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(of(pid).resolve("fd"))) {
            for (Path descriptor : descriptors) {
                Matcher socket = SOCKET.matcher(link(descriptor).orElse(""));
                if (socket.matches()) {
                    inodes.add(Long.valueOf(socket.group(1)));
                }
            }
        } catch (IOException | DirectoryIteratorException notToBeSeen) {
            return inodes;
        }
        return inodes;
    }

    private Program program(long pid) {
        Optional<String> path =
                link(of(pid).resolve("exe"))
                        .map(exe ->
                                exe.endsWith(DELETED)
                                        ? exe.substring(0, exe.length() - DELETED.length())
                                        : exe);
        String name =
                path.map(exe -> exe.substring(exe.lastIndexOf('/') + 1))
                        .filter(file -> !file.isEmpty())
                        .orElseGet(() -> start(of(pid).resolve("comm")).strip());
        return new Program(pid, name, path, commandLine(pid));
    }

    /** The arguments stand one behind the other, each ended by a zero byte. */
    private String commandLine(long pid) {
        return start(of(pid).resolve("cmdline")).replaceAll("\\p{Cntrl}", " ").strip();
    }

    private Path of(long pid) {
        return proc.resolve(Long.toString(pid));
    }

    private static Optional<String> link(Path path) {
        try {
            return Optional.of(Files.readSymbolicLink(path).toString());
        } catch (IOException notToBeSeen) {
            return Optional.empty();
        }
    }

    private static String start(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST_COMMAND), StandardCharsets.UTF_8);
        } catch (IOException notToBeSeen) {
            return "";
        }
    }
}
