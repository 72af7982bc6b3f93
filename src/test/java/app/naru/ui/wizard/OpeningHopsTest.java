package app.naru.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.path.Change;
import app.naru.path.HopKind;
import app.naru.path.HopView;
import app.naru.path.HopView.State;
import app.naru.path.Hops;
import app.naru.path.Outcome;
import app.naru.path.Plan;
import app.naru.path.Situations;
import app.naru.path.Standing;
import app.naru.path.Step;
import app.naru.survey.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OpeningHopsTest {

    private final Situation situation =
            Situations.windows(Situations.listener("127.0.0.1", 3000, "node"));
    private final Forward forward = Situations.forward("8000", "3000", "lan");
    private final List<HopView> before = Hops.look(forward, situation, Standing.CLOSED);
    private final List<Change> planned = Plan.of(forward, situation, List.of()).changes();

    private State state(HopKind hop, List<Step> steps) {
        return OpeningHops.of(before, planned, steps).stream()
                .filter(view -> view.hop() == hop)
                .map(HopView::state)
                .findFirst()
                .orElseThrow();
    }

    private List<Step> steps(int count, Outcome outcome) {
        List<Step> steps = new ArrayList<>();
        for (Change change : planned.subList(0, count)) {
            steps.add(
                    new Step(
                            change, false, steps.size() + 1, planned.size(), Optional.of(outcome)));
        }
        return steps;
    }

    @Test
    void areAsTheyWereUntilSomethingIsDone() {
        assertThat(OpeningHops.of(before, planned, List.of())).isEqualTo(before);
    }

    @Test
    void openOneAfterTheOther() {
        HopKind first = planned.getFirst().hop();
        HopKind last = planned.getLast().hop();
        assertThat(first).isNotEqualTo(last);

        assertThat(state(first, steps(1, new Outcome.Done()))).isEqualTo(State.OPEN);
        assertThat(state(last, steps(1, new Outcome.Done()))).isEqualTo(State.PLANNED);
        assertThat(state(last, steps(planned.size(), new Outcome.Done()))).isEqualTo(State.OPEN);
    }

    @Test
    void tellWhatWentWrong() {
        Outcome failed = new Outcome.Failed(Sentence.of("path.looking"), Optional.empty());

        assertThat(OpeningHops.of(before, planned, steps(1, failed)))
                .contains(
                        new HopView(
                                planned.getFirst().hop(),
                                State.PROBLEM,
                                Sentence.of("path.looking")));
    }
}
