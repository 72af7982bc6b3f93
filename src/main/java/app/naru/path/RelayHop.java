package app.naru.path;

import static app.naru.path.HopView.State.OPEN;
import static app.naru.path.HopView.State.PLANNED;
import static app.naru.path.HopView.State.PROBLEM;
import static app.naru.path.HopView.State.UNKNOWN;

import app.naru.forward.Address;
import app.naru.forward.Forward;
import app.naru.forward.Listen;
import app.naru.forward.Sentence;
import app.naru.survey.Fact;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import java.net.InetAddress;
import java.util.List;

/** Naru's own relay, from this PC's addresses to the server. */
final class RelayHop implements Hop {

    @Override
    public HopKind kind() {
        return HopKind.RELAY;
    }

    @Override
    public boolean isOn(Forward forward, Situation situation) {
        return Route.of(forward, situation) instanceof Route.Relayed;
    }

    @Override
    public List<Change> plan(Forward forward, Situation situation) {
        return switch (Route.of(forward, situation)) {
            case Route.Direct direct -> List.of();
            case Route.Relayed relayed when relayed.addresses().isEmpty() -> List.of();
            case Route.Relayed relayed ->
                    List.of(new Change.RunRelay(relayed.relay(forward, situation)));
        };
    }

    @Override
    public List<Sentence> obstacles(Forward forward, Situation situation) {
        if (situation.network() instanceof Fact.Unknown<Network> unknown
                && forward.listen() instanceof Listen.LanAddresses) {
            return List.of(Sentence.of("path.relay.addressesUnknown", unknown.reason()));
        }
        List<InetAddress> addresses = Route.of(forward, situation).addresses();
        if (addresses.isEmpty()) {
            return List.of(Sentence.of("path.relay.noAddress"));
        }
        if (forward.http().isPresent() && Route.isTakenByServer(forward, situation)) {
            return List.of(Sentence.of("path.relay.http.taken", forward.ports()));
        }
        if (forward.listen() instanceof Listen.At(InetAddress address)
                && isForeign(address, situation)) {
            return List.of(Sentence.of("path.relay.foreignAddress", Address.text(address)));
        }
        return List.of();
    }

    private static boolean isForeign(InetAddress address, Situation situation) {
        return !address.isLoopbackAddress()
                && situation
                        .network()
                        .known()
                        .map(network -> network.addresses().noneMatch(address::equals))
                        .orElse(false);
    }

    @Override
    public HopView look(Forward forward, Situation situation, Standing standing) {
        if (situation.network() instanceof Fact.Pending<Network>) {
            return new HopView(kind(), UNKNOWN, Sentence.of("path.looking"));
        }
        List<Sentence> obstacles = obstacles(forward, situation);
        if (!obstacles.isEmpty()) {
            return new HopView(kind(), PROBLEM, obstacles.getFirst());
        }
        String where = Address.text(Route.of(forward, situation).addresses().getFirst());
        if (forward.http().isPresent()) {
            return http(forward, standing, where);
        }
        return standing.has(kind())
                ? new HopView(kind(), OPEN, Sentence.of("path.relay.runs", where, forward.ports()))
                : new HopView(
                        kind(), PLANNED, Sentence.of("path.relay.planned", where, forward.ports()));
    }

    private HopView http(Forward forward, Standing standing, String where) {
        return standing.has(kind())
                ? new HopView(
                        kind(), OPEN, Sentence.of("path.relay.http.runs", where, forward.ports()))
                : new HopView(
                        kind(),
                        PLANNED,
                        Sentence.of("path.relay.http.planned", where, forward.ports()));
    }
}
