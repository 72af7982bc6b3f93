package app.naru.ui.main;

import app.naru.forward.Forward;
import app.naru.forward.Target;
import app.naru.server.Program;
import app.naru.survey.Situation;
import java.util.List;

/** Servers that others reach without Naru, which can neither see nor shut out who comes. */
final class ByItself {

    private ByItself() {}

    /**
     * Whether the forward's server listens on the network. A relay of Naru's, which may have had
     * the same port until just now, is no server.
     */
    static boolean listens(Forward forward, Situation now) {
        return forward.target() instanceof Target.ThisPc here
                && now.listeners().known().stream()
                        .flatMap(List::stream)
                        .filter(each -> each.program().map(Program::pid).orElse(0L) != now.ownPid())
                        .anyMatch(listener ->
                                listener.protocol() == forward.protocol()
                                        && listener.port().equals(here.port())
                                        && listener.beyondLoopback());
    }
}
