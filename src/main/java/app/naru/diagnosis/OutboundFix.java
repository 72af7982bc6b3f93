package app.naru.diagnosis;

import app.naru.firewall.Action;
import app.naru.firewall.Direction;
import app.naru.firewall.PortList;
import app.naru.firewall.ProgramPath;
import app.naru.firewall.Remote;
import app.naru.firewall.RuleDetails;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleProtocol;
import app.naru.firewall.RuleSpec;
import app.naru.forward.ForwardName;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.path.FirewallChange;
import java.util.Set;

/** The rule by which the relay gets out to its target. */
final class OutboundFix {

    private OutboundFix() {}

    static Fix of(Case it) {
        PortRange ports =
                new PortRange(
                        it.forward().target().port(),
                        it.forward().target().port().plus(it.forward().ports().size() - 1));
        RuleSpec rule =
                new RuleSpec(
                        RuleName.of(new ForwardName("out [" + it.forward().id() + "]")),
                        it.forward().description(),
                        Direction.OUT,
                        Action.ALLOW,
                        it.situation()
                                .ownProgram()
                                .filter(path -> !path.startsWith("/"))
                                .map(ProgramPath::new),
                        RuleProtocol.of(it.forward().protocol()),
                        PortList.ANY,
                        PortList.of(ports),
                        new Remote.Anyone(),
                        Set.of(NetworkProfile.values()),
                        RuleDetails.NONE,
                        true);
        return new Fix.Make(new FirewallChange.MakeRule(rule));
    }
}
