package app.naru.firewall;

import java.io.IOException;
import java.util.function.Supplier;

/**
 * All of Windows that lets traffic in or keeps it out, as far as Naru reads and changes it.
 *
 * @param policy reads the firewall's rules and settings of every store
 * @param portProxies reads the entries of Windows' own TCP proxy
 * @param rules Naru's own rules
 * @param hyperV Naru's own rules for WSL
 * @param networks changes which kind of network Windows takes one for
 * @param labels what the rules of this PC are called
 * @param tasks brings changes about
 */
public record WindowsFirewall(
        Supplier<Policy> policy,
        PortProxyRegistry portProxies,
        Firewall rules,
        HyperVFirewall hyperV,
        PortProxyChanges portProxyChanges,
        QueryUserBlocks blocks,
        NetworkTrust networks,
        RuleLabels labels,
        ElevatedTasks tasks) {

    /** Puts it together from what reads this PC and what changes it. */
    public static WindowsFirewall of(
            FirewallRegistry registry,
            ProfileSettings settings,
            PortProxyRegistry portProxies,
            PowerShell powerShell,
            NetworkList networks,
            SystemTexts texts,
            Elevation elevation) {
        return new WindowsFirewall(
                new PolicyReader(registry, settings),
                portProxies,
                new Firewall(registry),
                new HyperVFirewall(powerShell),
                new PortProxyChanges(portProxies),
                new QueryUserBlocks(registry),
                new NetworkTrust(networks),
                new RuleLabels(texts),
                new ElevatedTasks(elevation));
    }

    /**
     * Reads what is let in now.
     *
     * @throws IOException if the port proxy's entries can't be read
     */
    public FirewallState read() throws IOException {
        return new FirewallState(policy.get(), PortProxy.read(portProxies));
    }
}
