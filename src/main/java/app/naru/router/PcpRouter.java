package app.naru.router;

import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.router.Refusal.Kind;
import app.naru.router.UdpExchange.Reply;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A router that speaks PCP (RFC 6887). */
final class PcpRouter implements Router {

    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final Duration ADDRESS_LIMIT = Duration.ofMillis(700);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RouterAt at;

    PcpRouter(RouterAt at) {
        this.at = at;
    }

    @Override
    public RouterAt at() {
        return at;
    }

    /**
     * PCP has no question for the address. Routers that speak PCP on this port mostly speak NAT-PMP
     * there too, which has; where not, the address comes with the mapping.
     */
    @Override
    public Answer<ExternalAddress> externalAddress() {
        NatPmpRouter beside = new NatPmpRouter(at.by(RouterProtocol.NAT_PMP));
        Answer<ExternalAddress> answer = beside.externalAddress(ADDRESS_LIMIT);
        return answer.refusal().filter(why -> !why.noWayIn()).isPresent()
                ? Answer.refused(Refusal.of(Kind.NOT_OFFERED, at))
                : answer;
    }

    @Override
    public Answer<Mapping> mapAnyway(MappingRequest request) {
        byte[] nonce = new byte[PcpMessage.NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return map(request, HexFormat.of().formatHex(nonce));
    }

    @Override
    public Answer<Mapping> renew(Mapping mapping, Duration lease) {
        return map(mapping.request(lease), mapping.nonce());
    }

    private Answer<Mapping> map(MappingRequest request, String nonce) {
        return ask(
                        request.protocol(),
                        request.internalPort(),
                        request.wantedExternalPort().number(),
                        request.leaseSeconds(),
                        nonce)
                .then(reply -> made(request, nonce, reply));
    }

    private Answer<Mapping> made(
            MappingRequest request, String nonce, Reply<PcpMessage.Reply> reply) {
        Optional<PcpMessage.Mapped> mapped = reply.value().mapping();
        if (mapped.isEmpty()
                || mapped.get().externalPort() == 0
                || reply.value().lifetimeSeconds() == 0) {
            return Answer.refused(Refusal.of(Kind.NONSENSE, at));
        }
        return Answer.got(
                new Mapping(
                        RouterAt.datagrams(at.protocol(), at.socketAddress(), reply.own()),
                        request.protocol(),
                        request.internalPort(),
                        new Port(mapped.get().externalPort()),
                        mapped.get().externalAddress().map(Address::text),
                        Mapping.seconds(reply.value().lifetimeSeconds()),
                        Instant.now(),
                        request.name(),
                        nonce));
    }

    /** RFC 6887 section 15: the lifetime 0 deletes; only the nonce that made it may. */
    @Override
    public Answer<Mapping> unmap(Mapping mapping) {
        return ask(mapping.protocol(), mapping.internalPort(), 0, 0, mapping.nonce())
                .then(reply -> Answer.got(mapping));
    }

    private Answer<Reply<PcpMessage.Reply>> ask(
            Protocol protocol, Port internalPort, int externalPort, int seconds, String nonce) {
        int port = internalPort.number();
        Optional<Reply<PcpMessage.Reply>> reply =
                UdpExchange.ask(
                        at.socketAddress(),
                        own -> PcpMessage.map(own, nonce, protocol, port, externalPort, seconds),
                        datagram ->
                                PcpMessage.readMap(datagram)
                                        .filter(each ->
                                                each.mapping()
                                                        .map(mapped ->
                                                                mapped.answers(
                                                                        nonce, protocol, port))
                                                        .orElse(true)),
                        LIMIT);
        return reply.map(this::judged).orElseGet(() -> noAnswer());
    }

    private Answer<Reply<PcpMessage.Reply>> judged(Reply<PcpMessage.Reply> reply) {
        int result = reply.value().result();
        return result == 0
                ? Answer.got(reply)
                : Answer.refused(Refusal.of(ResultCodes.pcp(result), at, result));
    }

    private <T> Answer<T> noAnswer() {
        return Answer.refused(Refusal.of(Kind.NO_ANSWER, at));
    }

    @Override
    public Answer<List<MappedPort>> list() {
        return Answer.refused(Refusal.of(Kind.NOT_OFFERED, at));
    }

    /** Any answer carries the epoch, a refusal of the opcode too. */
    @Override
    public Answer<Pulse> pulse(Mapping mapping) {
        return UdpExchange.ask(
                        at.socketAddress(), PcpMessage::announce, PcpMessage::readAnnounce, LIMIT)
                .filter(reply -> reply.value().version() == PcpMessage.VERSION)
                .map(reply -> Answer.<Pulse>got(new Pulse.Epoch(reply.value().epoch())))
                .orElseGet(this::noAnswer);
    }
}
