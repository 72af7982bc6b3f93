package app.naru.router;

import app.naru.forward.Protocol;

/**
 * A mapping in a router's list, Naru's or another program's.
 *
 * @param internalClient the address that it goes to, as the router writes it
 * @param leaseSeconds what is left; 0 where it stays until it is deleted
 */
public record MappedPort(
        Protocol protocol,
        int externalPort,
        String internalClient,
        int internalPort,
        String description,
        long leaseSeconds,
        boolean enabled) {

    /** Returns what a router would tell of that mapping. */
    public static MappedPort of(Mapping mapping) {
        return new MappedPort(
                mapping.protocol(),
                mapping.externalPort().number(),
                mapping.router().own(),
                mapping.internalPort().number(),
                mapping.name(),
                mapping.leaseSeconds(),
                true);
    }

    /** Whether Naru made it, here or on another PC. */
    public boolean marked() {
        return description.equals(MappingRequest.MARK)
                || description.startsWith(MappingRequest.MARK + " ");
    }

    /** Whether it is the entry of that mapping. */
    public boolean isOf(Mapping mapping) {
        return mapping.protocol() == protocol
                && mapping.externalPort().number() == externalPort
                && mapping.internalPort().number() == internalPort
                && mapping.router().own().equals(internalClient);
    }

    /** Whether Naru made it on the PC that has the address. */
    public boolean ours(String ownAddress) {
        return marked() && internalClient.equals(ownAddress);
    }
}
