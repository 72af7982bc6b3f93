package app.naru.path;

import static app.naru.path.HopView.State.BY_HAND;
import static app.naru.path.HopView.State.PROBLEM;

import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.survey.Situation;

/** The router, which has to map its port to this PC. */
final class RouterHop implements Hop {

    @Override
    public HopKind kind() {
        return HopKind.ROUTER;
    }

    @Override
    public boolean isOn(Forward forward, Situation situation) {
        return forward.audience() instanceof Audience.Internet;
    }

    @Override
    public HopView look(Forward forward, Situation situation, Standing standing) {
        return PortMapping.wanted(forward, situation)
                .map(mapping ->
                        new HopView(
                                kind(),
                                BY_HAND,
                                Sentence.of(
                                        "path.router.byHand",
                                        mapping.protocol().name(),
                                        mapping.externalPorts(),
                                        Address.text(mapping.internalAddress()))))
                .orElseGet(() -> new HopView(kind(), PROBLEM, Sentence.of("path.lan.none")));
    }
}
