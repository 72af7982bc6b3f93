package app.naru.path;

import static app.naru.path.HopView.State.OPEN;
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
        if (situation.wsl() instanceof Fact.Unknown<Wsl>(Sentence reason)) {
            return List.of(reason);
        }
        return situation.wsl().known().flatMap(wsl -> obstacle(forward, wsl)).stream().toList();
    }

    private static Optional<Sentence> obstacle(Forward forward, Wsl wsl) {
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
        return wsl.mode() == NetworkingMode.NONE
                ? Optional.of(Sentence.of("path.wsl.noNetwork"))
                : Optional.empty();
    }

    @Override
    public HopView look(Forward forward, Situation situation, Standing standing) {
        List<Sentence> obstacles = obstacles(forward, situation);
        if (!obstacles.isEmpty()) {
            return new HopView(kind(), PROBLEM, obstacles.getFirst());
        }
        return situation.wsl().known().map(this::look).orElseGet(() -> pending());
    }

    private HopView look(Wsl wsl) {
        if (!wsl.running()) {
            return new HopView(kind(), PROBLEM, Sentence.of("path.wsl.notRunning"));
        }
        if (wsl.mode() == NetworkingMode.MIRRORED) {
            return new HopView(kind(), OPEN, Sentence.of("path.wsl.mirrored"));
        }
        return wsl.natAddress()
                .map(address ->
                        new HopView(
                                kind(),
                                OPEN,
                                Sentence.of("path.wsl.address", Address.text(address))))
                .orElseGet(() -> new HopView(kind(), OPEN, Sentence.of("path.wsl.localhost")));
    }

    private HopView pending() {
        return new HopView(kind(), UNKNOWN, Sentence.of("path.looking"));
    }
}
