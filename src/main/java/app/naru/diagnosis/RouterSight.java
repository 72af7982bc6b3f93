package app.naru.diagnosis;

import app.naru.router.ExternalAddress;
import app.naru.router.MappedPort;
import app.naru.router.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * What the routers say.
 *
 * @param address the address of the one that answers; empty where none does
 * @param own this PC's address towards it
 * @param external its address on the far side; empty where it does not tell
 * @param refusal why it does not do as asked; empty where it would
 * @param atPort what its list has for the public port; empty for nothing, or where it has no list
 * @param listed whether it has told its list
 * @param kept whether Naru has a mapping there that stands
 * @param permanent whether it keeps mappings until they are deleted
 */
public record RouterSight(
        Optional<String> address,
        String own,
        Optional<ExternalAddress> external,
        Optional<Refusal> refusal,
        Optional<MappedPort> atPort,
        boolean listed,
        boolean kept,
        boolean permanent) {

    /** Returns what is seen where nothing answers. */
    static RouterSight silence() {
        return new RouterSight(
                Optional.empty(),
                "",
                Optional.empty(),
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

    /** Returns the addresses that are known to be of one router. */
    List<String> known() {
        return address.stream().toList();
    }
}
