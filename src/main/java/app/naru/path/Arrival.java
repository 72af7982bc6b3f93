package app.naru.path;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.internet.Origin;
import java.net.InetAddress;
import java.util.List;

/**
 * Someone who came to the port while a check from outside was under way.
 *
 * @param byPhone whether it was the request of the phone's link
 * @param refused whether the server did not take the connection
 * @param hops what was crossed, from the outside inwards
 */
public record Arrival(
        InetAddress visitor, Origin origin, boolean byPhone, boolean refused, List<HopKind> hops) {

    public Arrival {
        hops = List.copyOf(hops);
    }

    /** Whether it shows that visitors from the Internet get as far as the server. */
    public boolean proves() {
        return origin == Origin.OUTSIDE && !refused;
    }

    /** Returns what it means. */
    public Sentence sentence() {
        String key =
                refused && origin.throughRouter()
                        ? "check.arrived.refused"
                        : "check.arrived." + origin;
        return Sentence.of(key, Address.text(visitor), way());
    }

    private Sentence way() {
        return hops.stream()
                .map(hop -> Sentence.of("path.hop." + hop))
                .reduce((before, next) -> Sentence.of("check.then", before, next))
                .orElse(Sentence.of("path.hop.RELAY"));
    }
}
