package app.naru.path;

import app.naru.forward.Address;
import app.naru.forward.Forward;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.survey.Situation;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to hand to people.
 *
 * @param text what they type: a web address, or {@code address:port}
 * @param uri the web address, where a browser can open it
 */
public record Link(InetAddress address, String text, Optional<URI> uri) {

    /** Ports whose servers no browser can talk to (IANA's registry, and Minecraft's). */
    private static final Set<Integer> NOT_WEB =
            Set.of(
                    21, 22, 23, 25, 53, 110, 139, 143, 445, 1433, 1521, 3306, 3389, 5432, 5900,
                    6379, 25565, 27017);

    private static final Set<Integer> TLS = Set.of(443, 8443);

    /**
     * Returns the links for this network, the likeliest first; for a range of ports, to its first.
     */
    public static List<Link> onThisNetwork(Forward forward, Situation situation) {
        return Route.of(forward, situation).addresses().stream()
                .map(address -> to(address, forward))
                .toList();
    }

    /** Returns the links for the Internet, where the external address is known. */
    public static List<Link> onTheInternet(Forward forward, Situation situation) {
        List<Link> links = new ArrayList<>();
        situation.publicAddress().known().ifPresent(address -> links.add(to(address, forward)));
        return links;
    }

    private static Link to(InetAddress address, Forward forward) {
        Port port = forward.ports().first();
        String place = Address.withPort(address, port);
        int server = forward.target().port().number();
        if (forward.protocol() == Protocol.UDP || NOT_WEB.contains(server)) {
            return new Link(address, place, Optional.empty());
        }
        URI uri = URI.create((TLS.contains(server) ? "https://" : "http://") + place + "/");
        return new Link(address, uri.toString(), Optional.of(uri));
    }
}
