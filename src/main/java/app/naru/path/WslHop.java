package app.naru.path;

import static app.naru.path.HopView.State.OPEN;
import static app.naru.path.HopView.State.PLANNED;
import static app.naru.path.HopView.State.PROBLEM;
import static app.naru.path.HopView.State.UNKNOWN;

import app.naru.forward.Address;
import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.survey.Fact;
import app.naru.survey.Situation;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import java.util.List;
import java.util.Optional;

/** The border of WSL's virtual machine. */
final class WslHop implements Hop {

    @Override
    public HopKind kind() {
        return HopKind.WSL;
    }

    @Override
    public boolean isOn(Forward forward, Situation situation) {
        return forward.target() instanceof Target.InWsl;
    }

    @Override
    public List<Sentence> obstacles(Forward forward, Situation situation) {
        if (situation.wsl() instanceof Fact.Unknown<Wsl> unknown) {
            return List.of(unknown.reason());
        }
        return situation
                .wsl()
                .known()
                .flatMap(wsl -> obstacle(forward, wsl, situation.wslMode().orElse(wsl.mode())))
                .stream()
                .toList();
    }

    private static Optional<Sentence> obstacle(Forward forward, Wsl wsl, NetworkingMode mode) {
        if (!wsl.installed()) {
            return Optional.of(Sentence.of("path.wsl.none"));
        }
        Optional<String> missing =
                forward.target() instanceof Target.InWsl target
                        ? target.named()
                                .filter(name ->
                                        wsl.distros().stream()
                                                .noneMatch(distro ->
                                                        distro.name().equalsIgnoreCase(name)))
                        : Optional.empty();
        if (missing.isPresent()) {
            return missing.map(name -> Sentence.of("path.wsl.noSuchDistro", name));
        }
        return mode == NetworkingMode.NONE
                ? Optional.of(Sentence.of("path.wsl.noNetwork"))
                : Optional.empty();
    }

    /** Starts the distribution and keeps it running, where the user has asked for that. */
    @Override
    public List<Change> plan(Forward forward, Situation situation) {
        if (!forward.startWsl() || !(forward.target() instanceof Target.InWsl target)) {
            return List.of();
        }
        return situation
                .distro(target)
                .map(distro -> List.<Change>of(new Change.KeepDistroRunning(distro.name())))
                .orElse(List.of());
    }

    @Override
    public HopView look(Forward forward, Situation situation, Standing standing) {
        List<Sentence> obstacles = obstacles(forward, situation);
        if (!obstacles.isEmpty()) {
            return new HopView(kind(), PROBLEM, obstacles.getFirst());
        }
        return situation
                .wsl()
                .known()
                .map(wsl -> look(forward, situation, standing, wsl))
                .orElseGet(this::pending);
    }

    private HopView look(Forward forward, Situation situation, Standing standing, Wsl wsl) {
        boolean first =
                forward.target() instanceof Target.InWsl target
                        && situation.distro(target).map(each -> each.version() == 1).orElse(false);
        if (first) {
            return view(OPEN, Sentence.of("path.wsl.first"));
        }
        if (!wsl.running()) {
            return forward.startWsl() && !standing.has(kind())
                    ? view(PLANNED, Sentence.of("path.wsl.willStart"))
                    : view(PROBLEM, Sentence.of("path.wsl.notRunning"));
        }
        return view(OPEN, connection(situation));
    }

    private static Sentence connection(Situation situation) {
        return switch (situation.wslMode().orElse(NetworkingMode.NAT)) {
            case MIRRORED -> Sentence.of("path.wsl.mirrored");
            case CONSOMME, NONE -> Sentence.of("path.wsl.localhost");
            case NAT, BRIDGED ->
                    situation
                            .wslAddress()
                            .map(address -> Sentence.of("path.wsl.address", Address.text(address)))
                            .orElseGet(() -> Sentence.of("path.wsl.localhost"));
        };
    }

    private HopView view(HopView.State state, Sentence sentence) {
        return new HopView(kind(), state, sentence);
    }

    private HopView pending() {
        return new HopView(kind(), UNKNOWN, Sentence.of("path.looking"));
    }
}
