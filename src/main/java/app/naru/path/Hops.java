package app.naru.path;

import app.naru.forward.Forward;
import app.naru.forward.Port;
import app.naru.forward.Target;
import app.naru.survey.Situation;
import java.util.List;

/** All the hops, from the server outwards. */
public final class Hops {

    private static final List<Hop> HOPS =
            List.of(
                    new ServerHop(),
                    new WslHop(),
                    new RelayHop(),
                    new FirewallHop(),
                    new LocalNetworkHop(),
                    new RouterHop(),
                    new InternetHop());

    private Hops() {}

    /** Returns the hops that this forward crosses on this PC. */
    static List<Hop> of(Forward forward, Situation situation) {
        return HOPS.stream().filter(hop -> hop.isOn(forward, situation)).toList();
    }

    /** Returns how each hop of the forward stands, from the server outwards. */
    public static List<HopView> look(Forward forward, Situation situation, Standing standing) {
        return of(forward, situation).stream()
                .filter(hop ->
                        hop.kind() != HopKind.RELAY || !isBesides(forward, situation, standing))
                .map(hop -> hop.look(forward, situation, standing))
                .toList();
    }

    /** A server that others reached without a relay, and that is gone, is not known to need one. */
    private static boolean isBesides(Forward forward, Situation situation, Standing standing) {
        return standing.direct()
                && forward.target() instanceof Target.ThisPc(Port port)
                && Route.listenersAt(forward, situation, port).findAny().isEmpty();
    }
}
