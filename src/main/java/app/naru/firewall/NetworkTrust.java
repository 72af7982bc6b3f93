package app.naru.firewall;

import app.naru.forward.NetworkProfile;

/** Has Windows take a network for a private one, and for a public one again. */
public final class NetworkTrust {

    private final NetworkList networks;

    public NetworkTrust(NetworkList networks) {
        this.networks = networks;
    }

    /** Makes the network private, unless it is. */
    public ElevatedTask trusting(NetworkId network) {
        return new NetworkCategoryTask(networks, network, NetworkProfile.PRIVATE);
    }

    /** Makes the network public again, unless it is. */
    public ElevatedTask distrusting(NetworkId network) {
        return new NetworkCategoryTask(networks, network, NetworkProfile.PUBLIC);
    }
}
