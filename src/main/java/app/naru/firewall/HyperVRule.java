package app.naru.firewall;

import app.naru.forward.Forward;
import app.naru.forward.InvalidInput;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Pattern;

/**
 * A rule of the Hyper-V firewall, which stands before WSL where WSL shares this PC's addresses
 * (Microsoft, "Hyper-V firewall"): lets these ports in, and never more.
 *
 * @param id {@code Naru-} and the forward's id: by it the rule is found again
 */
public record HyperVRule(String id, RuleName name, Protocol protocol, PortRange ports) {

    /** WSL's VM creator, the same on every PC. */
    static final String WSL = "{40E0AC32-46A5-438A-A0B2-2B479E8F2E90}";

    /** What the script ends with that looks for the rule; PowerShell itself ends with 0 or 1. */
    static final int THERE = 10;

    static final int NOT_THERE = 11;

    private static final Pattern ID = Pattern.compile("Naru-[0-9a-f]{8}");

    @JsonCreator
    public HyperVRule {
        if (!ID.matcher(id).matches()) {
            throw new InvalidInput("rule.name", id);
        }
    }

    /** Returns the rule for that forward. */
    public static HyperVRule of(Forward forward) {
        return new HyperVRule(
                "Naru-" + forward.id(), RuleName.of(forward), forward.protocol(), forward.ports());
    }

    /** Returns the command that makes it, as one would type it in PowerShell. */
    public String command() {
        return Cmdlet.newHyperVRule(this).text();
    }
}
