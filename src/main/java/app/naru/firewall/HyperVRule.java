package app.naru.firewall;

import app.naru.forward.Audience;
import app.naru.forward.Cidr;
import app.naru.forward.Forward;
import app.naru.forward.InvalidInput;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A rule of the Hyper-V firewall, which stands before WSL where WSL shares this PC's addresses
 * (Microsoft, "Hyper-V firewall"): lets these ports in, and never more.
 *
 * @param id {@code Naru-} and the forward's id: by it the rule is found again
 * @param remote who is let in; none means anyone. The cmdlet knows no word for this network
 * @param profiles the kinds of network it applies on, at least one
 */
public record HyperVRule(
        String id,
        RuleName name,
        Protocol protocol,
        PortRange ports,
        List<Cidr> remote,
        Set<NetworkProfile> profiles) {

    /** WSL's VM creator, the same on every PC. */
    static final String WSL = "{40E0AC32-46A5-438A-A0B2-2B479E8F2E90}";

    /** What the script ends with that looks for the rule; PowerShell itself ends with 0 or 1. */
    static final int THERE = 10;

    static final int NOT_THERE = 11;

    /** A rule of its id lets in something else. */
    static final int DIFFERENT = 12;

    /** What the ids of Naru's own rules are like; a pattern for PowerShell too. */
    static final Pattern ID = Pattern.compile("Naru-[0-9a-f]{8}");

    @JsonCreator
    public HyperVRule {
        if (!ID.matcher(id).matches()) {
            throw new InvalidInput("rule.name", id);
        }
        if (profiles.isEmpty()) {
            throw new InvalidInput("forward.profiles", name);
        }
        remote = List.copyOf(remote);
        profiles = Collections.unmodifiableSortedSet(new TreeSet<>(profiles));
    }

    /**
     * Returns the rule for that forward.
     *
     * @param subnets what "this network" stands for now
     */
    public static HyperVRule of(Forward forward, List<Cidr> subnets) {
        return new HyperVRule(
                "Naru-" + forward.id(),
                RuleName.of(forward),
                forward.protocol(),
                forward.ports(),
                switch (forward.audience()) {
                    case Audience.ThisNetwork network -> subnets;
                    case Audience.Chosen(List<Cidr> chosen) -> chosen;
                    case Audience.Internet internet -> List.of();
                },
                forward.profiles());
    }

    /** Returns the command that makes it, as one would type it in PowerShell. */
    public String command() {
        return Cmdlet.newHyperVRule(this).text();
    }
}
