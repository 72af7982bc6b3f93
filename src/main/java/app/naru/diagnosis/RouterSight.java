package app.naru.diagnosis;

import app.naru.internet.WayIn;
import app.naru.router.MappedPort;
import app.naru.router.Refusal;
import java.util.Optional;

/**
 * What the routers say.
 *
 * @param address the address of the one that answers; empty where none does
 * @param own this PC's address towards it
 * @param wayIn what its address on the far side tells, beside the one that the Internet sees
 * @param refusal why it does not do as asked; empty where it would
 * @param atPort what its list has for the public port; empty for nothing, or where it has no list
 * @param listed whether it has told its list
 * @param kept whether Naru has a mapping there that stands
 * @param permanent whether it keeps mappings until they are deleted
 */
public record RouterSight(
        Optional<String> address,
        String own,
        Optional<WayIn> wayIn,
        Optional<Refusal> refusal,
        Optional<MappedPort> atPort,
        boolean listed,
        boolean kept,
        boolean permanent) {

    /** Returns what is seen where nothing answers. */
    static RouterSight silence(Optional<WayIn> wayIn) {
        return new RouterSight(
                Optional.empty(),
                "",
                wayIn,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false);
    }

    /** Returns the port's entry where it leads to this PC. */
    Optional<MappedPort> toHere() {
        return atPort.filter(entry -> entry.internalClient().equals(own));
    }
}
