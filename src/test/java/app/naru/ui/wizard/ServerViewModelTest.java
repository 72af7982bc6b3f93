package app.naru.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.server.Listener;
import app.naru.server.LocalServer;
import app.naru.survey.Fact;
import app.naru.survey.Situation;
import app.naru.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ServerViewModelTest {

    private final ReadOnlyObjectWrapper<Situation> situation =
            new ReadOnlyObjectWrapper<>(Scenes.windows());
    private final Texts texts = Texts.in(Locale.ENGLISH);
    private final SampleHost sample = new SampleHost(() -> texts);
    private final Draft draft =
            new Draft(Optional.empty(), List.of(), Scenes.here(situation), texts::say);
    private final ServerViewModel page = new ServerViewModel(draft, sample);

    @AfterEach
    void close() {
        sample.close();
    }

    @Test
    void takesTheServerThatIsChosen() {
        LocalServer django = page.shown().get().getFirst();

        page.choose(django);

        assertThat(draft.forward().map(Forward::name).map(Object::toString))
                .contains("Django 8000");
        assertThat(page.chosen().get()).contains(django);
        assertThat(key(page.portNote())).isEqualTo("path.server.program");
    }

    @Test
    void suggestsTheOnlyServerOnce() {
        assertThat(page.chosen().get()).contains(page.shown().get().getFirst());
        assertThat(page.isSuggested()).isTrue();

        draft.server().ports().text().set("");
        situation.set(Scenes.linux());
        situation.set(Scenes.windows());

        assertThat(page.isSuggested()).isFalse();
        assertThat(page.chosen().get()).isEmpty();
    }

    @Test
    void suggestsNothingWhereThereAreSeveralOrSomethingIsEntered() {
        ReadOnlyObjectWrapper<Situation> two =
                new ReadOnlyObjectWrapper<>(Scenes.withDjangoInWsl("Debian"));
        Draft open = new Draft(Optional.empty(), List.of(), Scenes.here(two), texts::say);
        assertThat(new ServerViewModel(open, sample).chosen().get()).isEmpty();

        ReadOnlyObjectWrapper<Situation> later = new ReadOnlyObjectWrapper<>(Scenes.linux());
        Draft typed = new Draft(Optional.empty(), List.of(), Scenes.here(later), texts::say);
        ServerViewModel itsPage = new ServerViewModel(typed, sample);
        typed.server().ports().text().set("9000");
        later.set(Scenes.windows());
        assertThat(itsPage.shown().get()).hasSize(1);
        assertThat(typed.server().ports().text().get()).isEqualTo("9000");
    }

    @Test
    void advisesHttpModeForAServerThatWantsItsOwnNameUntilItIsChosen() {
        draft.server().ports().text().set("1234");
        assertThat(page.httpAdvice().get()).isEmpty();

        page.choose(page.shown().get().getFirst());
        assertThat(key(page.httpAdvice())).isEqualTo("wizard.server.http.advice");

        draft.http().wanted().set(true);
        assertThat(page.httpAdvice().get()).isEmpty();
    }

    @Test
    void offersAServerInWslByItsPortAndDistribution() {
        situation.set(Scenes.withDjangoInWsl("Debian"));
        LocalServer django =
                page.shown().get().stream()
                        .filter(each -> each.distro().isPresent())
                        .findFirst()
                        .orElseThrow();

        page.choose(django);

        assertThat(draft.forward().map(forward -> forward.target().toString()))
                .contains("wsl:Debian:8001");
        assertThat(draft.forward().map(forward -> forward.name().toString()))
                .contains("Django 8001");
        assertThat(page.chosen().get()).contains(django);
        assertThat(key(page.portNote())).isEqualTo("path.server.program");
    }

    @Test
    void hidesTheSystemsServicesUntilAskedAndNarusOwnRelaysAlways() {
        situation.set(
                Scenes.windows()
                        .withListeners(
                                new Fact.Known<>(
                                        List.of(
                                                Scenes.django(),
                                                Scenes.listener("0.0.0.0", 445, 4, "System", ""),
                                                Scenes.listener(
                                                        Scenes.LAN,
                                                        9000,
                                                        Scenes.OWN_PID,
                                                        "naru.exe",
                                                        "")))));

        assertThat(ports()).containsExactly(8000);

        page.showAll().set(true);

        assertThat(ports()).containsExactly(8000, 445);
    }

    @Test
    void saysThatNothingListensYet() {
        situation.set(Scenes.linux());
        assertThat(key(page.listState())).isEqualTo("wizard.server.list.empty");

        situation.set(Scenes.linux().withListeners(new Fact.Pending<>()));
        assertThat(key(page.listState())).isEqualTo("path.looking");

        situation.set(
                Scenes.linux()
                        .withListeners(
                                new Fact.Unknown<List<Listener>>(
                                        Sentence.of("survey.failed", "no"))));
        assertThat(key(page.listState())).isEqualTo("wizard.server.list.unknown");
    }

    @Test
    void saysThatNothingListensOnATypedPortButTakesIt() {
        draft.server().ports().text().set("1234");

        assertThat(key(page.portNote())).isEqualTo("wizard.server.note.nothing");
        assertThat(draft.forward()).isPresent();
    }

    @Test
    void servesTheSamplePageOnRequest() {
        page.useSample();

        assertThat(page.sampleTrouble().get()).isEmpty();
        assertThat(draft.forward().orElseThrow().name().text()).startsWith("Sample page ");
        assertThat(key(page.portNote())).isEqualTo("wizard.server.note.sample");
    }

    @Test
    void offersWslOnlyWhereItIs() {
        assertThat(page.noWsl().get()).isEmpty();
        assertThat(page.wslOffered().get()).isTrue();
        assertThat(page.distros().get()).containsExactly("Ubuntu", "Debian");

        situation.set(Scenes.linux());

        assertThat(key(page.noWsl())).isEqualTo("survey.wsl.notHere");
        assertThat(page.wslOffered().get()).isFalse();

        draft.server().place().set(ServerDraft.Place.WSL);

        assertThat(page.wslOffered().get()).isTrue();
    }

    private List<Integer> ports() {
        return page.shown().get().stream().map(each -> each.port().number()).toList();
    }

    private static String key(ObservableValue<Optional<Sentence>> sentence) {
        return sentence.getValue().map(Sentence::key).orElse("");
    }
}
