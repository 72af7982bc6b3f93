package app.naru.wsl;

import app.naru.server.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads whose sockets those of a distribution are, as far as its usual user may see it. */
final class SocketOwners {

    /** GNU's find; where another one is, whose a socket is stays unknown. */
    static final List<String> FIND =
            List.of("find", "/proc", "-maxdepth", "3", "-lname", "socket:*", "-ls");

    /** A distribution has fewer programs that listen. */
    private static final int MOST_PROGRAMS = 64;

    private static final Pattern SOCKET =
            Pattern.compile(
                    "(?m)/proc/([0-9]{1,9})/fd/[0-9]{1,9} -> socket:\\[([0-9]{1,18})\\]\\s*$");
    private static final Pattern HEADING =
            Pattern.compile("(?m)^==> /proc/([0-9]{1,9})/cmdline <==\\R");

    private SocketOwners() {}

    /** Returns the process of each of those sockets that {@link #FIND} found. */
    static Map<Long, Long> processes(String found, Set<Long> inodes) {
        Map<Long, Long> processes = new HashMap<>();
        Matcher each = SOCKET.matcher(found);
        while (each.find()) {
            long inode = Long.parseLong(each.group(2));
            if (inodes.contains(inode)) {
                processes.putIfAbsent(inode, Long.valueOf(each.group(1)));
            }
        }
        return processes;
    }

    /** Returns the command that prints those processes' command lines, each under its name. */
    static List<String> commandLines(Set<Long> processes) {
        return Stream.concat(
                        Stream.of("head", "-v", "-c", "4096"),
                        processes.stream()
                                .sorted()
                                .limit(MOST_PROGRAMS)
                                .map(pid -> "/proc/" + pid + "/cmdline"))
                .toList();
    }

    /** Reads what {@link #commandLines} printed; a process that has ended since is missing. */
    static Map<Long, Program> programs(String printed) {
        Map<Long, Program> programs = new TreeMap<>();
        Matcher heading = HEADING.matcher(printed);
        boolean more = heading.find();
        while (more) {
            long pid = Long.parseLong(heading.group(1));
            int start = heading.end();
            more = heading.find();
            String line = printed.substring(start, more ? heading.start() : printed.length());
            program(pid, line).ifPresent(program -> programs.put(pid, program));
        }
        return programs;
    }

    private static Optional<Program> program(long pid, String commandLine) {
        String words = commandLine.replaceAll("[\\p{Cc}\\s]+", " ").strip();
        String first = commandLine.split("\0", 2)[0].strip();
        String name = first.substring(first.lastIndexOf('/') + 1);
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Program(pid, name, Optional.of(first), words));
    }
}
