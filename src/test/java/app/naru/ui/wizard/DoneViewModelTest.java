package app.naru.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Sentence;
import app.naru.path.Change;
import app.naru.path.Outcome;
import app.naru.path.Situations;
import app.naru.path.Step;
import app.naru.ui.wizard.OpeningViewModel.Progress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DoneViewModelTest {

    private static final Change CHANGE = new Change.KeepDistroRunning("Ubuntu");

    private static Sentence howToStop(Step... steps) {
        return DoneViewModel.howToStop(
                new Progress.Open(List.of(steps), Situations.forward("8000", "8000", "lan")));
    }

    @Test
    void whatNeededNoChangeIsNotStoppedByNaru() {
        assertThat(howToStop()).isEqualTo(Sentence.of("wizard.done.stop.server"));
        assertThat(howToStop(new Step(CHANGE, false, 1, 1, Optional.of(new Outcome.Done()))))
                .isEqualTo(Sentence.of("wizard.done.stop.byHand"));
    }
}
