package app.naru.path;

import static app.naru.path.HopView.State.BY_HAND;
import static app.naru.path.HopView.State.OPEN;
import static app.naru.path.HopView.State.PLANNED;
import static app.naru.path.HopView.State.PROBLEM;

import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.survey.Situation;
import java.util.List;
import java.util.Optional;

/** The router, which has to map its port to this PC. */
final class RouterHop implements Hop {

    /** A router has no room for more, and would take minutes over them. */
    private static final int MOST_PORTS = 100;

    @Override
    public HopKind kind() {
        return HopKind.ROUTER;
    }

    @Override
    public boolean isOn(Forward forward, Situation situation) {
        return forward.audience() instanceof Audience.Internet && !InternetHop.isDirect(situation);
    }

    @Override
    public List<Change> plan(Forward forward, Situation situation) {
        return PortMapping.wanted(forward, situation)
                .filter(mapping -> mapping.externalPorts().size() <= MOST_PORTS)
                .<List<Change>>map(mapping -> List.of(new Change.MapPorts(mapping)))
                .orElse(List.of());
    }

    @Override
    public HopView look(Forward forward, Situation situation, Standing standing) {
        Optional<PortMapping> wanted = PortMapping.wanted(forward, situation);
        if (wanted.isEmpty()) {
            return new HopView(kind(), PROBLEM, Sentence.of("path.lan.none"));
        }
        if (standing.router().isPresent()) {
            return look(wanted.get(), standing.router().get());
        }
        return !standing.open() && !plan(forward, situation).isEmpty()
                ? new HopView(kind(), PLANNED, say("path.router.planned", wanted.get()))
                : new HopView(kind(), BY_HAND, say("path.router.byHand", wanted.get()));
    }

    private HopView look(PortMapping wanted, RouterStanding router) {
        if (router.trouble().isEmpty()) {
            return new HopView(
                    kind(),
                    OPEN,
                    Sentence.of(
                            "path.router.maps",
                            router.mappings().getFirst().router().address(),
                            wanted.protocol().name(),
                            router.mappings().getFirst().externalPort(),
                            Address.text(wanted.internalAddress())));
        }
        Sentence why = router.trouble().get();
        return router.noWayIn()
                ? new HopView(kind(), PROBLEM, why)
                : new HopView(
                        kind(),
                        BY_HAND,
                        Sentence.of("path.router.refused", why, say("path.router.byHand", wanted)));
    }

    private static Sentence say(String key, PortMapping wanted) {
        return Sentence.of(
                key,
                wanted.protocol().name(),
                wanted.externalPorts(),
                Address.text(wanted.internalAddress()));
    }
}
