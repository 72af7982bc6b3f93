package app.naru.router;

import java.net.InetAddress;
import java.util.Optional;

/** What the Internet sees of this home: a router's word is judged by it before a port is mapped. */
@FunctionalInterface
public interface Outlook {

    /**
     * Returns the address that the Internet sees instead of this public one of a router's; empty
     * where nothing speaks against the router's word. Blocks for seconds at most.
     */
    Optional<InetAddress> insteadOf(InetAddress routers);

    /** Returns one that knows nothing. */
    static Outlook none() {
        return routers -> Optional.empty();
    }
}
