package app.naru.firewall;

import app.naru.forward.InvalidInput;
import app.naru.forward.PortRange;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The ports that a rule is about: {@code any}, or ports and ranges with commas, {@code
 * 80,443,8000-8010}.
 *
 * @param ranges none means any
 */
public record PortList(List<PortRange> ranges) {

    /** Every port. */
    public static final PortList ANY = new PortList(List.of());

    /** FW_PORTS, MS-FASP 2.2.37. */
    static final int MOST = 1_000;

    public PortList {
        ranges = List.copyOf(ranges);
        if (ranges.size() > MOST) {
            throw new InvalidInput("rule.ports.many", ranges.size(), MOST);
        }
    }

    /** Returns the list of this one range. */
    public static PortList of(PortRange range) {
        return new PortList(List.of(range));
    }

    /**
     * Reads {@code any}, or ports and ranges separated by commas.
     *
     * @throws InvalidInput if one of them is none
     */
    @JsonCreator
    public static PortList parse(String text) {
        if (text.strip().equalsIgnoreCase("any")) {
            return ANY;
        }
        return new PortList(Arrays.stream(text.split(",", -1)).map(PortRange::parse).toList());
    }

    public boolean isAny() {
        return ranges.isEmpty();
    }

    /** Returns the ports as netsh takes them. */
    @Override
    @JsonValue
    public String toString() {
        return isAny()
                ? "any"
                : ranges.stream().map(PortRange::toString).collect(Collectors.joining(","));
    }
}
