package app.naru.diagnosis;

import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.path.Change;
import app.naru.path.Link;
import app.naru.path.Plan;
import app.naru.path.Standing;
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
 * @param standing how far it is open, where this process has it open
 * @param trouble what the forward is known to lack
 */
public record Case(
        Forward forward,
        Stage stage,
        Standing standing,
        Optional<Sentence> trouble,
        Situation situation,
        Seen seen,
        Remembered remembered) {

    /** Returns the same with what was seen. */
    Case with(Seen other) {
        return new Case(forward, stage, standing, trouble, situation, other, remembered);
    }

    /** Returns this PC's addresses at which others look for the server, the likeliest first. */
    List<InetAddress> addresses() {
        return Link.onThisNetwork(forward, situation).stream().map(Link::address).toList();
    }

    /** Returns the relay that the forward needs; empty where it needs none. */
    Optional<RelaySpec> relay() {
        return planned(Change.RunRelay.class).stream()
                .map(change -> ((Change.RunRelay) change).relay())
                .findFirst();
    }

    /** Returns the changes of that kind that opening the forward takes. */
    List<Change> planned(Class<? extends Change> kind) {
        return Plan.of(forward, situation).changes().stream().filter(kind::isInstance).toList();
    }

    /**
     * Returns what makes these changes: where the forward is open they are added to it, otherwise
     * opening it makes all of them.
     */
    List<Fix> fix(List<Change> changes) {
        if (stage != Stage.OPEN) {
            return List.of(new Fix.Reopen(Sentence.of("diagnosis.fix.open"), forward));
        }
        return changes.stream().<Fix>map(Fix.Make::new).toList();
    }

    List<Endpoint> targets() {
        return relay().map(RelaySpec::targets).orElse(List.of());
    }

    /** Returns where the server is, in words. */
    Sentence place() {
        return switch (forward.target()) {
            case Target.ThisPc(Port port) -> Sentence.of("diagnosis.place.thisPc", port);
            case Target.InWsl(String distro, Port port) ->
                    Sentence.of("diagnosis.place.inWsl", distro.isEmpty() ? "WSL" : distro, port);
            case Target.Device device -> Sentence.of("diagnosis.place.device", device);
        };
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
