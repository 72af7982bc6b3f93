package app.naru.internet;

import app.naru.forward.Cidr;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What belongs to this home, to tell visitors from elsewhere by.
 *
 * @param own all addresses of this PC
 * @param networks the networks that it is on
 * @param gateways the routers on them
 * @param outer the addresses by which the Internet knows this home
 */
public record Home(
        Set<InetAddress> own,
        List<Cidr> networks,
        Set<InetAddress> gateways,
        Set<InetAddress> outer) {

    public Home {
        own = Set.copyOf(own);
        networks = List.copyOf(networks);
        gateways = Set.copyOf(gateways);
        outer = Set.copyOf(outer);
    }

    /** Returns it, taking each address once. */
    public static Home of(
            Collection<? extends InetAddress> own,
            Collection<Cidr> networks,
            Collection<? extends InetAddress> gateways,
            Collection<? extends InetAddress> outer) {
        return new Home(
                Set.copyOf(own), List.copyOf(networks), Set.copyOf(gateways), Set.copyOf(outer));
    }
}
