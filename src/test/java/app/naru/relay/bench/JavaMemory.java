package app.naru.relay.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** Returns KiB. */
    static long heldKib(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        String heap = jcmd(pid, "GC.heap_info");
        return besideHeapKib(pid, heap)
                + generations(heap).mapToLong(found -> Long.parseLong(found.group(1))).sum();
    }

    /** Returns KiB without the heap. */
    static long besideHeapKib(long pid) throws IOException, InterruptedException {
        return besideHeapKib(pid, jcmd(pid, "GC.heap_info"));
    }

    private static long besideHeapKib(long pid, String heap) throws IOException {
        long from = generations(heap).mapToLong(found -> hex(found.group(2))).min().orElse(0);
        long to = generations(heap).mapToLong(found -> hex(found.group(3))).max().orElse(0);
        if (from == to) {
            throw new IOException("jcmd does not tell where the heap is: " + heap);
        }
        return anonymousKibOutside(from, to, pid);
    }

    private static Stream<MatchResult> generations(String heap) {
        return GENERATION.matcher(heap).results();
    }

    private static long hex(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }

    private static long anonymousKibOutside(long from, long to, long pid) throws IOException {
        long kib = 0;
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps"))) {
            Matcher mapping = MAPPING.matcher(line);
            Matcher anonymous = ANONYMOUS.matcher(line);
            if (mapping.matches()) {
                inside = hex(mapping.group(1)) >= from && hex(mapping.group(2)) <= to;
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
