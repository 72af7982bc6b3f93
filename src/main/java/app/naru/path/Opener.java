package app.naru.path;

import app.naru.forward.Forward;
import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.path.ForwardStatus.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Opens forwards: makes what is planned, all of it or nothing. */
final class Opener {

    private final OpenForwards open;
    private final Changes changes;
    private final Closing closing;
    private final Expiry expiry;

    Opener(OpenForwards open, Changes changes, Closing closing, Expiry expiry) {
        this.open = open;
        this.changes = changes;
        this.closing = closing;
        this.expiry = expiry;
    }

    /**
     * Opens the forward; one with the same id is closed first. One at a time.
     *
     * @param plan asked when that one is closed
     * @return why it could not be opened; empty when it is open
     */
    Optional<Opening.NotOpened> open(
            Supplier<Plan> plan,
            Forward forward,
            Optional<Instant> until,
            Consumer<Step> progress) {
        closing.close(forward.id(), step -> {});
        Plan planned = plan.get();
        if (!planned.obstacles().isEmpty()) {
            return Optional.of(
                    new Opening.NotOpened(planned.obstacles().getFirst(), false, Optional.empty()));
        }
        OpenForward opening =
                new OpenForward(
                        forward,
                        State.OPENING,
                        List.of(),
                        until,
                        Optional.empty(),
                        Optional.empty());
        open.put(opening);
        List<Change> made = new ArrayList<>();
        Optional<Outcome> bad = make(planned, opening, made, progress);
        if (bad.isPresent()) {
            ToldChanges.undo(changes, made, step -> {});
            open.forget(forward.id());
            return bad.map(Opener::notOpened);
        }
        made.stream().filter(Change::staysWhenClosed).forEach(changes::keep);
        made.removeIf(Change::staysWhenClosed);
        open.put(
                new OpenForward(
                        forward,
                        State.OPEN,
                        List.copyOf(made),
                        until,
                        expiry.schedule(forward, until),
                        Optional.empty()));
        return Optional.empty();
    }

    /**
     * Makes the changes in their order, up to the first that can't be made.
     *
     * @param made is given what was
     * @return what came of the one that could not be made
     */
    private Optional<Outcome> make(
            Plan plan, OpenForward opening, List<Change> made, Consumer<Step> progress) {
        for (List<Change> group : Changes.together(plan.changes())) {
            List<Step> steps = ToldChanges.make(changes, plan, group, progress);
            steps.stream()
                    .filter(step -> !(step.outcome().orElseThrow() instanceof Outcome.NotHere))
                    .filter(Step::good)
                    .forEach(step -> made.add(step.change()));
            Optional<Outcome> bad =
                    steps.stream().filter(step -> !step.good()).findFirst().flatMap(Step::outcome);
            if (bad.isPresent()) {
                return bad;
            }
            open.put(opening.with(State.OPENING, made));
        }
        return Optional.empty();
    }

    private static Opening.NotOpened notOpened(Outcome outcome) {
        Optional<Port> otherPort =
                outcome instanceof Outcome.Failed(Sentence why, Optional<Port> other)
                        ? other
                        : Optional.empty();
        return new Opening.NotOpened(
                outcome.sentence(), outcome instanceof Outcome.Declined, otherPort);
    }
}
