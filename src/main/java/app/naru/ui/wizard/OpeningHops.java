package app.naru.ui.wizard;

import app.naru.path.Change;
import app.naru.path.HopKind;
import app.naru.path.HopView;
import app.naru.path.Outcome;
import app.naru.path.Step;
import java.util.List;
import java.util.Optional;

/** The hops of a forward while they are opened, one after the other. */
final class OpeningHops {

    private OpeningHops() {}

    /**
     * Returns how each hop stands now.
     *
     * @param before how they stood before anything was changed
     * @param planned all that is to be changed
     * @param steps the changes begun so far
     */
    static List<HopView> of(List<HopView> before, List<Change> planned, List<Step> steps) {
        return before.stream().map(view -> of(view, planned, steps)).toList();
    }

    private static HopView of(HopView before, List<Change> planned, List<Step> steps) {
        HopKind hop = before.hop();
        List<Outcome> outcomes =
                steps.stream()
                        .filter(step -> step.change().hop() == hop)
                        .flatMap(step -> step.outcome().stream())
                        .filter(outcome -> !(outcome instanceof Outcome.NotHere))
                        .toList();
        Optional<Outcome> bad = outcomes.stream().filter(each -> !each.good()).findFirst();
        if (bad.isPresent()) {
            return new HopView(hop, HopView.State.PROBLEM, bad.get().sentence());
        }
        long wanted = planned.stream().filter(change -> change.hop() == hop).count();
        return outcomes.isEmpty() || outcomes.size() < wanted
                ? before
                : new HopView(hop, HopView.State.OPEN, outcomes.getLast().sentence());
    }
}
