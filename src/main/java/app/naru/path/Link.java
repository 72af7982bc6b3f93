package app.naru.path;

import app.naru.forward.Address;
import app.naru.forward.AddressKind;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.internet.WayIn;
import app.naru.survey.Situation;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to hand to people.
 *
 * @param reach from where it can be followed
 * @param text what they type: a web address, or {@code address:port}
 * @param uri the web address, where a browser can open it
 */
public record Link(Reach reach, InetAddress address, String text, Optional<URI> uri) {

    /** From where it can be followed. */
    public enum Reach {
        INTERNET,
        NETWORK
    }

    /** Ports whose servers no browser can talk to (IANA's registry, and Minecraft's). */
    private static final Set<Integer> NOT_WEB =
            Set.of(
                    21, 22, 23, 25, 53, 110, 139, 143, 445, 1433, 1521, 3306, 3389, 5432, 5900,
                    6379, 25565, 27017);

    private static final Set<Integer> TLS = Set.of(443, 8443);

    /** Returns the port that it leads to. */
    public Port port() {
        return new Port(uri.orElseGet(() -> URI.create("tcp://" + text)).getPort());
    }

    /**
     * Returns the links for this network, the likeliest first; for a range of ports, to its first.
     */
    public static List<Link> onThisNetwork(Forward forward, Situation situation) {
        return Route.of(forward, situation).addresses().stream()
                .map(address -> to(Reach.NETWORK, address, forward.ports().first(), forward))
                .toList();
    }

    /**
     * Returns the links to hand out: for the Internet first, where its people may come and do
     * arrive; then for this network.
     */
    static List<Link> of(Forward forward, Situation situation, Standing standing) {
        return Stream.concat(
                        onTheInternet(forward, situation, standing).stream(),
                        onThisNetwork(forward, situation).stream())
                .toList();
    }

    /**
     * At the router that has the mapping, whatever else the Internet sees of this PC; by the port
     * that it gave, which is not always the wanted one. While it is closed, as it would be then.
     */
    private static Optional<Link> onTheInternet(
            Forward forward, Situation situation, Standing standing) {
        if (!(forward.audience() instanceof Audience.Internet)) {
            return Optional.empty();
        }
        Port inside = forward.ports().first();
        if (InternetHop.isDirect(situation)) {
            return situation
                    .publicAddress()
                    .known()
                    .map(address -> to(Reach.INTERNET, address, inside, forward));
        }
        if (standing.inPlace().isEmpty() && !standing.open()) {
            return situation
                    .publicAddress()
                    .known()
                    .filter(address ->
                            InternetHop.wayIn(situation, standing).filter(WayIn::blocked).isEmpty())
                    .map(address -> to(Reach.INTERNET, address, inside, forward));
        }
        Optional<RouterStanding> router = standing.router().filter(each -> !each.noWayIn());
        if (router.isEmpty()) {
            return Optional.empty();
        }
        Port outside = router.get().externalPort(inside).orElse(inside);
        return router.get()
                .address()
                .filter(address -> AddressKind.of(Optional.of(address)) == AddressKind.PUBLIC)
                .or(() -> situation.publicAddress().known())
                .map(address -> to(Reach.INTERNET, address, outside, forward));
    }

    /** Whether a browser can talk to the server, as far as its port tells. */
    static boolean isWeb(Forward forward) {
        return forward.protocol() == Protocol.TCP
                && !NOT_WEB.contains(forward.target().port().number());
    }

    private static Link to(Reach reach, InetAddress address, Port port, Forward forward) {
        String place = Address.withPort(address, port);
        int server = forward.target().port().number();
        if (!isWeb(forward)) {
            return new Link(reach, address, place, Optional.empty());
        }
        URI uri = URI.create((TLS.contains(server) ? "https://" : "http://") + place + "/");
        return new Link(reach, address, uri.toString(), Optional.of(uri));
    }
}
