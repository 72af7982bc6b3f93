package app.naru.relay.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * What this process holds at a quiet moment, once its garbage is collected.
 *
 * @param heapKib what the program's objects take
 * @param directKib buffers outside of the heap
 */
public record Vitals(long heapKib, long directKib, long descriptors, int threads) {

    static String heading() {
        return "heap KiB  direct KiB  descriptors  threads";
    }

    public static Vitals now() {
        System.gc();
        return new Vitals(
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

    /** Whether clearly more is held than then; some KiB come and go with the runtime's own work. */
    public boolean holdsMoreThan(Vitals then) {
        return heapKib > then.heapKib + 2 * 1024
                || directKib > then.directKib + 1024
                || descriptors > then.descriptors + 4
                || threads > then.threads + 3;
    }

    String line() {
        return "%8d  %10d  %11d  %7d".formatted(heapKib, directKib, descriptors, threads);
    }
}
