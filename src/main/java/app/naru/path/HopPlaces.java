package app.naru.path;

import app.naru.forward.Address;
import app.naru.forward.Forward;
import app.naru.forward.Target;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the hops of a forward are: addresses and ports, as people type them. */
public final class HopPlaces {

    private HopPlaces() {}

    /** Returns them as far as they are known; a hop whose place is not known is left out. */
    public static Map<HopKind, String> of(ForwardStatus status, Situation situation) {
        return of(status.forward(), status.links(), situation);
    }

    /** Returns the same of a forward that has those links. */
    public static Map<HopKind, String> of(Forward forward, List<Link> links, Situation situation) {
        Map<HopKind, String> places = new EnumMap<>(HopKind.class);
        linkAt(links, Link.Reach.INTERNET)
                .or(() -> situation.publicAddress().known().map(Address::text))
                .ifPresent(place -> places.put(HopKind.INTERNET, place));
        situation
                .network()
                .known()
                .flatMap(Network::lanGateway)
                .ifPresent(gateway -> places.put(HopKind.ROUTER, Address.text(gateway.address())));
        linkAt(links, Link.Reach.NETWORK)
                .ifPresent(place -> places.put(HopKind.LOCAL_NETWORK, place));
        places.put(HopKind.FIREWALL, forward.protocol() + " " + forward.ports());
        places.put(HopKind.RELAY, forward.ports() + " → " + forward.target().port());
        situation.wslAddress().ifPresent(address -> places.put(HopKind.WSL, Address.text(address)));
        places.put(HopKind.SERVER, server(forward.target()));
        return places;
    }

    private static Optional<String> linkAt(List<Link> links, Link.Reach reach) {
        return links.stream()
                .filter(link -> link.reach() == reach)
                .findFirst()
                .map(link -> Address.withPort(link.address(), link.port()));
    }

    private static String server(Target target) {
        return switch (target) {
            case Target.ThisPc here -> "localhost:" + here.port();
            case Target.InWsl inWsl -> "localhost:" + inWsl.port();
            case Target.Device device -> device.toString();
        };
    }
}
