package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import java.util.Optional;
import java.util.Set;

/** Rules that keep something from getting out, as users make them. */
final class Denying {

    private Denying() {}

    static RuleSpec program(RuleName name, String path) {
        return rule(name, Optional.of(new ProgramPath(path)), new Remote.Anyone());
    }

    static RuleSpec addresses(RuleName name, Remote remote) {
        return rule(name, Optional.empty(), remote);
    }

    private static RuleSpec rule(RuleName name, Optional<ProgramPath> program, Remote remote) {
        return new RuleSpec(
                name,
                "",
                Direction.OUT,
                Action.BLOCK,
                program,
                RuleProtocol.ANY,
                PortList.ANY,
                PortList.ANY,
                remote,
                Set.of(NetworkProfile.values()),
                RuleDetails.NONE,
                true);
    }
}
