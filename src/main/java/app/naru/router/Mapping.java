package app.naru.router;

import app.naru.forward.InvalidInput;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A port that a router sends to this PC. Whole in text, so that a later process can take back what
 * a crash has left.
 *
 * @param externalPort the port on the router's far side; not always the wanted one
 * @param externalAddress as the router says with the mapping; empty where it does not
 * @param leaseSeconds what the router has granted; 0 where it keeps it until it is deleted
 * @param since when it was made or last renewed
 * @param nonce the secret by which PCP knows its owner (RFC 6887 section 11.2), in hexadecimal;
 *     empty for the others
 */
public record Mapping(
        RouterAt router,
        Protocol protocol,
        Port internalPort,
        Port externalPort,
        Optional<String> externalAddress,
        int leaseSeconds,
        Instant since,
        String name,
        String nonce) {

    /**
     * @throws InvalidInput if the nonce or the lease can't be, as in a file that was tampered with
     */
    public Mapping {
        if (leaseSeconds < 0 || !nonce.matches("([0-9a-f]{24})?")) {
            throw new InvalidInput("router", nonce);
        }
    }

    /** Returns an entry of that router's list, to take it back. */
    public static Mapping listed(RouterAt router, MappedPort entry) {
        return new Mapping(
                router,
                entry.protocol(),
                new Port(entry.internalPort()),
                new Port(entry.externalPort()),
                Optional.empty(),
                0,
                Instant.EPOCH,
                entry.description(),
                "");
    }

    /** Returns a lease as it is kept: what is longer than 68 years ends there. */
    static int seconds(long lease) {
        return (int) Math.min(lease, Integer.MAX_VALUE);
    }

    /** Returns the request that would make it again. */
    MappingRequest request(Duration lease) {
        return new MappingRequest(protocol, internalPort, externalPort, lease, name, false);
    }

    /** Returns the same with another moment at which it was made. */
    Mapping madeAt(Instant moment) {
        return new Mapping(
                router,
                protocol,
                internalPort,
                externalPort,
                externalAddress,
                leaseSeconds,
                moment,
                name,
                nonce);
    }

    /** Whether the router keeps it until it is deleted. */
    public boolean permanent() {
        return leaseSeconds == 0;
    }

    /** Whether the router still has it then, if nobody takes it back before. */
    public boolean standsAt(Instant moment) {
        return permanent() || since.plusSeconds(leaseSeconds).isAfter(moment);
    }

    /** Returns when half of the lease is over; a permanent one counts as of an hour. */
    public Instant renewAt() {
        Duration lease = permanent() ? MappingRequest.LEASE : Duration.ofSeconds(leaseSeconds);
        return since.plus(lease.dividedBy(2));
    }

    /** Whether the same port of this PC is meant. */
    public boolean sameInside(Protocol otherProtocol, Port otherPort) {
        return protocol == otherProtocol && internalPort.equals(otherPort);
    }
}
