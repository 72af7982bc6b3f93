package app.naru.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.naru.FreePorts;
import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.path.Change;
import app.naru.path.Forwards;
import app.naru.path.Journal;
import app.naru.path.Outcome;
import app.naru.path.SavedForwards;
import app.naru.router.Found;
import app.naru.settings.RelayLimits;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import app.naru.survey.Fact;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.text.Texts;
import app.naru.ui.BackgroundTasks;
import app.naru.ui.wizard.OpeningViewModel.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens for real, on a loopback address that stands for the one on the network. */
final class OpeningViewModelTest {

    private static final InetAddress LAN = Address.parse("127.0.0.2");

    @TempDir private Path folder;
    private Situation situation = Scenes.linux();
    private Supplier<RelayLimits> limits = () -> RelayLimits.DEFAULT;
    private Settings settings;
    private Forwards forwards;
    private Draft draft;
    private OpeningViewModel page;

    @BeforeEach
    void start() throws IOException {
        NetInterface lan =
                new NetInterface(
                        1,
                        "lan",
                        "",
                        NetInterface.Kind.ETHERNET,
                        List.of(new NetInterface.Assigned(LAN, 8)),
                        Optional.empty());
        situation =
                Scenes.linux().withNetwork(new Fact.Known<>(new Network(List.of(lan), List.of())));
        SettingsFolder files = new SettingsFolder(folder);
        settings = new Settings(files, Clock.systemUTC());
        Journal journal = Journal.open(files.journals(), "test", Clock.systemUTC());
        forwards =
                new Forwards(
                        journal,
                        Optional.empty(),
                        List::of,
                        progress -> new Found(List.of()),
                        Optional.empty(),
                        () -> limits.get(),
                        situation,
                        Clock.systemUTC());
        draft =
                new Draft(
                        Optional.empty(),
                        List.of(),
                        Scenes.here(new ReadOnlyObjectWrapper<>(situation)),
                        Texts.in(Locale.ENGLISH)::say);
        page =
                new OpeningViewModel(
                        draft,
                        new SavedForwards(settings, forwards, Clock.systemUTC()),
                        BackgroundTasks.direct());
    }

    @AfterEach
    void end() throws IOException {
        forwards.close(draft.id(), step -> {});
        forwards.close();
    }

    @Test
    void opensAndKeepsTheForward() throws IOException {
        draft.server().ports().text().set("8000");
        draft.listen().ports().text().set(String.valueOf(FreePorts.one()));

        page.open();

        Progress.Open open = (Progress.Open) page.progress().get();
        assertThat(open.steps()).hasSize(1);
        assertThat(open.steps().getFirst().change()).isInstanceOf(Change.RunRelay.class);
        assertThat(open.steps().getFirst().outcome()).contains(new Outcome.Done());
        assertThat(settings.forwards()).hasSize(1).allMatch(saved -> saved.on());
    }

    @Test
    void canBeLeftAfterAnErrorThatNobodyExpected() {
        draft.server().ports().text().set("8000");
        draft.listen().ports().text().set(String.valueOf(FreePorts.one()));
        limits =
                () -> {
                    throw new IllegalStateException("of the test");
                };

        assertThatThrownBy(page::open).hasMessageContaining("of the test");

        assertThat(page.isRunning()).isFalse();
        assertThat(page.canOpen().get()).isTrue();
    }

    @Test
    void saysThatThePortIsTakenAndGoesOnWithAnother() throws IOException {
        try (ServerSocket taken = new ServerSocket(FreePorts.one(), 1, LAN)) {
            draft.server().ports().text().set("8000");
            draft.listen().ports().text().set(String.valueOf(taken.getLocalPort()));

            page.open();

            Progress.Failed failed = (Progress.Failed) page.progress().get();
            assertThat(failed.why().key()).startsWith("path.relay.taken");
            Port other = failed.otherPort().orElseThrow();
            assertThat(settings.forwards()).isEmpty();

            page.usePort(other);

            assertThat(page.progress().get()).isInstanceOf(Progress.Ready.class);
            assertThat(draft.forward().orElseThrow().target()).isEqualTo(Target.parse("8000"));
            page.open();
            assertThat(page.progress().get()).isInstanceOf(Progress.Open.class);
            assertThat(draft.forward().orElseThrow().ports().first()).isEqualTo(other);
        }
    }

    @Test
    void takesEverythingBackWhenItIsStoppedHalfWay() throws IOException {
        draft.server().ports().text().set("8000");
        draft.listen().ports().text().set(String.valueOf(FreePorts.one()));
        page.progress()
                .addListener((observed, before, now) -> {
                    if (now instanceof Progress.Running running && running.steps().size() == 1) {
                        page.stop();
                    }
                });

        page.open();

        assertThat(page.progress().get()).isInstanceOf(Progress.Ready.class);
        assertThat(page.stopped().get().map(Sentence::key)).contains("wizard.open.stopped");
        assertThat(settings.forwards()).isEmpty();
        assertThat(forwards.open()).isEmpty();
    }

    @Test
    void saysWhatIsInTheWay() {
        draft.server().ports().text().set("8000");
        draft.server().place().set(ServerDraft.Place.WSL);

        assertThat(page.plan().get().orElseThrow().obstacles()).isNotEmpty();

        page.open();

        assertThat(page.canOpen().get()).isFalse();
        assertThat(page.progress().get()).isInstanceOf(Progress.Ready.class);
    }
}
