package app.naru.firewall;

import java.util.Collection;

/** What Windows lets in and passes on, at one moment. */
public record FirewallState(Policy policy, PortProxy portProxy) {

    /**
     * Returns what it would be without these.
     *
     * @param ids of local rules
     */
    public FirewallState without(Collection<String> ids, Collection<PortProxyEntry> entries) {
        return ids.isEmpty() && entries.isEmpty()
                ? this
                : new FirewallState(
                        policy.without(ids),
                        new PortProxy(
                                portProxy.entries().stream()
                                        .filter(entry -> !entries.contains(entry))
                                        .toList(),
                                portProxy.unreadable()));
    }
}
