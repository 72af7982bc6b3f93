package app.naru.router;

/** A sign of life by which it shows whether a router still has its mappings. */
sealed interface Pulse {

    /**
     * The seconds since the router's mappings began (RFC 6887 section 8.5, RFC 6886 section 3.6).
     */
    record Epoch(long seconds) implements Pulse {}

    /** UPnP has no epoch; the mapping itself was asked for. */
    record Listed(boolean there) implements Pulse {}
}
