package app.naru.firewall;

import app.naru.forward.Port;
import app.naru.forward.Protocol;
import java.util.List;
import java.util.Optional;

/** The ports that Windows keeps from programs, by protocol. */
public record ExcludedPorts(List<ExcludedRange> tcp, List<ExcludedRange> udp) {

    public ExcludedPorts {
        tcp = List.copyOf(tcp);
        udp = List.copyOf(udp);
    }

    /** Returns the ranges of that protocol. */
    public List<ExcludedRange> of(Protocol protocol) {
        return protocol == Protocol.TCP ? tcp : udp;
    }

    /**
     * Returns the range that has the port. Some are HTTP.sys's own and can be bound all the same:
     * only for a port that could not be bound it is the reason.
     */
    public Optional<ExcludedRange> around(Protocol protocol, Port port) {
        return of(protocol).stream().filter(range -> range.contains(port.number())).findFirst();
    }
}
