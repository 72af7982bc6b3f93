package app.naru.diagnosis;

import app.naru.firewall.Verdict;
import app.naru.forward.NetworkProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the firewall does with this forward.
 *
 * @param active the kind of network that this PC is on
 * @param inbound for what arrives, on each kind of network
 * @param withRule for what arrives on the present network, with the rule that the forward needs
 * @param outbound for the relay's way to its target; empty where that leaves no interface
 * @param serviceRuns whether Windows' firewall service runs; empty where that is not known
 * @param otherProducts the names of other firewalls on this PC
 */
public record FirewallSight(
        NetworkProfile active,
        Map<NetworkProfile, Verdict> inbound,
        Verdict withRule,
        Optional<Verdict> outbound,
        Optional<Boolean> serviceRuns,
        List<String> otherProducts) {

    public FirewallSight {
        inbound = Map.copyOf(inbound);
        otherProducts = List.copyOf(otherProducts);
    }

    /** Returns what it does with what arrives on the present network. */
    Optional<Verdict> now() {
        return Optional.ofNullable(inbound.get(active));
    }
}
