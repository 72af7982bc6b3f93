package app.naru.path;

import static app.naru.path.HopView.State.OPEN;
import static app.naru.path.HopView.State.PROBLEM;
import static app.naru.path.HopView.State.UNKNOWN;

import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.internet.RouterWord;
import app.naru.internet.WayIn;
import app.naru.survey.Fact;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import java.net.InetAddress;
import java.util.Optional;

/** The Internet, and the address at which it knows this home. */
final class InternetHop implements Hop {

    @Override
    public HopKind kind() {
        return HopKind.INTERNET;
    }

    @Override
    public boolean isOn(Forward forward, Situation situation) {
        return forward.audience() instanceof Audience.Internet;
    }

    @Override
    public HopView look(Forward forward, Situation situation, Standing standing) {
        Optional<WayIn> blocked = wayIn(situation, standing).filter(WayIn::blocked);
        if (blocked.isPresent()) {
            return new HopView(
                    kind(),
                    // Who has it mapped all the same may know better.
                    forward.mapAnyway() ? UNKNOWN : PROBLEM,
                    blocked.get().sentence(),
                    blocked.get().help());
        }
        Optional<InetAddress> toldByRouter = standing.router().flatMap(RouterStanding::address);
        return switch (situation.publicAddress()) {
            case Fact.Known<InetAddress>(InetAddress address) -> at(address);
            case Fact<InetAddress> other when toldByRouter.isPresent() -> at(toldByRouter.get());
            case Fact.Pending<InetAddress> pending ->
                    new HopView(kind(), UNKNOWN, Sentence.of("path.looking"));
            case Fact.Unknown<InetAddress> unknown ->
                    new HopView(kind(), UNKNOWN, unknown.reason());
        };
    }

    /**
     * Whether this PC itself has the address that the Internet sees: no router stands before it.
     */
    static boolean isDirect(Situation situation) {
        return situation
                .publicAddress()
                .known()
                .filter(InTheWay.own(situation)::contains)
                .isPresent();
    }

    /** Returns what the router's address and the Internet's view of it tell together. */
    static Optional<WayIn> wayIn(Situation situation, Standing standing) {
        return situation
                .outside()
                .known()
                .map(seen ->
                        WayIn.of(
                                standing.router()
                                        .map(InternetHop::word)
                                        .orElseGet(RouterWord.Unsaid::new),
                                seen,
                                situation.network().known().stream()
                                        .flatMap(Network::addresses)
                                        .toList()));
    }

    private static RouterWord word(RouterStanding router) {
        if (router.address().isPresent()) {
            return new RouterWord.Has(router.address().get());
        }
        return router.noWayIn() ? new RouterWord.HasNone() : new RouterWord.Unsaid();
    }

    private HopView at(InetAddress address) {
        return new HopView(
                kind(), OPEN, Sentence.of("path.internet.address", Address.text(address)));
    }
}
