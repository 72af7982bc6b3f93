package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import java.io.IOException;
import java.util.Optional;

/** Tells what kind of network Windows takes one for. */
public interface NetworkCategoryReader {

    /**
     * Returns the network's kind; empty while this PC is not on it.
     *
     * @throws IOException if Windows does not tell
     */
    Optional<NetworkProfile> category(NetworkId network) throws IOException;
}
