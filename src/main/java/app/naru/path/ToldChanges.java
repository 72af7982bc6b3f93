package app.naru.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Makes changes and takes them back, and tells of each before and after. */
final class ToldChanges {

    private ToldChanges() {}

    /**
     * Makes a group of the plan's changes.
     *
     * @param group of {@link Changes#together}
     */
    static List<Step> make(
            Changes changes, Plan plan, List<Change> group, Consumer<Step> progress) {
        return told(
                false,
                group,
                change -> plan.changes().indexOf(change) + 1,
                plan.changes().size(),
                progress,
                () -> changes.apply(plan.forward(), group));
    }

    /** Takes the changes back, the last one first. Returns what could not be, with the reason. */
    static List<Step> undo(Changes changes, List<Change> inPlace, Consumer<Step> progress) {
        List<Step> left = new ArrayList<>();
        List<Change> backwards = inPlace.reversed();
        for (List<Change> group : Changes.together(backwards)) {
            List<Step> steps =
                    told(
                            true,
                            group,
                            change -> backwards.indexOf(change) + 1,
                            backwards.size(),
                            progress,
                            () -> changes.undo(group));
            steps.stream().filter(step -> !step.good()).forEach(left::add);
        }
        return left;
    }

    private static List<Step> told(
            boolean back,
            List<Change> group,
            ToIntFunction<Change> number,
            int of,
            Consumer<Step> progress,
            Supplier<List<Outcome>> work) {
        for (Change change : group) {
            progress.accept(
                    new Step(change, back, number.applyAsInt(change), of, Optional.empty()));
        }
        List<Outcome> outcomes = work.get();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            Change change = group.get(i);
            steps.add(
                    new Step(
                            change,
                            back,
                            number.applyAsInt(change),
                            of,
                            Optional.of(outcomes.get(i))));
        }
        steps.forEach(progress);
        return steps;
    }
}
