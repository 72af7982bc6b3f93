package app.naru.path;

import static app.naru.path.LoopbackForwards.HERE;
import static app.naru.path.LoopbackForwards.connects;
import static app.naru.path.LoopbackForwards.fetch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.naru.FreePorts;
import app.naru.forward.Forward;
import app.naru.forward.Sentence;
import app.naru.settings.Preferences;
import app.naru.settings.RelayLimits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening and closing of forwards that really relay. */
final class ForwardsTest {

    @TempDir Path folder;
    private LoopbackForwards here;

    @BeforeEach
    void start() throws IOException {
        here = new LoopbackForwards(folder);
    }

    @AfterEach
    void stop() throws IOException {
        here.close();
    }

    @Test
    void whatIsOpenCanBeFetchedAndWhatIsClosedCannot() throws Exception {
        Forward forward = here.forward(FreePorts.one());

        assertThat(here.saved.open(forward, step -> {})).isInstanceOf(Opening.Opened.class);
        assertThat(fetch(forward)).isEqualTo("<h1>it works</h1>");
        assertThat(here.saved.list())
                .singleElement()
                .returns(ForwardStatus.State.OPEN, ForwardStatus::state)
                .satisfies(status -> assertThat(status.traffic()).isPresent());

        assertThat(here.saved.close(forward.id(), step -> {})).isEmpty();
        assertThat(connects(forward)).isFalse();
        assertThat(here.saved.list())
                .extracting(ForwardStatus::state)
                .containsExactly(ForwardStatus.State.CLOSED);
    }

    @Test
    void trafficIsCounted() throws Exception {
        Forward forward = here.forward(FreePorts.one());
        here.forwards.open(forward, step -> {});
        fetch(forward);

        await().untilAsserted(() ->
                assertThat(here.forwards.status(forward).traffic())
                        .hasValueSatisfying(traffic -> {
                            assertThat(traffic.accepted()).isEqualTo(1);
                            assertThat(traffic.bytesOut()).isGreaterThan(17);
                        }));
    }

    @Test
    void noMoreConnectionsAreLetInThanThePreferencesSay() throws Exception {
        here.settings.preferences(
                Preferences.DEFAULT.withLimits(
                        new RelayLimits(Optional.of(1), Optional.empty(), Optional.empty())));
        Forward forward = here.forward(FreePorts.one());
        here.forwards.open(forward, step -> {});

        try (Socket first = new Socket(HERE, forward.ports().first().number())) {
            await().untilAsserted(() ->
                    assertThat(here.forwards.status(forward).traffic())
                            .hasValueSatisfying(
                                    traffic -> assertThat(traffic.accepted()).isEqualTo(1)));
            assertThatThrownBy(() -> fetch(forward)).isInstanceOf(IOException.class);
            assertThat(first.isConnected()).isTrue();
        }
        await().ignoreExceptions().until(() -> fetch(forward).equals("<h1>it works</h1>"));
    }

    @Test
    void eachStepIsToldBeforeAndAfter() throws Exception {
        List<Step> steps = new ArrayList<>();
        here.forwards.situation(Situations.windows());

        here.forwards.open(here.forward(FreePorts.one()), steps::add);

        assertThat(steps).extracting(Step::number).containsExactly(1, 1, 2, 2);
        assertThat(steps)
                .extracting(step -> step.outcome().isPresent())
                .containsExactly(false, true, false, true);
        assertThat(steps.get(1).outcome())
                .hasValueSatisfying(
                        outcome -> assertThat(outcome).isInstanceOf(Outcome.NotHere.class));
        assertThat(steps.get(3).outcome()).contains(new Outcome.Done());
    }

    @Test
    void aTakenPortNamesItsProgramAndOffersTheNextThatIsFree() throws Exception {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(HERE, 0));
            here.listeners =
                    () ->
                            List.of(
                                    Situations.listener(
                                            HERE, taken.getLocalPort(), "node.exe", 4711));

            Opening opening = here.saved.open(here.forward(taken.getLocalPort()), step -> {});

            assertThat(opening)
                    .isInstanceOfSatisfying(
                            Opening.NotOpened.class,
                            notOpened -> {
                                assertThat(notOpened.why())
                                        .isEqualTo(
                                                Sentence.of(
                                                        "path.relay.takenBy",
                                                        taken.getLocalPort(),
                                                        "node.exe (4711)"));
                                assertThat(notOpened.otherPort())
                                        .hasValueSatisfying(port ->
                                                assertThat(port.number())
                                                        .isGreaterThan(taken.getLocalPort()));
                            });
            assertThat(here.saved.list()).isEmpty();
            assertThat(here.forwards.leftOver()).isEmpty();
        }
    }

    @Test
    void anObstacleIsTheReasonAndNothingIsTouched() throws Exception {
        Forward elsewhere = Situations.forward("8000", "8000", "lan", "192.168.99.99");

        assertThat(
                        here.saved.open(
                                elsewhere,
                                step -> {
                                    throw new AssertionError(step);
                                }))
                .isEqualTo(
                        new Opening.NotOpened(
                                Sentence.of("path.relay.foreignAddress", "192.168.99.99"),
                                false,
                                Optional.empty()));
    }

    @Test
    void aWatcherHearsOfEveryChange() throws Exception {
        Forward forward = here.forward(FreePorts.one());
        List<ForwardStatus.State> heard = new ArrayList<>();
        here.forwards.watch(() -> heard.add(here.forwards.status(forward).state()));

        here.forwards.open(forward, step -> {});
        here.forwards.close(forward.id(), step -> {});

        assertThat(heard)
                .containsSubsequence(
                        ForwardStatus.State.OPENING,
                        ForwardStatus.State.OPEN,
                        ForwardStatus.State.CLOSING,
                        ForwardStatus.State.CLOSED);
    }

    @Test
    void aJournalThatCannotBeWrittenChangesNothing() throws Exception {
        Forward forward = here.forward(FreePorts.one());
        Path journal = folder.resolve("journal");
        try (var files = Files.list(journal)) {
            Path lock =
                    files.filter(each -> each.toString().endsWith(".lock"))
                            .findFirst()
                            .orElseThrow();
            String name = lock.getFileName().toString().replace(".lock", ".json.new");
            Files.createDirectory(journal.resolve(name));
        }

        Opening opening = here.forwards.open(forward, step -> {});

        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.NotOpened.class,
                        notOpened ->
                                assertThat(notOpened.why().key()).isEqualTo("path.journal.failed"));
        assertThat(connects(forward)).isFalse();
    }
}
