package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import java.io.IOException;
import java.util.Optional;

/** A PC that is on no network. */
public final class NoNetworks implements NetworkList {

    @Override
    public Optional<NetworkProfile> category(NetworkId network) {
        return Optional.empty();
    }

    @Override
    public void category(NetworkId network, NetworkProfile wanted) throws IOException {
        throw new IOException("not on " + network);
    }
}
