package app.naru.cli;

import java.util.List;
import java.util.Locale;

/** A number of bytes as people read it. */
final class ByteCount {

    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB");

    private ByteCount() {}

    /** Returns it in powers of 1000, with one digit behind the point from 1 kB on. */
    static String text(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double amount = bytes;
        int unit = 0;
        while (amount >= 999.95 && unit < UNITS.size() - 1) {
            amount /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, UNITS.get(unit));
    }
}
