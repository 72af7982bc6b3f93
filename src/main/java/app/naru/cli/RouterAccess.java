package app.naru.cli;

import app.naru.router.Discovery;
import app.naru.router.Found;
import app.naru.router.SearchProgress;
import app.naru.router.Vantage;
import app.naru.survey.Gateway;
import app.naru.survey.Network;
import app.naru.survey.NetworkReader;
import java.io.IOException;
import java.net.InetAddress;

/** How commands reach the router. */
public record RouterAccess(Search search, KeptMappings kept) {

    /** Looks for the router. */
    @FunctionalInterface
    public interface Search {

        /**
         * @throws IOException if this PC's network can't be read
         * @throws InterruptedException if it is cancelled
         */
        Found find(Discovery.Patience patience) throws IOException, InterruptedException;
    }

    /** Returns a search from where this PC is. */
    public static Search from(NetworkReader network) {
        return patience ->
                new Discovery().find(vantage(network.read()), patience, SearchProgress.none());
    }

    private static Vantage vantage(Network network) {
        return new Vantage(
                network.addresses().filter(address -> !address.isLoopbackAddress()).toList(),
                network.gateways().stream().<InetAddress>map(Gateway::address).toList());
    }
}
