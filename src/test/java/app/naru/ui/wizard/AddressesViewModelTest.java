package app.naru.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Sentence;
import app.naru.survey.Fact;
import app.naru.survey.Situation;
import app.naru.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;

final class AddressesViewModelTest {

    private final ReadOnlyObjectWrapper<Situation> situation =
            new ReadOnlyObjectWrapper<>(Scenes.windows());

    @Test
    void tellsOfWslOnlyWhereThereIsOne() {
        AddressesViewModel model =
                new AddressesViewModel(
                        new Draft(
                                Optional.empty(),
                                List.of(),
                                Scenes.here(situation),
                                Texts.in(Locale.ENGLISH)::say));
        assertThat(model.wslHere().getValue()).isTrue();

        situation.set(
                Scenes.windows().withWsl(new Fact.Unknown<>(Sentence.of("survey.wsl.notHere"))));

        assertThat(model.wslHere().getValue()).isFalse();
    }
}
