package app.naru.path;

import app.naru.router.Discovery;
import app.naru.router.Found;
import app.naru.router.RouterFinder;
import app.naru.router.SearchProgress;
import app.naru.router.Vantage;
import app.naru.survey.Gateway;
import app.naru.survey.Network;
import app.naru.survey.NetworkReader;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for the router from where this PC is. */
public final class RouterSearch implements RouterFinder {

    private static final Logger LOG = LoggerFactory.getLogger(RouterSearch.class);

    private final NetworkReader network;
    private final Discovery discovery = new Discovery();

    public RouterSearch(NetworkReader network) {
        this.network = network;
    }

    /**
     * Returns the routers that answer.
     *
     * @throws IOException if this PC's network can't be read
     * @throws InterruptedException if it is cancelled
     */
    public Found find(Discovery.Patience patience, SearchProgress progress)
            throws IOException, InterruptedException {
        return discovery.find(vantage(network.read()), patience, progress);
    }

    /** A network that can't be read has no router that could be asked. */
    @Override
    public Found find() throws InterruptedException {
        try {
            return find(Discovery.Patience.FIRST, SearchProgress.none());
        } catch (IOException e) {
            LOG.warn("The network can't be read, so no router is looked for", e);
            return new Found(List.of());
        }
    }

    private static Vantage vantage(Network network) {
        return new Vantage(
                network.addresses().filter(address -> !address.isLoopbackAddress()).toList(),
                network.gateways().stream().<InetAddress>map(Gateway::address).toList());
    }
}
