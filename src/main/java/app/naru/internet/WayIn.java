package app.naru.internet;

import app.naru.forward.Address;
import app.naru.forward.AddressKind;
import app.naru.forward.Sentence;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Whether visitors from the Internet can get as far as the router, told by comparing the address
 * that the router says it has with the one that the Internet sees. That nothing speaks against it
 * proves nothing yet: only a visit does.
 *
 * @param router the router's address on its far side; empty where it says none
 * @param seen the IPv4 address that the Internet sees; empty where nobody told
 * @param seenIpv6 the same of IPv6
 */
public record WayIn(
        Kind kind,
        Optional<InetAddress> router,
        Optional<InetAddress> seen,
        Optional<InetAddress> seenIpv6) {

    /** What the comparison shows. */
    public enum Kind {
        /** This PC itself has the public address: no router changes it. */
        DIRECT,
        /** The router has the address that the Internet sees. */
        OPEN,
        /** The router has a public address, but nobody on the Internet told what it sees. */
        UNCONFIRMED,
        /** The router does not say its address; the Internet sees one. */
        UNSAID,
        /** The router's address is private: another router stands before it. */
        SECOND_ROUTER,
        /** The router's address is one that a provider shares (100.64.0.0/10). */
        CARRIER_NAT,
        /** The router has no address of its own. */
        NO_ADDRESS,
        /** The router's address is public, but the Internet sees another one. */
        OTHER_ADDRESS,
        /** Neither the router nor anyone on the Internet tells anything. */
        OFFLINE
    }

    /**
     * Compares.
     *
     * @param own all addresses of this PC
     */
    public static WayIn of(
            RouterWord router, PublicAddresses seen, Collection<? extends InetAddress> own) {
        Optional<InetAddress> outer =
                router instanceof RouterWord.Has(InetAddress address)
                        ? Optional.of(address).filter(each -> !each.isAnyLocalAddress())
                        : Optional.empty();
        return new WayIn(kind(router, outer, seen, own), outer, seen.ipv4(), seen.ipv6());
    }

    private static Kind kind(
            RouterWord router,
            Optional<InetAddress> outer,
            PublicAddresses seen,
            Collection<? extends InetAddress> own) {
        Optional<InetAddress> ipv4 = seen.ipv4();
        if (ipv4.filter(own::contains).isPresent()) {
            return Kind.DIRECT;
        }
        if (router instanceof RouterWord.Unsaid) {
            return ipv4.isPresent() ? Kind.UNSAID : Kind.OFFLINE;
        }
        return switch (AddressKind.of(outer)) {
            case PRIVATE -> Kind.SECOND_ROUTER;
            case CARRIER -> Kind.CARRIER_NAT;
            case NONE -> Kind.NO_ADDRESS;
            case PUBLIC -> {
                if (ipv4.isEmpty()) {
                    yield Kind.UNCONFIRMED;
                }
                yield outer.filter(seen::tells).isPresent() ? Kind.OPEN : Kind.OTHER_ADDRESS;
            }
        };
    }

    /** Returns the same where the Internet sees another address than the router's. */
    public WayIn seenInstead(InetAddress other) {
        return new WayIn(Kind.OTHER_ADDRESS, router, Optional.of(other), seenIpv6);
    }

    /** Whether opening a port of this router would be in vain, most likely. */
    public boolean blocked() {
        return switch (kind) {
            case SECOND_ROUTER, CARRIER_NAT, NO_ADDRESS, OTHER_ADDRESS -> true;
            case DIRECT, OPEN, UNCONFIRMED, UNSAID, OFFLINE -> false;
        };
    }

    /** Returns what was found, with the addresses. */
    public Sentence sentence() {
        return Sentence.of("internet.way." + kind, text(router), text(seen));
    }

    /** Returns what can be done about it, the most promising first; none where nothing has to. */
    public List<Sentence> help() {
        Sentence provider = Sentence.of("internet.help.provider");
        Sentence bridge = Sentence.of("internet.help.bridge");
        List<Sentence> help = new ArrayList<>();
        switch (kind) {
            case SECOND_ROUTER -> {
                help.add(bridge);
                help.add(Sentence.of("internet.help.both", text(router)));
            }
            case CARRIER_NAT -> help.add(provider);
            case NO_ADDRESS -> {
                help.add(Sentence.of("internet.help.status"));
                help.add(bridge);
                help.add(provider);
            }
            case OTHER_ADDRESS -> {
                help.add(Sentence.of("internet.help.vpn"));
                help.add(bridge);
                help.add(provider);
            }
            case OFFLINE -> help.add(Sentence.of("internet.help.connection"));
            case DIRECT, OPEN, UNCONFIRMED, UNSAID -> {
                // Nothing speaks against it.
            }
        }
        if (blocked()) {
            help.add(
                    seenIpv6.isPresent()
                            ? Sentence.of("internet.help.ipv6.here", text(seenIpv6))
                            : Sentence.of("internet.help.ipv6"));
            help.add(Sentence.of("internet.help.tunnel"));
        }
        return List.copyOf(help);
    }

    private static String text(Optional<InetAddress> address) {
        return address.map(Address::text).orElse("–");
    }
}
