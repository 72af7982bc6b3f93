package app.naru.internet;

import java.net.InetAddress;

/** Where a visitor comes from, as far as the address tells. */
public enum Origin {
    /** From the Internet: the way in is open. */
    OUTSIDE,
    /**
     * The router puts its own address in the place of its visitors': that one came through it, but
     * it can't be told from which side.
     */
    ROUTER,
    /** From this home, by its own public address: the phone is on the Wi-Fi. */
    HOME,
    /** A device of a network that this PC is on: the phone is on the Wi-Fi. */
    NETWORK,
    /** Another private network, such as a VPN's or the provider's: not the Internet. */
    OTHER_NETWORK,
    /** This PC itself. */
    THIS_PC;

    /** Whether it came as far as the router, at least. */
    public boolean throughRouter() {
        return this == OUTSIDE || this == ROUTER;
    }

    /** Returns where the visitor comes from. */
    public static Origin of(InetAddress visitor, Home home) {
        if (visitor.isLoopbackAddress() || home.own().contains(visitor)) {
            return THIS_PC;
        }
        if (home.gateways().contains(visitor)) {
            return ROUTER;
        }
        if (home.outer().contains(visitor)) {
            return HOME;
        }
        if (home.networks().stream().anyMatch(network -> network.contains(visitor))) {
            return NETWORK;
        }
        return EchoPage.isOfTheInternet(visitor) ? OUTSIDE : OTHER_NETWORK;
    }
}
