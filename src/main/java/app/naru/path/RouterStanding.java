package app.naru.path;

import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.router.Mapping;
import app.naru.router.Refusal;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What the router does for an open forward.
 *
 * @param mappings one a port; none while it sends nothing here
 * @param address the router's own on its far side, as it says; empty where it does not tell
 * @param refusal why it does not do as asked, or not any more; with neither a mapping nor a
 *     refusal, no router has answered
 */
public record RouterStanding(
        List<Mapping> mappings, Optional<InetAddress> address, Optional<Refusal> refusal) {

    static final RouterStanding SILENT =
            new RouterStanding(List.of(), Optional.empty(), Optional.empty());

    public RouterStanding {
        mappings = List.copyOf(mappings);
    }

    static RouterStanding refused(Refusal why) {
        return new RouterStanding(
                List.of(),
                why.addresses().stream().findFirst().map(Address::parse),
                Optional.of(why));
    }

    /** Whether the router sends its ports here now. */
    public boolean maps() {
        return !mappings.isEmpty() && refusal.isEmpty();
    }

    /** Whether nothing from the Internet arrives at this router, by hand or not. */
    public boolean noWayIn() {
        return refusal.map(Refusal::noWayIn).orElse(false);
    }

    /** Returns the port on the router's far side that leads to that port of this PC. */
    public Optional<Port> externalPort(Port internal) {
        return mappings.stream()
                .filter(mapping -> mapping.internalPort().equals(internal))
                .map(Mapping::externalPort)
                .findFirst();
    }

    /** Returns why it does not send its ports here; empty where it does. */
    public Optional<Sentence> trouble() {
        return maps()
                ? Optional.empty()
                : Optional.of(
                        refusal.map(Refusal::sentence)
                                .orElseGet(() -> Sentence.of("path.router.silent")));
    }

    /** Returns the same with that mapping in the place of the one to the same port. */
    RouterStanding mapped(Mapping now, Optional<InetAddress> farSide) {
        return new RouterStanding(
                mappings.stream()
                        .map(each ->
                                each.sameInside(now.protocol(), now.internalPort()) ? now : each)
                        .toList(),
                farSide.or(() -> address),
                Optional.empty());
    }

    RouterStanding lost(Refusal why) {
        return new RouterStanding(mappings, address, Optional.of(why));
    }
}
