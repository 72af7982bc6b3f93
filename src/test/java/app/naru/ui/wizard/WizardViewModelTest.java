package app.naru.ui.wizard;

import static app.naru.ui.wizard.WizardViewModel.Page.ADDRESSES;
import static app.naru.ui.wizard.WizardViewModel.Page.AUDIENCE;
import static app.naru.ui.wizard.WizardViewModel.Page.DONE;
import static app.naru.ui.wizard.WizardViewModel.Page.FIREWALL;
import static app.naru.ui.wizard.WizardViewModel.Page.OPEN;
import static app.naru.ui.wizard.WizardViewModel.Page.ROUTER;
import static app.naru.ui.wizard.WizardViewModel.Page.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.survey.Situation;
import app.naru.text.Texts;
import app.naru.ui.AudienceDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

final class WizardViewModelTest {

    private final ReadOnlyObjectWrapper<Situation> situation =
            new ReadOnlyObjectWrapper<>(Scenes.windows());
    private final ReadOnlyObjectWrapper<OpeningViewModel.Progress> progress =
            new ReadOnlyObjectWrapper<>(new OpeningViewModel.Progress.Ready());
    private final List<String> done = new ArrayList<>();
    private final Draft draft =
            new Draft(
                    Optional.empty(),
                    List.of(),
                    Scenes.here(situation),
                    Texts.in(Locale.ENGLISH)::say);
    private final WizardViewModel wizard =
            new WizardViewModel(
                    draft,
                    progress.getReadOnlyProperty(),
                    new WizardViewModel.Actions(
                            new SimpleBooleanProperty(true),
                            () -> done.add("open"),
                            () -> done.add("finish")));

    @Test
    void staysOnAPageUntilItIsInOrder() {
        wizard.next();
        assertThat(wizard.page().get()).isEqualTo(SERVER);
        assertThat(wizard.canGoOn().get()).isFalse();

        draft.server().ports().text().set("8000");
        assertThat(wizard.canGoOn().get()).isTrue();
        wizard.next();

        assertThat(wizard.page().get()).isEqualTo(ADDRESSES);
    }

    @Test
    void goesToTheRouterOnlyForTheInternet() {
        draft.server().ports().text().set("8000");
        assertThat(wizard.pages().get())
                .containsExactly(SERVER, ADDRESSES, AUDIENCE, FIREWALL, OPEN, DONE);

        draft.audience().who().set(AudienceDraft.Who.INTERNET);

        assertThat(wizard.pages().get())
                .containsExactly(SERVER, ADDRESSES, AUDIENCE, FIREWALL, ROUTER, OPEN, DONE);
    }

    @Test
    void backAndNextKeepWhatWasEntered() {
        draft.server().ports().text().set("8000");
        wizard.next();
        draft.listen().ports().text().set("9000");
        wizard.next();
        draft.audience().howLong().set(AudienceDraft.HowLong.UNTIL_STOPPED);
        wizard.next();
        draft.rule().description().text().set("For the demo");
        Optional<Forward> before = draft.forward();

        wizard.back();
        wizard.back();
        wizard.back();
        assertThat(wizard.page().get()).isEqualTo(SERVER);
        wizard.next();
        wizard.next();
        wizard.next();

        assertThat(wizard.page().get()).isEqualTo(FIREWALL);
        assertThat(draft.forward()).isEqualTo(before);
        assertThat(before).isPresent();
    }

    @Test
    void goesToStepsThatWereShownAsLongAsAllBeforeThemAreInOrder() {
        draft.server().ports().text().set("8000");
        assertThat(wizard.reachable().get()).containsExactly(SERVER);
        wizard.goTo(AUDIENCE);
        assertThat(wizard.page().get()).isEqualTo(SERVER);
        for (int i = 0; i < 3; i++) {
            wizard.next();
        }

        wizard.goTo(SERVER);
        assertThat(wizard.page().get()).isEqualTo(SERVER);
        assertThat(wizard.reachable().get()).containsExactly(SERVER, ADDRESSES, AUDIENCE, FIREWALL);
        draft.listen().ports().text().set("none");
        assertThat(wizard.reachable().get()).containsExactly(SERVER, ADDRESSES);
        wizard.goTo(FIREWALL);
        assertThat(wizard.page().get()).isEqualTo(SERVER);

        draft.listen().ports().text().set("9000");
        wizard.goTo(FIREWALL);
        assertThat(wizard.page().get()).isEqualTo(FIREWALL);
        progress.set(new OpeningViewModel.Progress.Running(List.of(), false));
        assertThat(wizard.reachable().get()).isEmpty();
    }

    @Test
    void goesToEveryStepOfAForwardThatIsChanged() {
        draft.server().ports().text().set("8000");
        Forward kept = draft.forward().orElseThrow();
        Draft editing =
                new Draft(
                        Optional.of(kept),
                        List.of(kept),
                        Scenes.here(situation),
                        Texts.in(Locale.ENGLISH)::say);
        WizardViewModel changing =
                new WizardViewModel(
                        editing,
                        progress.getReadOnlyProperty(),
                        new WizardViewModel.Actions(
                                new SimpleBooleanProperty(true), () -> {}, () -> {}));

        changing.goTo(AUDIENCE);
        assertThat(changing.page().get()).isEqualTo(AUDIENCE);
        assertThat(changing.reachable().get())
                .containsExactly(SERVER, ADDRESSES, AUDIENCE, FIREWALL, OPEN);
    }

    @Test
    void showsTheLinkOnceItIsOpen() {
        draft.server().ports().text().set("8000");
        for (int i = 0; i < 4; i++) {
            wizard.next();
        }
        assertThat(wizard.page().get()).isEqualTo(OPEN);
        assertThat(wizard.canGoOn().get()).isFalse();

        progress.set(new OpeningViewModel.Progress.Open(List.of(), draft.forward().orElseThrow()));

        assertThat(wizard.page().get()).isEqualTo(DONE);
        assertThat(wizard.canGoBack().get()).isFalse();
    }

    @Test
    void theButtonDoesWhatThePageIsFor() {
        draft.server().ports().text().set("8000");
        for (int i = 0; i < 5; i++) {
            wizard.act();
        }
        assertThat(done).containsExactly("open");
        assertThat(wizard.action().get()).isEqualTo(Sentence.of("wizard.open.open"));

        progress.set(
                new OpeningViewModel.Progress.Failed(
                        List.of(), Sentence.of("wizard.finish"), Optional.empty()));
        assertThat(wizard.action().get()).isEqualTo(Sentence.of("wizard.open.again"));

        progress.set(new OpeningViewModel.Progress.Open(List.of(), draft.forward().orElseThrow()));
        wizard.act();
        assertThat(done).containsExactly("open", "finish");
    }

    @Test
    void doesNotGoBackWhileItIsBeingOpened() {
        draft.server().ports().text().set("8000");
        for (int i = 0; i < 4; i++) {
            wizard.next();
        }
        progress.set(new OpeningViewModel.Progress.Running(List.of(), false));

        wizard.back();

        assertThat(wizard.page().get()).isEqualTo(OPEN);
    }
}
