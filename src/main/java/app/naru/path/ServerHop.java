package app.naru.path;

import static app.naru.path.HopView.State.OPEN;
import static app.naru.path.HopView.State.PROBLEM;
import static app.naru.path.HopView.State.UNKNOWN;

import app.naru.forward.Forward;
import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.server.Listener;
import app.naru.survey.Fact;
import app.naru.survey.Situation;
import app.naru.wsl.WslInside;
import app.naru.wsl.WslListener;
import java.util.List;
import java.util.Optional;

/** The server itself: does it listen? */
final class ServerHop implements Hop {

    @Override
    public HopKind kind() {
        return HopKind.SERVER;
    }

    @Override
    public boolean isOn(Forward forward, Situation situation) {
        return true;
    }

    @Override
    public HopView look(Forward forward, Situation situation, Standing standing) {
        return switch (forward.target()) {
            case Target.ThisPc(Port port) -> here(forward, situation, port);
            case Target.InWsl inWsl -> inWsl(forward, situation, inWsl);
            case Target.Device device -> view(UNKNOWN, Sentence.of("path.server.device", device));
        };
    }

    private HopView here(Forward forward, Situation situation, Port port) {
        if (situation.listeners() instanceof Fact.Unknown<List<Listener>> unknown) {
            return view(UNKNOWN, unknown.reason());
        }
        if (situation.listeners() instanceof Fact.Pending<List<Listener>>) {
            return view(UNKNOWN, Sentence.of("path.looking"));
        }
        Optional<Listener> listener = Route.listenersAt(forward, situation, port).findFirst();
        if (listener.isEmpty()) {
            return view(
                    PROBLEM, Sentence.of("path.server.nothing", forward.protocol().name(), port));
        }
        return listener.flatMap(Listener::program)
                .map(program ->
                        view(OPEN, Sentence.of("path.server.program", program.name(), port)))
                .orElseGet(() -> view(OPEN, Sentence.of("path.server.listens", port)));
    }

    /** A server of WSL's shows on Windows only where WSL's own relay listens for it. */
    private HopView inWsl(Forward forward, Situation situation, Target.InWsl target) {
        boolean relayed =
                Route.listenersAt(forward, situation, target.port())
                        .flatMap(listener -> listener.program().stream())
                        .anyMatch(program -> program.name().equalsIgnoreCase(Route.WSL_RELAY));
        Fact<WslInside> inside = situation.windows().wslInside();
        Optional<Listener> seen =
                inside.known().stream()
                        .flatMap(known -> known.listeners().stream())
                        .map(WslListener::listener)
                        .filter(listener ->
                                listener.protocol() == forward.protocol()
                                        && listener.port().equals(target.port()))
                        .findFirst();
        if (seen.isPresent()) {
            return seen.flatMap(Listener::program)
                    .map(program ->
                            view(
                                    OPEN,
                                    Sentence.of(
                                            "path.server.program", program.name(), target.port())))
                    .orElseGet(() -> view(OPEN, Sentence.of("path.server.inWsl", target.port())));
        }
        if (!relayed && isLookedInto(inside)) {
            return view(
                    PROBLEM,
                    Sentence.of("path.server.nothing", forward.protocol().name(), target.port()));
        }
        return relayed
                ? view(OPEN, Sentence.of("path.server.inWsl", target.port()))
                : view(UNKNOWN, Sentence.of("path.server.inWslUnseen", target.port()));
    }

    /** Whether distributions of WSL 2 run and told who listens: what is not among them is not. */
    private static boolean isLookedInto(Fact<WslInside> inside) {
        return inside.known().map(known -> !known.running().isEmpty()).orElse(false);
    }

    private HopView view(HopView.State state, Sentence sentence) {
        return new HopView(kind(), state, sentence);
    }
}
