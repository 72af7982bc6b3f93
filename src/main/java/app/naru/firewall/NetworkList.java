package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import java.io.IOException;
import java.util.Optional;

/** What kind of network Windows takes each one for. */
public interface NetworkList {

    /**
     * Returns the network's kind; empty while this PC is not on it.
     *
     * @throws IOException if Windows does not tell
     */
    Optional<NetworkProfile> category(NetworkId network) throws IOException;

    /**
     * Has Windows take the network for another kind, with the rights that Naru has.
     *
     * @param wanted private or public
     * @throws IOException if Windows does not do it, as without an administrator's rights
     */
    void category(NetworkId network, NetworkProfile wanted) throws IOException;
}
