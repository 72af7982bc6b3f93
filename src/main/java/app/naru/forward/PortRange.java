package app.naru.forward;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One port or several in a row: {@code 8000} or {@code 8000-8010}, both ends included. */
public record PortRange(Port first, Port last) {

    public PortRange {
        if (first.compareTo(last) > 0) {
            throw new InvalidInput("port.backwards", first + "-" + last, last, first);
        }
    }

    /** Returns the range of this one port. */
    public static PortRange of(Port port) {
        return new PortRange(port, port);
    }

    /** Returns the range of this one port. */
    public static PortRange of(int port) {
        return of(new Port(port));
    }

    /**
     * Reads {@code 8000} or {@code 8000-8010}.
     *
     * @throws InvalidInput if a port is not one, or the range runs backwards
     */
    @JsonCreator
    public static PortRange parse(String text) {
        int dash = text.indexOf('-');
        if (dash <= 0) {
            return of(Port.parse(text));
        }
        return new PortRange(
                Port.parse(text.substring(0, dash)), Port.parse(text.substring(dash + 1)));
    }

    /** Returns how many ports there are, 1 or more. */
    public int size() {
        return last.number() - first.number() + 1;
    }

    /**
     * Returns as many ports from that one on.
     *
     * @throws InvalidInput if there are not as many
     */
    public PortRange movedTo(Port start) {
        return new PortRange(start, start.plus(size() - 1));
    }

    public boolean contains(Port port) {
        return first.compareTo(port) <= 0 && port.compareTo(last) <= 0;
    }

    /** Returns each port, lowest first. */
    public Stream<Port> ports() {
        return IntStream.rangeClosed(first.number(), last.number()).mapToObj(Port::new);
    }

    @Override
    @JsonValue
    public String toString() {
        return size() == 1 ? first.toString() : first + "-" + last;
    }
}
