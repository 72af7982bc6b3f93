package app.naru.path;

import static app.naru.path.HopView.State.OPEN;
import static app.naru.path.HopView.State.PLANNED;
import static app.naru.path.HopView.State.PROBLEM;
import static app.naru.path.HopView.State.UNKNOWN;

import app.naru.firewall.HyperVRule;
import app.naru.firewall.Remote;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleSpec;
import app.naru.forward.Forward;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.wsl.NetworkingMode;
import java.net.InetAddress;
import java.util.ArrayList;
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
     * One rule, unless a setting keeps it from counting. For a relay it names Naru's own program,
     * so that it opens nothing while Naru does not run and keeps Windows from asking; where the
     * server is on the address itself the rule is for its ports, whichever program that is. For a
     * mirrored WSL one of the Hyper-V firewall too. The firewalls of other systems are left alone.
     */
    @Override
    public List<Change> plan(Forward forward, Situation situation) {
        if (situation.system() != OperatingSystem.WINDOWS) {
            return List.of();
        }
        RuleSpec rule = rule(forward, situation);
        List<Change> changes = new ArrayList<>(trusted(forward, situation));
        // what keeps a rule from counting on a public network need not on a private one
        if (changes.isEmpty() && Forecast.isInVain(forward, situation, rule)) {
            return List.of();
        }
        changes.add(new FirewallChange.MakeRule(rule));
        if (isBehindHyperV(forward, situation)) {
            changes.add(
                    new FirewallChange.MakeHyperVRule(
                            HyperVRule.of(forward, Route.lanSubnets(situation))));
        }
        return changes;
    }

    /** Returns what is left to the user where the system's firewall is not Windows' own. */
    private static Sentence byHand(Forward forward) {
        return Sentence.of("path.firewall.byHand", forward.protocol().toString(), forward.ports());
    }

    /** Returns the rule that the forward needs. */
    static RuleSpec rule(Forward forward, Situation situation) {
        Optional<String> program =
                Route.of(forward, situation) instanceof Route.Relayed
                        ? situation.ownProgram()
                        : Optional.empty();
        return new RuleSpec(
                RuleName.of(forward),
                forward.description(),
                program,
                forward.protocol(),
                forward.ports(),
                Remote.of(forward.audience()),
                forward.profiles());
    }

    /** The public networks at which this PC is to be found, where the user trusts them. */
    private static List<FirewallChange> trusted(Forward forward, Situation situation) {
        if (!forward.trustNetwork()) {
            return List.of();
        }
        List<InetAddress> addresses = Route.of(forward, situation).addresses();
        List<FirewallChange> changes = new ArrayList<>();
        for (NetInterface each :
                situation.network().known().map(Network::interfaces).orElse(List.of())) {
            boolean found =
                    each.addresses().stream()
                            .map(NetInterface.Assigned::address)
                            .anyMatch(addresses::contains);
            if (found && each.profile().equals(Optional.of(NetworkProfile.PUBLIC))) {
                each.network()
                        .map(network -> new FirewallChange.TrustNetwork(network, each.name()))
                        .ifPresent(changes::add);
            }
        }
        return changes;
    }

    /** Before a WSL that shares this PC's addresses stands a firewall of its own. */
    private static boolean isBehindHyperV(Forward forward, Situation situation) {
        return forward.target() instanceof Target.InWsl
                && situation.wslMode().equals(Optional.of(NetworkingMode.MIRRORED))
                && Route.of(forward, situation) instanceof Route.Direct;
    }

    @Override
    public HopView look(Forward forward, Situation situation, Standing standing) {
        if (situation.system() != OperatingSystem.WINDOWS) {
            return new HopView(kind(), UNKNOWN, byHand(forward));
        }
        Optional<Sentence> blocked =
                Forecast.of(forward, situation, rule(forward, situation))
                        .filter(Forecast::isBlocked)
                        .map(forecast -> forecast.then().sentence());
        if (blocked.isPresent()) {
            return new HopView(kind(), PROBLEM, blocked.get());
        }
        return standing.has(kind())
                ? new HopView(kind(), OPEN, Sentence.of("path.firewall.rule", RuleName.of(forward)))
                : new HopView(
                        kind(), PLANNED, Sentence.of("path.firewall.planned", forward.ports()));
    }
}
