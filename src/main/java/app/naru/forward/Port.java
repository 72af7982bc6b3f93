package app.naru.forward;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A TCP or UDP port that can be listened on.
 *
 * @param number 1 to 65535
 */
public record Port(int number) implements Comparable<Port> {

    public static final int MAX = 65_535;

    public Port {
        if (number < 1 || number > MAX) {
            throw new InvalidInput("port.range", number);
        }
    }

    /**
     * Reads a port as a person types it.
     *
     * @throws InvalidInput if it is not a whole number from 1 to 65535
     */
    @JsonCreator
    public static Port parse(String text) {
        String digits = text.strip();
        if (!digits.matches("[0-9]+")) {
            throw new InvalidInput("port.number", text);
        }
        if (digits.length() > 9) {
            throw new InvalidInput("port.range", digits);
        }
        return new Port(Integer.parseInt(digits));
    }

    /** Returns the port that many further on. */
    public Port plus(int offset) {
        return new Port(number + offset);
    }

    @Override
    public int compareTo(Port other) {
        return Integer.compare(number, other.number);
    }

    @Override
    @JsonValue
    public String toString() {
        return Integer.toString(number);
    }
}
