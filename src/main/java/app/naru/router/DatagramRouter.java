package app.naru.router;

import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.router.Refusal.Kind;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A router that is asked by datagrams and grants a mapping with its port and its lease. */
abstract sealed class DatagramRouter implements Router permits PcpRouter, NatPmpRouter {

    static final Duration LIMIT = Duration.ofSeconds(4);

    private final RouterAt at;

    DatagramRouter(RouterAt at) {
        this.at = at;
    }

    /**
     * What it grants, 0 where it names none.
     *
     * @param own this PC's address towards it
     * @param nonce by which it knows the mapping's owner; empty where it asks for none
     */
    record Granted(
            InetAddress own,
            int externalPort,
            Optional<InetAddress> externalAddress,
            long lifetimeSeconds,
            String nonce) {}

    @Override
    public final RouterAt at() {
        return at;
    }

    /** Returns the mapping; refused where what it grants is none. */
    final Answer<Mapping> mapping(MappingRequest request, Granted granted) {
        if (granted.externalPort() == 0 || granted.lifetimeSeconds() == 0) {
            return Answer.refused(Refusal.of(Kind.NONSENSE, at));
        }
        return Answer.got(
                new Mapping(
                        RouterAt.datagrams(at.protocol(), at.socketAddress(), granted.own()),
                        request.protocol(),
                        request.internalPort(),
                        new Port(granted.externalPort()),
                        granted.externalAddress().map(Address::text),
                        Mapping.seconds(granted.lifetimeSeconds()),
                        Instant.now(),
                        request.name(),
                        granted.nonce()));
    }

    final <T> Answer<T> noAnswer() {
        return Answer.refused(Refusal.of(Kind.NO_ANSWER, at));
    }

    /** Neither protocol has a list. */
    @Override
    public final Answer<List<MappedPort>> list() {
        return Answer.refused(Refusal.of(Kind.NOT_OFFERED, at));
    }
}
