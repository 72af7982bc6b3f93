package app.naru.path;

import static app.naru.path.HopView.State.OPEN;
import static app.naru.path.HopView.State.PLANNED;
import static app.naru.path.HopView.State.UNKNOWN;

import app.naru.firewall.Remote;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleSpec;
import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.survey.Situation;
import app.naru.survey.Situation.OperatingSystem;
import java.util.List;
import java.util.Optional;

/** Windows Defender Firewall. */
final class FirewallHop implements Hop {

    @Override
    public HopKind kind() {
        return HopKind.FIREWALL;
    }

    @Override
    public boolean isOn(Forward forward, Situation situation) {
        return true;
    }

    /**
     * One rule. For a relay it names Naru's own program, so that it opens nothing while Naru does
     * not run and keeps Windows from asking; where the server is on the address itself the rule is
     * for its ports, whichever program that is.
     */
    @Override
    public List<Change> plan(Forward forward, Situation situation) {
        Optional<String> program =
                Route.of(forward, situation) instanceof Route.Relayed
                        ? situation.ownProgram()
                        : Optional.empty();
        return List.of(
                new FirewallChange.MakeRule(
                        new RuleSpec(
                                RuleName.of(forward),
                                forward.description(),
                                program,
                                forward.protocol(),
                                forward.ports(),
                                Remote.of(forward.audience()),
                                forward.profiles())));
    }

    @Override
    public HopView look(Forward forward, Situation situation, Standing standing) {
        if (situation.system() != OperatingSystem.WINDOWS) {
            return new HopView(kind(), UNKNOWN, Sentence.of("path.firewall.notHere"));
        }
        return standing.has(kind())
                ? new HopView(kind(), OPEN, Sentence.of("path.firewall.rule", RuleName.of(forward)))
                : new HopView(
                        kind(), PLANNED, Sentence.of("path.firewall.planned", forward.ports()));
    }
}
