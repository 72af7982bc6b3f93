package app.naru.internet;

import java.net.InetAddress;
import java.util.Optional;

/**
 * What came of asking one source over one version of IP.
 *
 * @param version over which it was asked
 * @param milliseconds how long that took
 */
public record SourceAnswer(Source source, IpVersion version, Outcome outcome, long milliseconds) {

    /** What it told, or why nothing. */
    public sealed interface Outcome {}

    /** The address that it sees. */
    public record Seen(InetAddress address) implements Outcome {}

    /** It told none. */
    public record Failed(Failure failure) implements Outcome {}

    /** Why a source told no address. */
    public enum Failure {
        /** Its name is not known, or has no address of that version. */
        NOT_FOUND,
        /** There is no way to it from here: no connection, or none of that version. */
        NO_WAY,
        /** It did not answer in time. */
        SILENT,
        /** It answered, but not with an address of the Internet. */
        NONSENSE
    }

    /** Returns the address that it sees; empty where it told none. */
    public Optional<InetAddress> address() {
        return outcome instanceof Seen(InetAddress address)
                ? Optional.of(address)
                : Optional.empty();
    }
}
