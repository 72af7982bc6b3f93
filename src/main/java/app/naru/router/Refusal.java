package app.naru.router;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a router did not do as asked.
 *
 * @param router its address
 * @param number the protocol's own code, 606 of UPnP; 0 where it gave none
 * @param addresses those in question where the kind is about some: the router's own on its far
 *     side, then the one that the Internet sees; else none
 */
public record Refusal(
        Kind kind, String router, RouterProtocol protocol, int number, List<String> addresses) {

    public Refusal {
        addresses = List.copyOf(addresses);
    }

    /** What stands in the way, whatever the protocol calls it. */
    public enum Kind {
        /** The router's owner allows no program to do this. */
        FORBIDDEN,
        /** It has no way to the Internet of its own: another NAT before it, or no connection. */
        NOT_CONNECTED,
        /** The port goes to another device or service, and so do those tried instead. */
        PORT_TAKEN,
        /** It has no room for another mapping. */
        FULL,
        /** This PC has as many as it may have. */
        QUOTA,
        /** It wants something about the mapping otherwise: lease, port or address. */
        NOT_LIKE_THIS,
        /** It does not have this function. */
        NOT_OFFERED,
        /** It speaks another version. */
        OTHER_VERSION,
        /** It sees another sender than this PC: there is a NAT between the two. */
        ADDRESS_MISMATCH,
        /** The port belongs to another device or program; it was left alone. */
        NOT_OURS,
        /** The PC's request was not understood. */
        NOT_UNDERSTOOD,
        /** What it answers makes no sense. */
        NONSENSE,
        /** It does not answer. */
        NO_ANSWER,
        /** A code that no specification knows. */
        OTHER,
        /** Its external address is private. */
        ANOTHER_ROUTER,
        /** Its external address is one that a provider shares. */
        CARRIER_NAT,
        /** It has no external address. */
        NO_PUBLIC_ADDRESS,
        /** Its external address is public, but not the one that the Internet sees. */
        OTHER_ADDRESS
    }

    static Refusal of(Kind kind, RouterAt router) {
        return of(kind, router, 0);
    }

    static Refusal of(Kind kind, RouterAt router, int code) {
        return new Refusal(kind, router.address(), router.protocol(), code, List.of());
    }

    /**
     * Returns the refusal for an external address that is not public.
     *
     * @throws IllegalArgumentException if it is
     */
    static Refusal of(ExternalAddress address, RouterAt router) {
        Kind kind =
                switch (address.kind()) {
                    case PRIVATE -> Kind.ANOTHER_ROUTER;
                    case CARRIER -> Kind.CARRIER_NAT;
                    case NONE -> Kind.NO_PUBLIC_ADDRESS;
                    case PUBLIC -> throw new IllegalArgumentException("public: " + address.text());
                };
        return new Refusal(kind, router.address(), router.protocol(), 0, List.of(address.text()));
    }

    /** Returns the refusal for an external address in whose place the Internet sees another. */
    static Refusal of(InetAddress external, InetAddress seen, RouterAt router) {
        return new Refusal(
                Kind.OTHER_ADDRESS,
                router.address(),
                router.protocol(),
                0,
                List.of(Address.text(external), Address.text(seen)));
    }

    /** Returns the protocol and its code, {@code UPnP 606}; the protocol alone without a code. */
    public String code() {
        return number == 0 ? protocol.title() : protocol.title() + " " + number;
    }

    /** Returns what happened, and what to do about it. */
    public Sentence sentence() {
        return Sentence.of(
                "router.refused." + kind,
                Stream.concat(Stream.of(router, code()), addresses.stream()).toArray());
    }

    /** Whether there is no use in mapping, since nothing from the Internet arrives there. */
    public boolean noWayIn() {
        return switch (kind) {
            case NOT_CONNECTED, ANOTHER_ROUTER, CARRIER_NAT, NO_PUBLIC_ADDRESS, OTHER_ADDRESS ->
                    true;
            default -> false;
        };
    }

    /** Whether the same router may still do it when asked by another protocol. */
    boolean othersMayDo() {
        return !noWayIn() && kind != Kind.PORT_TAKEN;
    }
}
