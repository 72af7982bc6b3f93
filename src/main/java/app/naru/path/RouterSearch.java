package app.naru.path;

import app.naru.internet.OutsideView;
import app.naru.internet.PublicAddresses;
import app.naru.internet.RouterWord;
import app.naru.internet.WayIn;
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
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the router from where this PC is. What it says of its address is compared with what the
 * Internet sees before a port is mapped; the Internet is asked only then.
 */
public final class RouterSearch implements RouterFinder {

    private static final Logger LOG = LoggerFactory.getLogger(RouterSearch.class);

    private final NetworkReader network;
    private final OutsideView outside;
    private final Discovery discovery = new Discovery();

    public RouterSearch(NetworkReader network, OutsideView outside) {
        this.network = network;
        this.outside = outside;
    }

    /**
     * Returns the routers that answer.
     *
     * @throws IOException if this PC's network can't be read
     * @throws InterruptedException if it is cancelled
     */
    public Found find(Discovery.Patience patience, SearchProgress progress)
            throws IOException, InterruptedException {
        Network now = network.read();
        return discovery
                .find(vantage(now), patience, progress)
                .judgedBy(routers -> insteadOf(routers, now));
    }

    /** A network that can't be read has no router that could be asked. */
    @Override
    public Found find(SearchProgress progress) throws InterruptedException {
        try {
            return find(Discovery.Patience.FIRST, progress);
        } catch (IOException e) {
            LOG.warn("The network can't be read, so no router is looked for", e);
            return new Found(List.of());
        }
    }

    private Optional<InetAddress> insteadOf(InetAddress routers, Network now) {
        WayIn way = WayIn.of(new RouterWord.Has(routers), seen(), now.addresses().toList());
        return way.kind() == WayIn.Kind.OTHER_ADDRESS ? way.seen() : Optional.empty();
    }

    private PublicAddresses seen() {
        try {
            return outside.ask(answer -> {}).addresses();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return PublicAddresses.NONE;
        }
    }

    private static Vantage vantage(Network network) {
        return new Vantage(
                network.addresses().filter(address -> !address.isLoopbackAddress()).toList(),
                network.gateways().stream().<InetAddress>map(Gateway::address).toList());
    }
}
