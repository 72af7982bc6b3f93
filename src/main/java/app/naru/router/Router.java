package app.naru.router;

import app.naru.forward.Address;
import app.naru.forward.AddressKind;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A router that opens ports for programs. Every method asks it over the network and returns within
 * seconds, whatever it does.
 */
public sealed interface Router permits DatagramRouter, IgdRouter {

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
     * that case nothing is left behind. What is to be mapped anyway is mapped anyway.
     */
    default Answer<Mapping> map(MappingRequest request, Outlook outlook) {
        if (request.anyway()) {
            return mapAnyway(request);
        }
        Answer<ExternalAddress> outside = externalAddress();
        Optional<Refusal> obstacle =
                outside.refusal()
                        .filter(why -> why.noWayIn() || why.kind() == Refusal.Kind.NO_ANSWER)
                        .or(() -> outside.result().flatMap(told -> obstacle(told, outlook)));
        if (obstacle.isPresent()) {
            return Answer.refused(obstacle.get());
        }
        return mapAnyway(request).then(mapping -> unlessHidden(mapping, outlook));
    }

    /** Maps a port like {@link #map(MappingRequest, Outlook)}; the router's word is believed. */
    default Answer<Mapping> map(MappingRequest request) {
        return map(request, Outlook.none());
    }

    private Optional<Refusal> obstacle(ExternalAddress external, Outlook outlook) {
        if (external.kind() != AddressKind.PUBLIC) {
            return Optional.of(Refusal.of(external, at()));
        }
        InetAddress address = external.address().orElseThrow();
        return outlook.insteadOf(address).map(seen -> Refusal.of(address, seen, at()));
    }

    /** PCP tells the external address only with the mapping. */
    private Answer<Mapping> unlessHidden(Mapping mapping, Outlook outlook) {
        Optional<Refusal> obstacle =
                mapping.externalAddress()
                        .map(Address::parse)
                        .map(ExternalAddress::of)
                        .flatMap(told -> obstacle(told, outlook));
        if (obstacle.isEmpty()) {
            return Answer.got(mapping);
        }
        // Should even that fail, PCP's lease ends by itself.
        unmap(mapping);
        return Answer.refused(obstacle.get());
    }
}
