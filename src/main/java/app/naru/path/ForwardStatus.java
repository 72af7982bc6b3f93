package app.naru.path;

import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.relay.RelaySnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A forward and how it stands.
 *
 * @param until when it closes by itself; empty for never, or while it is closed
 * @param traffic what went through its relay since it was opened; empty where it has none
 * @param hops from the server outwards
 * @param links the likeliest first
 * @param trouble why it is not as it should be; empty where it is
 * @param farewell who is still served while it closes; empty where nobody is
 */
public record ForwardStatus(
        Forward forward,
        State state,
        Optional<Instant> until,
        Optional<RelaySnapshot> traffic,
        List<HopView> hops,
        List<Link> links,
        Optional<Sentence> trouble,
        Optional<Farewell> farewell) {

    /** One that is not closing. */
    public ForwardStatus(
            Forward forward,
            State state,
            Optional<Instant> until,
            Optional<RelaySnapshot> traffic,
            List<HopView> hops,
            List<Link> links,
            Optional<Sentence> trouble) {
        this(forward, state, until, traffic, hops, links, trouble, Optional.empty());
    }

    /**
     * Returns the link to hand out. One for the Internet's people is not known before it is open,
     * unless this home's address is: the address on this network is no use to them.
     */
    public Optional<Link> link() {
        boolean toCome = state == State.CLOSED && forward.audience() instanceof Audience.Internet;
        return links.stream()
                .findFirst()
                .filter(first -> !toCome || first.reach() == Link.Reach.INTERNET);
    }

    /** Returns the same with its hops as they were seen by a look at the whole way. */
    public ForwardStatus withHops(List<HopView> seen) {
        return new ForwardStatus(forward, state, until, traffic, seen, links, trouble, farewell);
    }

    public enum State {
        CLOSED,
        OPENING,
        OPEN,
        CLOSING
    }
}
