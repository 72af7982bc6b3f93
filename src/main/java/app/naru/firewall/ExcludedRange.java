package app.naru.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ports that Windows keeps from programs: a bind to one fails although nothing listens there.
 * Hyper-V takes such ranges anew at each start. Some of the list are HTTP.sys's own and can be
 * bound all the same, so that only a bind tells for sure.
 *
 * @param first 0 to 65535
 * @param last not below {@code first}
 * @param administered whether someone reserved it on purpose, to stay
 */
public record ExcludedRange(int first, int last, boolean administered) {

    private static final Pattern ROW =
            Pattern.compile("[ \\t]*([0-9]{1,5})[ \\t]+([0-9]{1,5})[ \\t]*(\\*)?[ \\t]*");

    /**
     * Reads what {@code netsh interface ipv4 show excludedportrange} prints, in any language: rows
     * of numbers, and nothing else of it.
     */
    public static List<ExcludedRange> parse(String output) {
        List<ExcludedRange> ranges = new ArrayList<>();
        for (String line : output.lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                int first = Integer.parseInt(row.group(1));
                int last = Integer.parseInt(row.group(2));
                if (first <= last && last <= 65_535) {
                    ranges.add(new ExcludedRange(first, last, row.group(3) != null));
                }
            }
        }
        return ranges;
    }

    public boolean contains(int port) {
        return first <= port && port <= last;
    }
}
