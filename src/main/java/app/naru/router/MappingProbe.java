package app.naru.router;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/** Asks a gateway whether it speaks PCP or NAT-PMP, by questions that change nothing. */
final class MappingProbe {

    private static final int NOT_AUTHORIZED = 2;

    private final InetSocketAddress gateway;
    private final Duration limit;

    MappingProbe(InetSocketAddress gateway, Duration limit) {
        this.gateway = gateway;
        this.limit = limit;
    }

    /** Returns the router; empty where it does not speak PCP. */
    Optional<Discovery.Sighting> pcp() {
        return UdpExchange.ask(gateway, PcpMessage::announce, PcpMessage::readAnnounce, limit)
                .filter(reply -> reply.value().version() == PcpMessage.VERSION)
                .filter(reply -> reply.value().result() != PcpMessage.UNSUPP_VERSION)
                .map(reply ->
                        sighting(
                                RouterAt.datagrams(RouterProtocol.PCP, gateway, reply.own()),
                                reply.value().result()));
    }

    /** Returns the router; empty where it does not speak NAT-PMP. */
    Optional<Discovery.Sighting> natPmp() {
        return UdpExchange.ask(
                        gateway,
                        own -> NatPmpMessage.askAddress(),
                        NatPmpMessage::readAddress,
                        limit)
                .filter(reply -> reply.value().result() != NatPmpMessage.UNSUPPORTED_VERSION)
                .map(reply ->
                        sighting(
                                RouterAt.datagrams(RouterProtocol.NAT_PMP, gateway, reply.own()),
                                reply.value().result()));
    }

    private static Discovery.Sighting sighting(RouterAt at, int result) {
        return new Discovery.Sighting(at.open(), result != NOT_AUTHORIZED);
    }
}
