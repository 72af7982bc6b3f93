package app.naru.relay.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What another Java process holds: what is in use of its heap, once the garbage is collected, and
 * all memory of its own beside the heap. What the heap has in reserve is not counted.
 */
final class JavaMemory {

    /** A generation in jcmd's GC.heap_info, with the serial collector. */
    private static final Pattern GENERATION =
            Pattern.compile(
                    "used (\\d+)K \\[0x(\\p{XDigit}+), 0x\\p{XDigit}+, 0x(\\p{XDigit}+)\\)");

    private static final Pattern MAPPING = Pattern.compile("^(\\p{XDigit}+)-(\\p{XDigit}+) .*");
    private static final Pattern ANONYMOUS = Pattern.compile("^Anonymous: +(\\d+) kB");

    private JavaMemory() {}

    static long heldKib(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        Matcher generation = GENERATION.matcher(jcmd(pid, "GC.heap_info"));
        long used = 0;
        long from = Long.MAX_VALUE;
        long to = 0;
        while (generation.find()) {
            used += Long.parseLong(generation.group(1));
            from = Math.min(from, Long.parseLong(generation.group(2), 16));
            to = Math.max(to, Long.parseLong(generation.group(3), 16));
        }
        if (used == 0) {
            throw new IOException("jcmd does not tell how large the heap is");
        }
        return used + anonymousKibOutside(from, to, pid);
    }

    private static long anonymousKibOutside(long from, long to, long pid) throws IOException {
        long kib = 0;
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps"))) {
            Matcher mapping = MAPPING.matcher(line);
            Matcher anonymous = ANONYMOUS.matcher(line);
            if (mapping.matches()) {
                inside =
                        Long.parseUnsignedLong(mapping.group(1), 16) >= from
                                && Long.parseUnsignedLong(mapping.group(2), 16) <= to;
            } else if (!inside && anonymous.find()) {
                kib += Long.parseLong(anonymous.group(1));
            }
        }
        return kib;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process jcmd =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(pid),
                                command)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }
}
