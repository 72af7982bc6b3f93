package app.naru.path;

import app.naru.relay.Relay;
import app.naru.relay.Visit;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who comes to an open forward from a moment on. */
public final class Visitors {

    private final Arrivals arrivals;
    private final long before;

    private Visitors(Arrivals arrivals) {
        this.arrivals = arrivals;
        this.before = arrivals.last();
    }

    /**
     * Watches from now on.
     *
     * @param outer by which addresses the Internet knows this home, besides those that were seen
     * @return empty where the forward is not open or has no relay that could tell
     */
    public static Optional<Visitors> of(
            Forwards forwards, String forwardId, List<InetAddress> outer) {
        return forwards.relay(forwardId)
                .map(relay ->
                        new Visitors(
                                new Arrivals(
                                        () -> visits(relay),
                                        forwards::situation,
                                        List::of,
                                        outer)));
    }

    private static Stream<Visit> visits(Relay relay) {
        return Stream.concat(relay.visits().stream(), relay.recent().stream());
    }

    /** Returns who has come since, this PC itself aside; the first is first. */
    public List<Arrival> all() {
        return arrivals.since(before);
    }
}
