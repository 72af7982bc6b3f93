package app.naru.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.internet.PublicAddresses;
import app.naru.internet.RouterWord;
import app.naru.internet.WayIn;
import app.naru.path.RouterReport;
import app.naru.router.RouterAt;
import app.naru.router.RouterProtocol;
import app.naru.survey.Situation;
import app.naru.text.Texts;
import app.naru.ui.AudienceDraft;
import app.naru.ui.BackgroundTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;

final class RouterViewModelTest {

    private static final RouterAt AT =
            new RouterAt(RouterProtocol.PCP, "192.168.0.1", 5351, "192.168.0.7", "", "");

    private final ReadOnlyObjectWrapper<Situation> situation =
            new ReadOnlyObjectWrapper<>(Scenes.windows());
    private final Draft draft =
            new Draft(
                    Optional.empty(),
                    List.of(),
                    Scenes.here(situation),
                    Texts.in(Locale.ENGLISH)::say);
    private RouterReport report = new RouterReport.Silent();
    private final RouterViewModel page =
            new RouterViewModel(draft, progress -> report, BackgroundTasks.direct());

    @Test
    void looksOnlyWhenAsked() {
        assertThat(page.look().get()).isInstanceOf(RouterViewModel.Look.Looking.class);
    }

    @Test
    void aSilentRouterIsAskedAgain() {
        page.search();
        assertThat(page.look().get())
                .isEqualTo(new RouterViewModel.Look.ByHand(Sentence.of("path.router.silent")));

        report = new RouterReport.Willing(AT, Optional.of(Address.parse("203.0.113.7")));
        page.search();
        assertThat(page.look().get())
                .isEqualTo(
                        new RouterViewModel.Look.ByItself(
                                Sentence.of(
                                        "wizard.router.byItself",
                                        "192.168.0.1",
                                        "PCP",
                                        "203.0.113.7")));
    }

    @Test
    void aRouterBehindAnotherIsOfNoUse() {
        WayIn behind =
                WayIn.of(
                        new RouterWord.Has(Address.parse("192.168.1.4")),
                        PublicAddresses.NONE,
                        List.of());
        report = new RouterReport.NoWayIn(behind);
        page.search();
        assertThat(page.look().get())
                .isEqualTo(new RouterViewModel.Look.NoUse(behind.sentence(), behind.help()));
        assertThat(behind.help()).isNotEmpty();
    }

    @Test
    void theSearchIsShownAsItGetsOn() {
        List<RouterViewModel.Look> shown = new ArrayList<>();
        Sentence asking = Sentence.of("router.search.asking");
        RouterViewModel searching =
                new RouterViewModel(
                        draft,
                        progress -> {
                            progress.at(0.25, asking);
                            progress.at(0.75, asking);
                            return report;
                        },
                        BackgroundTasks.direct());
        searching.look().subscribe(now -> shown.add(now));

        searching.search();

        assertThat(shown)
                .startsWith(
                        new RouterViewModel.Look.Looking(0, asking),
                        new RouterViewModel.Look.Looking(0.25, asking),
                        new RouterViewModel.Look.Looking(0.75, asking))
                .last()
                .isInstanceOf(RouterViewModel.Look.ByHand.class);
    }

    @Test
    void whoKnowsBetterHasTheRouterDoItAllTheSame() {
        draft.server().ports().text().set("8000");
        assertThat(draft.forward().orElseThrow().mapAnyway()).isFalse();

        page.anyway().set(true);

        assertThat(draft.forward().orElseThrow().mapAnyway()).isTrue();
    }

    @Test
    void theValuesToTypeAreThoseOfTheForward() {
        draft.server().ports().text().set("8000");
        draft.audience().who().set(AudienceDraft.Who.INTERNET);
        draft.audience().internetUnderstood().set(true);
        assertThat(page.values().get())
                .extracting(RouterViewModel.Value::text)
                .containsExactly("Django 8000", "TCP", "8000", Scenes.LAN, "8000");
        assertThat(page.page().get())
                .hasValueSatisfying(uri -> assertThat(uri).hasToString("http://192.168.0.1/"));
    }
}
