package app.naru.ui.main;

import app.naru.forward.ForwardName;
import app.naru.forward.Sentence;
import app.naru.path.Outcome;
import app.naru.path.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What closing a forward has taken back, as it happens. Written by one thread at a time. */
final class TakenBack implements Consumer<Step> {

    private final List<Sentence> things = new ArrayList<>();

    /** What was not there any more is not among them. */
    @Override
    public void accept(Step step) {
        step.outcome()
                .filter(Outcome.Done.class::isInstance)
                .ifPresent(done -> things.add(step.change().thing()));
    }

    /** Returns that it is closed, and what was taken back; empty where nothing was. */
    Optional<Sentence> closed() {
        return all().map(all -> Sentence.of("takenBack.closed", all));
    }

    /** Returns the same of a forward that is gone from the list. */
    Sentence removed(ForwardName name) {
        return all().map(all -> Sentence.of("takenBack.removed", name, all))
                .orElse(Sentence.of("takenBack.removed.nothing", name));
    }

    private Optional<Sentence> all() {
        return things.stream().reduce((some, more) -> Sentence.of("takenBack.and", some, more));
    }
}
