package app.naru.router;

import app.naru.forward.Port;
import app.naru.forward.Protocol;
import java.time.Duration;

/**
 * A port that a router shall send to this PC.
 *
 * @param wantedExternalPort the port on the router's far side; another may be given instead
 * @param lease after which the router forgets it, 1 second to 24 hours; {@link #LEASE} does
 * @param name what the router's page shows beside {@link #MARK}
 * @param anyway whether it is mapped even where nothing would arrive, as far as that can be told
 */
public record MappingRequest(
        Protocol protocol,
        Port internalPort,
        Port wantedExternalPort,
        Duration lease,
        String name,
        boolean anyway) {

    /** An hour: a PC that vanishes leaves no door open for long. */
    public static final Duration LEASE = Duration.ofHours(1);

    /** What Naru's own mappings are recognised by in a router's list. */
    public static final String MARK = "Naru";

    private static final int LONGEST_NAME = 40;

    public MappingRequest {
        if (lease.toSeconds() < 1 || lease.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("a lease lasts 1 second to 24 hours: " + lease);
        }
    }

    /** Returns the request for that port, the same outside as inside, for {@link #LEASE}. */
    public static MappingRequest of(Protocol protocol, Port port, String name) {
        return new MappingRequest(protocol, port, port, LEASE, name, false);
    }

    int leaseSeconds() {
        return (int) lease.toSeconds();
    }

    /** Returns the same with another port outside. */
    public MappingRequest withExternalPort(Port port) {
        return new MappingRequest(protocol, internalPort, port, lease, name, anyway);
    }

    /** Returns the same, mapped even where nothing would arrive, or not. */
    public MappingRequest anyway(boolean mapAnyway) {
        return new MappingRequest(
                protocol, internalPort, wantedExternalPort, lease, name, mapAnyway);
    }

    /**
     * Returns the mark and the name. Letters beyond ASCII and punctuation are left out: many
     * routers store them wrongly, and some refuse them.
     */
    String description() {
        String plain = name.replaceAll("[^A-Za-z0-9 ._-]", "").strip();
        String brief = plain.substring(0, Math.min(plain.length(), LONGEST_NAME)).strip();
        return brief.isEmpty() ? MARK : MARK + " " + brief;
    }
}
