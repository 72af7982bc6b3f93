package app.naru.path;

import app.naru.relay.RelaySnapshot;
import java.util.List;
import java.util.Optional;

/**
 * How far a forward is open.
 *
 * @param open whether it is, and not on its way there or back
 * @param inPlace the changes that are in place for it
 * @param traffic what went through its relay; empty where it has none or it does not run
 * @param router what the router does for it; empty where it was not asked
 */
public record Standing(
        boolean open,
        List<Change> inPlace,
        Optional<RelaySnapshot> traffic,
        Optional<RouterStanding> router) {

    public static final Standing CLOSED =
            new Standing(false, List.of(), Optional.empty(), Optional.empty());

    public Standing {
        inPlace = List.copyOf(inPlace);
    }

    /** Whether it was opened for a server that others reach without a relay. */
    public boolean direct() {
        return open && traffic.isEmpty() && !has(HopKind.RELAY);
    }

    /** Whether a change of that hop's is in place. */
    public boolean has(HopKind hop) {
        return inPlace.stream().anyMatch(change -> change.hop() == hop);
    }
}
