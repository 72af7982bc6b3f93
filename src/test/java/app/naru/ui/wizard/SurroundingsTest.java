package app.naru.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.naru.survey.Situation;
import app.naru.text.Texts;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;

final class SurroundingsTest {

    private final ReadOnlyObjectWrapper<Situation> pc =
            new ReadOnlyObjectWrapper<>(Scenes.windows());

    @Test
    void followTheSituation() {
        Surroundings here = Scenes.here(pc);
        assertThat(here.servers().get()).hasSize(1);
        pc.set(Scenes.withDjangoInWsl("Ubuntu"));
        assertThat(here.situation().get()).isSameAs(pc.get());
    }

    @Test
    void letADraftGoThatNobodyHoldsAnyMore() {
        WeakReference<Draft> draft =
                new WeakReference<>(
                        new Draft(
                                Optional.empty(),
                                List.of(),
                                Scenes.here(pc),
                                Texts.in(Locale.ENGLISH)::say));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> {
                    System.gc();
                    return draft.get() == null;
                });
        pc.set(Scenes.withDjangoInWsl("Ubuntu"));
    }
}
