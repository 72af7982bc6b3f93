package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import java.util.Optional;
import java.util.Set;

/**
 * A rule that Naru wants in the firewall: it lets in what arrives for these ports.
 *
 * @param program the only program that it lets receive; empty for any
 * @param profiles the kinds of network it applies on; all three are "any"
 */
public record RuleSpec(
        RuleName name,
        String description,
        Optional<String> program,
        Protocol protocol,
        PortRange ports,
        Remote remote,
        Set<NetworkProfile> profiles) {

    public RuleSpec {
        profiles = Set.copyOf(profiles);
    }
}
