package app.naru.wsl;

import app.naru.server.ProcNetTable;
import app.naru.server.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks into the distributions that run. It never starts one: it asks WSL which run, and only those
 * are looked into. What does not change while WSL runs is asked once.
 */
public final class WslInsideReader {

    /** A distribution that runs answers in a tenth of it; one that hangs is unknown then. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private static final List<String> RUNNING = List.of("--list", "--running", "--quiet");
    private static final List<String> MODE = List.of("wslinfo", "--networking-mode");

    private final WslProgram program;
    private final Map<Long, Owner> owners = new HashMap<>();
    private Optional<NetworkingMode> mode = Optional.empty();
    private String boot = "";

    /** Whose a socket is. */
    private record Owner(Optional<String> distro, Optional<Program> program) {
        static final Owner UNKNOWN = new Owner(Optional.empty(), Optional.empty());
    }

    public WslInsideReader(WslProgram program) {
        this.program = program;
    }

    /**
     * Returns what the running distributions tell; nothing where none runs.
     *
     * @param wsl what the registry tells
     * @throws IOException if {@code wsl.exe} fails or does not answer
     */
    public synchronized WslInside read(Wsl wsl) throws IOException, InterruptedException {
        if (!wsl.running() || wsl.distros().isEmpty() || !program.installed()) {
            return WslInside.NOTHING;
        }
        List<String> named = names(program.run(RUNNING, LIMIT).own());
        List<String> running =
                wsl.distros().stream()
                        .filter(distro -> distro.version() == 2 && distro.isSimplyNamed())
                        .map(Distro::name)
                        .filter(name -> named.contains(name.toLowerCase(Locale.ROOT)))
                        .toList();
        if (running.isEmpty()) {
            return WslInside.NOTHING;
        }
        // all of them share one kernel and one network
        InsideTables tables = InsideTables.parse(ask(running.getFirst(), cat()));
        if (!tables.boot().equals(boot) || boot.isEmpty()) {
            owners.clear();
            // WSL falls back to another mode than was configured: what this says counts
            mode = NetworkingMode.named(askIfThere(running.getFirst(), MODE).strip());
            boot = tables.boot();
        }
        lookUpOwners(tables.rows(), running);
        Optional<String> only =
                named.size() == 1 ? Optional.of(running.getFirst()) : Optional.empty();
        List<WslListener> listeners =
                tables.rows().stream().map(row -> listener(row, only)).toList();
        return new WslInside(running, listeners, tables.eth0(), mode);
    }

    /**
     * Returns the lines in lower case. What of them is a distribution's name is found out by
     * comparing with the registry: prose is nobody's name.
     */
    private static List<String> names(String list) {
        return list.lines()
                .map(line -> line.strip().toLowerCase(Locale.ROOT))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<String> cat() {
        return Stream.concat(Stream.of("cat"), InsideTables.FILES.stream()).toList();
    }

    private String ask(String distro, List<String> command)
            throws IOException, InterruptedException {
        return program.run(
                        Stream.concat(Stream.of("-d", distro, "-e"), command.stream()).toList(),
                        LIMIT)
                .linux();
    }

    /** Returns what the program wrote; nothing where the distribution does not have it. */
    private String askIfThere(String distro, List<String> command)
            throws IOException, InterruptedException {
        try {
            return ask(distro, command);
        } catch (WslOutput.WslRefused missing) {
            return "";
        }
    }

    private void lookUpOwners(List<ProcNetTable.Row> rows, List<String> running)
            throws IOException, InterruptedException {
        Set<Long> inodes = new HashSet<>();
        rows.forEach(row -> inodes.add(row.inode()));
        owners.keySet().retainAll(inodes);
        Set<Long> asked = new HashSet<>(inodes);
        asked.removeAll(owners.keySet());
        for (String distro : asked.isEmpty() ? List.<String>of() : running) {
            Map<Long, Long> processes =
                    SocketOwners.processes(askIfThere(distro, SocketOwners.FIND), asked);
            if (!processes.isEmpty()) {
                Set<Long> pids = new HashSet<>(processes.values());
                Map<Long, Program> programs =
                        SocketOwners.programs(askIfThere(distro, SocketOwners.commandLines(pids)));
                processes.forEach((inode, pid) ->
                        owners.put(
                                inode,
                                new Owner(
                                        Optional.of(distro),
                                        Optional.ofNullable(programs.get(pid)))));
            }
        }
        asked.forEach(inode -> owners.putIfAbsent(inode, Owner.UNKNOWN));
    }

    private WslListener listener(ProcNetTable.Row row, Optional<String> only) {
        Owner owner = owners.getOrDefault(row.inode(), Owner.UNKNOWN);
        return new WslListener(owner.distro().or(() -> only), row.of(owner.program()));
    }
}
