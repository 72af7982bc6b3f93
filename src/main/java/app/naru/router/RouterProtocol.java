package app.naru.router;

/** How a router is spoken to, the best first: short messages with leases, then SOAP. */
public enum RouterProtocol {
    /** RFC 6887. */
    PCP("PCP"),
    /** RFC 6886. */
    NAT_PMP("NAT-PMP"),
    /** UPnP Internet Gateway Device, version 1 or 2. */
    UPNP_IGD("UPnP");

    private final String title;

    RouterProtocol(String title) {
        this.title = title;
    }

    /** Whether a router tells by it what it sends where. */
    public boolean lists() {
        return this == UPNP_IGD;
    }

    /** Returns the name by which routers' pages call it, the same in every language. */
    public String title() {
        return title;
    }
}
