package app.naru.path;

import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.survey.Situation;
import java.util.List;

/**
 * One hop of the path. Every method is a function of its arguments alone: what can be planned and
 * said is tested with situations written down as data.
 */
public sealed interface Hop
        permits ServerHop, WslHop, RelayHop, FirewallHop, LocalNetworkHop, RouterHop, InternetHop {

    HopKind kind();

    /** Whether the path of this forward crosses this hop on this PC. */
    boolean isOn(Forward forward, Situation situation);

    /** Returns what has to be changed to open the hop; empty where nothing has to or can. */
    default List<Change> plan(Forward forward, Situation situation) {
        return List.of();
    }

    /** Returns what makes it impossible to open the hop; empty where nothing does. */
    default List<Sentence> obstacles(Forward forward, Situation situation) {
        return List.of();
    }

    /** Returns how the hop stands. */
    HopView look(Forward forward, Situation situation, Standing standing);
}
