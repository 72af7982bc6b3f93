package app.naru.path;

import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.survey.Situation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What it takes to open a forward.
 *
 * @param changes in the order in which they have to be made: the firewall's rule before anything
 *     listens, or else Windows writes rules of its own that block it
 * @param obstacles why it can't be opened now; empty where nothing is in the way
 */
public record Plan(Forward forward, List<Change> changes, List<Sentence> obstacles) {

    private static final List<HopKind> ORDER =
            List.of(HopKind.WSL, HopKind.FIREWALL, HopKind.RELAY, HopKind.ROUTER);

    public Plan {
        changes = List.copyOf(changes);
        obstacles = List.copyOf(obstacles);
    }

    /** Returns the plan for that forward on this PC as it is. Reads nothing but its arguments. */
    public static Plan of(Forward forward, Situation situation) {
        List<Change> changes = new ArrayList<>();
        List<Sentence> obstacles = new ArrayList<>();
        for (Hop hop : Hops.of(forward, situation)) {
            changes.addAll(hop.plan(forward, situation));
            obstacles.addAll(hop.obstacles(forward, situation));
        }
        changes.sort(Comparator.comparingInt(change -> ORDER.indexOf(change.hop())));
        return new Plan(forward, changes, obstacles.stream().distinct().toList());
    }
}
