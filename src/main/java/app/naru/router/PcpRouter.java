package app.naru.router;

import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.router.Refusal.Kind;
import app.naru.router.UdpExchange.Reply;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** A router that speaks PCP (RFC 6887). */
final class PcpRouter extends DatagramRouter {

    private static final Duration ADDRESS_LIMIT = Duration.ofMillis(700);
    private static final SecureRandom RANDOM = new SecureRandom();

    PcpRouter(RouterAt at) {
        super(at);
    }

    /**
     * PCP has no question for the address. Routers that speak PCP on this port mostly speak NAT-PMP
     * there too, which has; where not, the address comes with the mapping.
     */
    @Override
    public Answer<ExternalAddress> externalAddress() {
        NatPmpRouter beside = new NatPmpRouter(at().by(RouterProtocol.NAT_PMP));
        Answer<ExternalAddress> answer = beside.externalAddress(ADDRESS_LIMIT);
        return answer.refusal().filter(why -> !why.noWayIn()).isPresent()
                ? Answer.refused(Refusal.of(Kind.NOT_OFFERED, at()))
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
        return mapping(
                request,
                new Granted(
                        reply.own(),
                        mapped.map(PcpMessage.Mapped::externalPort).orElse(0),
                        mapped.flatMap(PcpMessage.Mapped::externalAddress),
                        reply.value().lifetimeSeconds(),
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
                        at().socketAddress(),
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
                : Answer.refused(Refusal.of(ResultCodes.pcp(result), at(), result));
    }

    /** Any answer carries the epoch, a refusal of the opcode too. */
    @Override
    public Answer<Pulse> pulse(Mapping mapping) {
        return UdpExchange.ask(
                        at().socketAddress(), PcpMessage::announce, PcpMessage::readAnnounce, LIMIT)
                .filter(reply -> reply.value().version() == PcpMessage.VERSION)
                .map(reply -> Answer.<Pulse>got(new Pulse.Epoch(reply.value().epoch())))
                .orElseGet(this::noAnswer);
    }
}
