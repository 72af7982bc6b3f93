package app.naru.server;

import app.naru.forward.Protocol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads who listens on a Linux PC, from the tables under {@code /proc/net}. */
public final class ProcListeners implements ListenerReader {

    private final Path proc;
    private final ProcPrograms programs;

    /**
     * @param proc where the proc filesystem is mounted: {@code /proc}
     */
    public ProcListeners(Path proc) {
        this.proc = proc;
        this.programs = new ProcPrograms(proc);
    }

    /**
     * {@inheritDoc}
     *
     * <p>The program of a socket stays empty where only an administrator may see whose it is.
     */
    @Override
    public List<Listener> read() throws IOException {
        List<ProcNetTable.Row> rows = rows();
        Set<Long> inodes = rows.stream().map(ProcNetTable.Row::inode).collect(Collectors.toSet());
        Map<Long, Program> owners = programs.owners(inodes);
        return rows.stream()
                .map(row -> row.of(Optional.ofNullable(owners.get(row.inode()))))
                .toList();
    }

    @Override
    public List<Listener> sockets() throws IOException {
        return rows().stream().map(row -> row.of(Optional.empty())).toList();
    }

    private List<ProcNetTable.Row> rows() throws IOException {
        List<ProcNetTable.Row> rows = new ArrayList<>();
        rows.addAll(ProcNetTable.read(Protocol.TCP, Files.readString(table("tcp"))));
        rows.addAll(ProcNetTable.read(Protocol.TCP, ipv6Table("tcp6")));
        rows.addAll(ProcNetTable.read(Protocol.UDP, Files.readString(table("udp"))));
        rows.addAll(ProcNetTable.read(Protocol.UDP, ipv6Table("udp6")));
        return rows;
    }

    /** A kernel without IPv6 has no such table. */
    private String ipv6Table(String name) throws IOException {
        try {
            return Files.readString(table(name), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException noIpv6) {
            return "";
        }
    }

    private Path table(String name) {
        return proc.resolve("net").resolve(name);
    }
}
