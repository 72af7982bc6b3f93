package app.naru.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.naru.forward.Forward;
import app.naru.forward.InvalidInput;
import app.naru.forward.Lifetime;
import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.router.Found;
import app.naru.server.ListenerReader;
import app.naru.server.SampleServer;
import app.naru.settings.Preferences;
import app.naru.settings.RelayLimits;
import app.naru.settings.SavedForward;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import app.naru.survey.Fact;
import app.naru.survey.Network;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forwards that really relay, from 127.0.0.5 to a real server on 127.0.0.1. */
final class ForwardsTest {

    private static final String HERE = "127.0.0.5";

    @TempDir Path folder;

    private SampleServer server;
    private Settings settings;
    private Forwards forwards;
    private SavedForwards saved;
    private ListenerReader listeners = List::of;
    private Found router = new Found(List.of());

    @BeforeEach
    void start() throws IOException {
        server = SampleServer.start(0, visitor -> "<h1>it works</h1>");
        restart();
    }

    private void restart() throws IOException {
        settings = new Settings(new SettingsFolder(folder), Clock.systemUTC());
        Journal journal =
                Journal.open(
                        folder.resolve("journal"), "naru-" + System.nanoTime(), Clock.systemUTC());
        forwards =
                new Forwards(
                        journal,
                        Optional.empty(),
                        () -> listeners.read(),
                        progress -> router,
                        Optional.empty(),
                        () -> settings.preferences().limits(),
                        Situations.linux(),
                        Clock.systemUTC());
        saved = new SavedForwards(settings, forwards, Clock.systemUTC());
    }

    @AfterEach
    void stop() throws IOException {
        forwards.close();
        server.close();
    }

    @Test
    void whatIsOpenCanBeFetchedAndWhatIsClosedCannot() throws Exception {
        Forward forward = forward(freePort());

        assertThat(saved.open(forward, step -> {})).isInstanceOf(Opening.Opened.class);
        assertThat(fetch(forward)).isEqualTo("<h1>it works</h1>");
        assertThat(saved.list())
                .singleElement()
                .returns(ForwardStatus.State.OPEN, ForwardStatus::state)
                .satisfies(status -> assertThat(status.traffic()).isPresent());

        assertThat(saved.close(forward.id(), step -> {})).isEmpty();
        assertThat(connects(forward)).isFalse();
        assertThat(saved.list())
                .extracting(ForwardStatus::state)
                .containsExactly(ForwardStatus.State.CLOSED);
    }

    @Test
    void trafficIsCounted() throws Exception {
        Forward forward = forward(freePort());
        forwards.open(forward, step -> {});
        fetch(forward);

        await().untilAsserted(() ->
                assertThat(forwards.status(forward).traffic())
                        .hasValueSatisfying(traffic -> {
                            assertThat(traffic.accepted()).isEqualTo(1);
                            assertThat(traffic.bytesOut()).isGreaterThan(17);
                        }));
    }

    @Test
    void noMoreConnectionsAreLetInThanThePreferencesSay() throws Exception {
        settings.preferences(
                Preferences.DEFAULT.withLimits(
                        new RelayLimits(Optional.of(1), Optional.empty(), Optional.empty())));
        Forward forward = forward(freePort());
        forwards.open(forward, step -> {});

        try (Socket first = new Socket(HERE, forward.ports().first().number())) {
            await().untilAsserted(() ->
                    assertThat(forwards.status(forward).traffic())
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

        forwards.open(forward(freePort()), steps::add);

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
            listeners =
                    () ->
                            List.of(
                                    Situations.listener(
                                            HERE, taken.getLocalPort(), "node.exe", 4711));

            Opening opening = saved.open(forward(taken.getLocalPort()), step -> {});

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
            assertThat(saved.list()).isEmpty();
            assertThat(forwards.leftOver()).isEmpty();
        }
    }

    @Test
    void anObstacleIsTheReasonAndNothingIsTouched() throws Exception {
        Forward elsewhere = Situations.forward("8000", "8000", "lan", "192.168.99.99");

        assertThat(
                        saved.open(
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
    void itClosesByItselfWhenItsTimeIsOver() throws Exception {
        Forward forward = forward(freePort(), "1s");
        AtomicInteger over = new AtomicInteger();
        forwards.watchExpiry(expired -> over.incrementAndGet());

        saved.open(forward, step -> {});
        assertThat(connects(forward)).isTrue();

        await().untilAtomic(over, org.hamcrest.Matchers.is(1));
        assertThat(connects(forward)).isFalse();
        assertThat(settings.forwards()).extracting(SavedForward::on).containsExactly(false);
    }

    @Test
    void whatWasOpenIsOpenAgainAfterARestart() throws Exception {
        Forward forward = forward(freePort());
        saved.open(forward, step -> {});
        forwards.close();
        assertThat(connects(forward)).isFalse();

        restart();
        saved.restore((each, failed) -> {
            throw new AssertionError(failed);
        });

        assertThat(fetch(forward)).isEqualTo("<h1>it works</h1>");
    }

    @Test
    void whatCanNotBeOpenedAgainIsNamed() throws Exception {
        Forward forward = forward(freePort());
        settings.put(new SavedForward(forward, true, Optional.empty()));
        List<Forward> named = new ArrayList<>();

        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(HERE, forward.ports().first().number()));
            saved.restore((each, failed) -> named.add(each));
        }

        assertThat(named).containsExactly(forward);
    }

    @Test
    void whatWaitsForTheNetworkIsOpenedWhenItIsThere() throws Exception {
        Forward forward = Situations.forward("8000", "8000", "lan");
        settings.put(new SavedForward(forward, true, Optional.empty()));
        Fact<Network> none = new Fact.Known<>(new Network(List.of(), List.of()));
        forwards.situation(Situations.linux().withNetwork(none));
        List<Forward> failed = new ArrayList<>();
        saved.restore((each, why) -> failed.add(each));
        assertThat(failed).containsExactly(forward);

        saved.openWaiting((each, why) -> failed.add(each));
        assertThat(saved.anyWaiting()).isTrue();

        forwards.situation(Situations.linux(Situations.listener("0.0.0.0", 8000, "python3")));
        saved.openWaiting((each, why) -> failed.add(each));

        assertThat(failed).hasSize(1);
        assertThat(saved.anyWaiting()).isFalse();
        assertThat(forwards.status(forward).state()).isEqualTo(ForwardStatus.State.OPEN);
    }

    @Test
    void whatShouldHaveClosedMeanwhileStaysClosed() throws Exception {
        Forward forward = forward(freePort(), "1h");
        settings.put(new SavedForward(forward, true, Optional.of(Instant.now().minusSeconds(1))));

        saved.restore((each, failed) -> {
            throw new AssertionError(failed);
        });

        assertThat(connects(forward)).isFalse();
        assertThat(settings.forwards()).extracting(SavedForward::on).containsExactly(false);
    }

    @Test
    void twoForwardsOfOneNameAreRefused() throws Exception {
        saved.open(forward(freePort()), step -> {});
        Forward second = withId(forward(freePort()), "0badf00d");

        assertThatThrownBy(() -> saved.open(second, step -> {}))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.sentence())
                                        .isEqualTo(Sentence.of("invalid.name.taken", "Django")));
    }

    @Test
    void closingAllClosesEveryOne() throws Exception {
        Forward one = forward(freePort());
        saved.open(one, step -> {});

        assertThat(saved.closeAll(step -> {})).isEmpty();

        assertThat(connects(one)).isFalse();
        assertThat(forwards.open()).isEmpty();
    }

    @Test
    void aWatcherHearsOfEveryChange() throws Exception {
        Forward forward = forward(freePort());
        List<ForwardStatus.State> heard = new ArrayList<>();
        forwards.watch(() -> heard.add(forwards.status(forward).state()));

        forwards.open(forward, step -> {});
        forwards.close(forward.id(), step -> {});

        assertThat(heard)
                .containsSubsequence(
                        ForwardStatus.State.OPENING,
                        ForwardStatus.State.OPEN,
                        ForwardStatus.State.CLOSING,
                        ForwardStatus.State.CLOSED);
    }

    @Test
    void aJournalThatCannotBeWrittenChangesNothing() throws Exception {
        Forward forward = forward(freePort());
        Path journal = folder.resolve("journal");
        try (var files = Files.list(journal)) {
            Path lock =
                    files.filter(each -> each.toString().endsWith(".lock"))
                            .findFirst()
                            .orElseThrow();
            String name = lock.getFileName().toString().replace(".lock", ".json.new");
            Files.createDirectory(journal.resolve(name));
        }

        Opening opening = forwards.open(forward, step -> {});

        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.NotOpened.class,
                        notOpened ->
                                assertThat(notOpened.why().key()).isEqualTo("path.journal.failed"));
        assertThat(connects(forward)).isFalse();
    }

    private Forward forward(int port) {
        return forward(port, "always");
    }

    private Forward forward(int port, String lifetime) {
        Forward base =
                Situations.forward(
                        String.valueOf(port), server.port().toString(), "127.0.0.0/8", HERE);
        return new Forward(
                base.id(),
                base.name(),
                base.protocol(),
                base.ports(),
                base.listen(),
                base.target(),
                base.audience(),
                Lifetime.parse(lifetime),
                base.profiles(),
                base.description());
    }

    private static Forward withId(Forward base, String id) {
        return new Forward(
                id,
                base.name(),
                base.protocol(),
                base.ports(),
                base.listen(),
                base.target(),
                base.audience(),
                base.lifetime(),
                base.profiles(),
                base.description());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(HERE, 0));
            return socket.getLocalPort();
        }
    }

    private static String fetch(Forward forward) throws IOException, InterruptedException {
        URI uri = URI.create("http://" + HERE + ":" + port(forward) + "/");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static boolean connects(Forward forward) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(HERE, port(forward).number()), 2_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static Port port(Forward forward) {
        return forward.ports().first();
    }
}
