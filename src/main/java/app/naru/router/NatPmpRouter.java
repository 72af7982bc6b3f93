package app.naru.router;

import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.router.UdpExchange.Reply;
import java.time.Duration;
import java.util.Optional;

/** A router that speaks NAT-PMP (RFC 6886). */
final class NatPmpRouter extends DatagramRouter {

    NatPmpRouter(RouterAt at) {
        super(at);
    }

    @Override
    public Answer<ExternalAddress> externalAddress() {
        return externalAddress(LIMIT);
    }

    Answer<ExternalAddress> externalAddress(Duration limit) {
        Optional<Reply<NatPmpMessage.AddressReply>> reply = askAddress(limit);
        if (reply.isEmpty()) {
            return noAnswer();
        }
        int result = reply.get().value().result();
        return result == 0
                ? Answer.got(reply.get().value().address())
                : Answer.refused(Refusal.of(ResultCodes.natPmp(result), at(), result));
    }

    private Optional<Reply<NatPmpMessage.AddressReply>> askAddress(Duration limit) {
        return UdpExchange.ask(
                at().socketAddress(),
                own -> NatPmpMessage.askAddress(),
                NatPmpMessage::readAddress,
                limit);
    }

    @Override
    public Answer<Mapping> mapAnyway(MappingRequest request) {
        return ask(
                        request.protocol(),
                        request.internalPort(),
                        request.wantedExternalPort().number(),
                        request.leaseSeconds())
                .then(reply ->
                        mapping(
                                request,
                                new Granted(
                                        reply.own(),
                                        reply.value().externalPort(),
                                        Optional.empty(),
                                        reply.value().lifetimeSeconds(),
                                        "")));
    }

    @Override
    public Answer<Mapping> renew(Mapping mapping, Duration lease) {
        return mapAnyway(mapping.request(lease));
    }

    /** RFC 6886 section 3.4. */
    @Override
    public Answer<Mapping> unmap(Mapping mapping) {
        return ask(mapping.protocol(), mapping.internalPort(), 0, 0)
                .then(reply -> Answer.got(mapping));
    }

    private Answer<Reply<NatPmpMessage.MapReply>> ask(
            Protocol protocol, Port internalPort, int externalPort, int seconds) {
        int port = internalPort.number();
        Optional<Reply<NatPmpMessage.MapReply>> reply =
                UdpExchange.ask(
                        at().socketAddress(),
                        own -> NatPmpMessage.map(protocol, port, externalPort, seconds),
                        datagram ->
                                NatPmpMessage.readMap(datagram, protocol)
                                        .filter(each ->
                                                each.result() != 0 || each.internalPort() == port),
                        LIMIT);
        if (reply.isEmpty()) {
            return noAnswer();
        }
        int result = reply.get().value().result();
        return result == 0
                ? Answer.got(reply.get())
                : Answer.refused(Refusal.of(ResultCodes.natPmp(result), at(), result));
    }

    /** Any answer carries the epoch, an error too. */
    @Override
    public Answer<Pulse> pulse(Mapping mapping) {
        return askAddress(LIMIT)
                .map(reply -> Answer.<Pulse>got(new Pulse.Epoch(reply.value().epoch())))
                .orElseGet(this::noAnswer);
    }
}
