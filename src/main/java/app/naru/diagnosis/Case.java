package app.naru.diagnosis;

import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.path.Change;
import app.naru.path.Link;
import app.naru.path.Plan;
import app.naru.relay.Endpoint;
import app.naru.relay.RelaySpec;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.wsl.Wsl;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * All that a diagnosis is made from.
 *
 * @param trouble what the forward is known to lack
 */
public record Case(
        Forward forward,
        Stage stage,
        Optional<Sentence> trouble,
        Situation situation,
        Seen seen,
        Remembered remembered) {

    /** Returns this PC's addresses at which others look for the server, the likeliest first. */
    List<InetAddress> addresses() {
        return Link.onThisNetwork(forward, situation).stream().map(Link::address).toList();
    }

    /** Returns the relay that the forward needs; empty where it needs none. */
    Optional<RelaySpec> relay() {
        return Plan.of(forward, situation).changes().stream()
                .filter(Change.RunRelay.class::isInstance)
                .map(change -> ((Change.RunRelay) change).relay())
                .findFirst();
    }

    /** Returns the change of the plan that is the firewall's rule. */
    Optional<Change> rule() {
        return Plan.of(forward, situation).changes().stream()
                .filter(Change.AllowInbound.class::isInstance)
                .findFirst();
    }

    List<Endpoint> targets() {
        return relay().map(RelaySpec::targets).orElse(List.of());
    }

    boolean forInternet() {
        return forward.audience() instanceof Audience.Internet;
    }

    boolean inWsl() {
        return forward.target() instanceof Target.InWsl;
    }

    boolean onWindows() {
        return situation.system() == OperatingSystem.WINDOWS;
    }

    Optional<Wsl> wsl() {
        return situation.wsl().known();
    }

    Optional<Network> network() {
        return situation.network().known();
    }
}
