package app.naru.router;

import app.naru.forward.Address;
import app.naru.forward.AddressKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A router that opens ports for programs. Every method asks it over the network and returns within
 * seconds, whatever it does.
 */
public sealed interface Router permits PcpRouter, NatPmpRouter, IgdRouter {

    /** Returns where it is. */
    RouterAt at();

    /** Returns its address on the far side. */
    Answer<ExternalAddress> externalAddress();

    /**
     * Maps a port, whatever the external address says. For a router behind another one on which the
     * same port is mapped by hand.
     */
    Answer<Mapping> mapAnyway(MappingRequest request);

    /**
     * Makes the mapping anew, on the same external port. Harmless where it still stands.
     *
     * @param lease 1 second to 24 hours
     */
    Answer<Mapping> renew(Mapping mapping, Duration lease);

    /** Takes a mapping back. Got too where it was gone already. */
    Answer<Mapping> unmap(Mapping mapping);

    /**
     * Returns what the router sends where, at most {@value IgdRouter#MOST_ENTRIES} entries. Only
     * UPnP has such a list.
     */
    Answer<List<MappedPort>> list();

    /** Returns whether the mappings made there still stand. */
    Answer<Pulse> pulse(Mapping mapping);

    /**
     * Maps a port, unless the router's external address shows that nothing would arrive there; in
     * that case nothing is left behind.
     */
    default Answer<Mapping> map(MappingRequest request) {
        Answer<ExternalAddress> outside = externalAddress();
        Optional<Refusal> obstacle =
                outside.refusal()
                        .filter(why -> why.noWayIn() || why.kind() == Refusal.Kind.NO_ANSWER)
                        .or(() -> outside.result().flatMap(this::obstacle));
        if (obstacle.isPresent()) {
            return Answer.refused(obstacle.get());
        }
        return mapAnyway(request).then(this::unlessHidden);
    }

    private Optional<Refusal> obstacle(ExternalAddress address) {
        return address.kind() == AddressKind.PUBLIC
                ? Optional.empty()
                : Optional.of(Refusal.of(address, at()));
    }

    /** PCP tells the external address only with the mapping. */
    private Answer<Mapping> unlessHidden(Mapping mapping) {
        Optional<Refusal> obstacle =
                mapping.externalAddress()
                        .map(Address::parse)
                        .map(ExternalAddress::of)
                        .flatMap(this::obstacle);
        if (obstacle.isEmpty()) {
            return Answer.got(mapping);
        }
        // Should even that fail, PCP's lease ends by itself.
        unmap(mapping);
        return Answer.refused(obstacle.get());
    }
}
