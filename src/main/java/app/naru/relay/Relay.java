package app.naru.relay;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** A running relay. Open it, and it listens; close it, and nothing does. */
@SuppressWarnings("DoNotCallSuggester")
public final class Relay implements AutoCloseable {

    private Relay() {}

    /**
     * Opens a relay; when this returns, it listens on every address and port of the specification,
     * otherwise on none.
     */
    public static Relay open(RelaySpec spec) throws PortUnavailable {
        throw new UnsupportedOperationException();
    }

    /** Returns what it listens on. */
    public List<InetSocketAddress> listening() {
        throw new UnsupportedOperationException();
    }

    /** Returns the counters; costs nothing to the traffic. */
    public RelaySnapshot snapshot() {
        throw new UnsupportedOperationException();
    }

    /** Connects from now on to these; existing connections go on. */
    public void targets(List<Endpoint> targets) {
        throw new UnsupportedOperationException();
    }

    /** Lets in from now on those; closes the connections of those that may no longer come. */
    public void access(Access access) {
        throw new UnsupportedOperationException();
    }

    /** Stops listening at once and gives open connections that long to end. */
    public void close(Duration drain) {
        throw new UnsupportedOperationException();
    }

    /** Stops listening and ends every connection. */
    @Override
    public void close() {
        close(Duration.ZERO);
    }
}
