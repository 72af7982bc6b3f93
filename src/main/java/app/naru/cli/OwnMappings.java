package app.naru.cli;

import app.naru.router.MappedPort;
import app.naru.router.Mapping;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What Naru on this PC has had routers map, in whichever process: a router's list does not name
 * everyone who asked, and some routers have no list.
 */
record OwnMappings(List<Mapping> mappings) {

    /** Whether the entry of a router's list is one of these. */
    boolean has(MappedPort port) {
        return mappings.stream().anyMatch(port::isOf);
    }

    /** Returns those at the router of that address, as it would list them. */
    List<MappedPort> at(String router, Clock clock) {
        return mappings.stream()
                .filter(mapping -> mapping.router().address().equals(router))
                .map(mapping ->
                        new MappedPort(
                                mapping.protocol(),
                                mapping.externalPort().number(),
                                mapping.router().own(),
                                mapping.internalPort().number(),
                                mapping.name(),
                                left(mapping, clock.instant()),
                                true))
                .toList();
    }

    private static long left(Mapping mapping, Instant now) {
        Instant end = mapping.since().plusSeconds(mapping.leaseSeconds());
        return mapping.permanent() ? 0 : Math.max(1, Duration.between(now, end).toSeconds());
    }
}
