package app.naru.server;

import app.naru.forward.Port;
import app.naru.forward.Protocol;
import java.net.InetAddress;
import java.util.Optional;

/**
 * A socket that waits for others.
 *
 * @param address the address it is bound to; the wildcard for all
 * @param program whose it is; empty where the system does not tell
 */
public record Listener(
        Protocol protocol, InetAddress address, Port port, Optional<Program> program) {

    /** Whether others on the network can reach it without help: bound to more than loopback. */
    public boolean beyondLoopback() {
        return !address.isLoopbackAddress();
    }

    /** Whether it takes what arrives at that address. */
    public boolean takes(InetAddress arriving) {
        return address.isAnyLocalAddress() || address.equals(arriving);
    }
}
