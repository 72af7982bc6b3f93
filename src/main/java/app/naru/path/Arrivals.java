package app.naru.path;

import app.naru.internet.Home;
import app.naru.internet.Origin;
import app.naru.internet.PublicAddresses;
import app.naru.relay.Visit;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Who has come to a relay, as it saw them, and from where that is. */
final class Arrivals {

    private final Supplier<Stream<Visit>> visits;
    private final Supplier<Situation> situation;
    private final Supplier<List<HopKind>> hops;
    private final List<InetAddress> outer;
    private final Set<InetSocketAddress> phones = ConcurrentHashMap.newKeySet();

    /**
     * @param visits those that the relay saw, in any order
     * @param hops what a visitor crosses, from the outside inwards
     * @param outer at which addresses visitors from the Internet find it, besides those that the
     *     Internet was seen to know this home by
     */
    Arrivals(
            Supplier<Stream<Visit>> visits,
            Supplier<Situation> situation,
            Supplier<List<HopKind>> hops,
            List<InetAddress> outer) {
        this.visits = visits;
        this.situation = situation;
        this.hops = hops;
        this.outer = List.copyOf(outer);
    }

    /** Remembers that this one came by the phone's link. */
    void byPhone(InetSocketAddress client) {
        phones.add(client);
    }

    /** Returns the number of the last visit so far; 0 where there was none. */
    long last() {
        return visits.get().mapToLong(Visit::id).max().orElse(0);
    }

    /** Returns who has come since that visit, this PC itself aside; the first is first. */
    List<Arrival> since(long visit) {
        Home home = home(situation.get());
        List<HopKind> crossed = hops.get();
        return visits.get()
                .filter(each -> each.id() > visit)
                .sorted(Comparator.comparingLong(Visit::id))
                .map(each -> arrival(each, home, crossed))
                .filter(arrival -> arrival.origin() != Origin.THIS_PC)
                .toList();
    }

    private Arrival arrival(Visit visit, Home home, List<HopKind> crossed) {
        InetAddress from = visit.client().getAddress();
        boolean refused =
                visit.end().filter(end -> end.reason() == Visit.Reason.NOT_REACHED).isPresent();
        return new Arrival(
                from, Origin.of(from, home), phones.contains(visit.client()), refused, crossed);
    }

    private Home home(Situation now) {
        Optional<Network> network = now.network().known();
        return Home.of(
                network.stream().flatMap(Network::addresses).distinct().toList(),
                network.map(Network::interfaces).orElse(List.of()).stream()
                        .filter(NetInterface::reachesDevices)
                        .flatMap(each -> each.addresses().stream())
                        .map(NetInterface.Assigned::subnet)
                        .distinct()
                        .toList(),
                network.map(Network::gateways).orElse(List.of()).stream()
                        .map(Gateway::address)
                        .distinct()
                        .toList(),
                Stream.concat(
                                outer.stream(),
                                now.outside().known().stream().flatMap(PublicAddresses::all))
                        .distinct()
                        .toList());
    }
}
