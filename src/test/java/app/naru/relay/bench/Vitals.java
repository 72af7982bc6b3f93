package app.naru.relay.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What this process holds at a quiet moment, once its garbage is collected.
 *
 * @param residentKib memory of its own
 * @param heapKib of it, what the program's objects take
 * @param directKib buffers outside of the heap
 */
public record Vitals(
        long residentKib, long heapKib, long directKib, long descriptors, int threads) {

    private static final String HEADING =
            "minutes  resident KiB  heap KiB  direct KiB  descriptors  threads";

    private static final Path STATUS = Path.of("/proc/self/status");

    static String heading() {
        return HEADING;
    }

    public static Vitals now() throws IOException {
        System.gc();
        return new Vitals(
                residentKibNow(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 10,
                ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                                .sum()
                        >> 10,
                system().map(UnixOperatingSystemMXBean::getOpenFileDescriptorCount).orElse(0L),
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    /** Returns how many descriptors this process may have. */
    public static long descriptorLimit() {
        return system().map(UnixOperatingSystemMXBean::getMaxFileDescriptorCount)
                .orElse(Long.MAX_VALUE);
    }

    private static Optional<UnixOperatingSystemMXBean> system() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof UnixOperatingSystemMXBean unix
                ? Optional.of(unix)
                : Optional.empty();
    }

    private static long residentKibNow() throws IOException {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith("RssAnon:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return 0;
    }

    /** Whether clearly more is held than then; some KiB come and go with the runtime's own work. */
    boolean hasGrownSince(Vitals then) {
        return residentKib > then.residentKib + 16 * 1024 || holdsMoreThan(then);
    }

    /** The same, whatever the runtime has asked the system for. */
    public boolean holdsMoreThan(Vitals then) {
        return heapKib > then.heapKib + 2 * 1024
                || directKib > then.directKib + 1024
                || descriptors > then.descriptors + 4
                || threads > then.threads + 3;
    }

    String line(double minutes) {
        return "%7.1f  %12d  %8d  %10d  %11d  %7d"
                .formatted(minutes, residentKib, heapKib, directKib, descriptors, threads);
    }
}
