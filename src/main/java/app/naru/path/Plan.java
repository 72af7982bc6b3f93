package app.naru.path;

import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.survey.Situation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What it takes to open a forward.
 *
 * @param changes in the order in which they have to be made: the firewall's rule before anything
 *     listens, or else Windows writes rules of its own that block it
 * @param offers what is in the way and would be removed if the user agreed
 * @param obstacles why it can't be opened now; empty where nothing is in the way
 * @param forecast what Windows' firewall does then; empty where that is not known
 */
public record Plan(
        Forward forward,
        List<Change> changes,
        List<Offer> offers,
        List<Sentence> obstacles,
        Optional<Forecast> forecast) {

    private static final List<HopKind> ORDER =
            List.of(HopKind.WSL, HopKind.FIREWALL, HopKind.RELAY, HopKind.ROUTER);

    public Plan {
        changes = List.copyOf(changes);
        offers = List.copyOf(offers);
        obstacles = List.copyOf(obstacles);
    }

    /** Returns the plan for that forward on this PC as it is. Reads nothing but its arguments. */
    public static Plan of(Forward forward, Situation situation) {
        return of(forward, situation, List.of());
    }

    /**
     * Returns the plan for that forward where the user has agreed to some of what the plan offers.
     *
     * @param agreed what is not offered, or no longer, is left out
     */
    public static Plan of(
            Forward forward, Situation situation, Collection<? extends Change> agreed) {
        List<Offer> offers = InTheWay.of(forward, situation);
        List<FirewallChange> taken =
                offers.stream().map(Offer::change).filter(agreed::contains).toList();
        Situation cleared = InTheWay.without(situation, taken);
        List<Change> changes = new ArrayList<>(taken);
        List<Sentence> obstacles = new ArrayList<>();
        for (Hop hop : Hops.of(forward, cleared)) {
            changes.addAll(hop.plan(forward, cleared));
            obstacles.addAll(hop.obstacles(forward, cleared));
        }
        changes.sort(Comparator.comparingInt(change -> ORDER.indexOf(change.hop())));
        return new Plan(
                forward,
                changes,
                offers.stream().filter(offer -> !taken.contains(offer.change())).toList(),
                obstacles.stream().distinct().toList(),
                Forecast.of(forward, cleared, FirewallHop.rule(forward, cleared)));
    }
}
