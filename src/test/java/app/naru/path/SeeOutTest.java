package app.naru.path;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.naru.FreePorts;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.PortRange;
import app.naru.router.Found;
import app.naru.settings.SavedForward;
import app.naru.settings.Settings;
import app.naru.settings.SettingsFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A forward that is closed while someone is being served. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SeeOutTest {

    private static final String HERE = "127.0.0.5";
    private static final Duration PROMPT = Duration.ofSeconds(30);

    @TempDir Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean hasEnough = new AtomicBoolean();
    private ServerSocket server;
    private Settings settings;
    private Forwards forwards;
    private SavedForwards saved;
    private Forward forward;
    private Socket visitor;
    private Future<?> visit;

    @BeforeEach
    void someoneIsServed() throws Exception {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        settings = new Settings(new SettingsFolder(folder), Clock.systemUTC());
        forwards =
                new Forwards(
                        Journal.open(folder.resolve("journal"), "naru-1", Clock.systemUTC()),
                        Optional.empty(),
                        List::of,
                        progress -> new Found(List.of()),
                        Optional.empty(),
                        () -> settings.preferences().limits(),
                        Situations.linux(),
                        Clock.systemUTC());
        saved = new SavedForwards(settings, forwards, Clock.systemUTC());
        forward =
                Situations.forward(
                        String.valueOf(FreePorts.one()),
                        String.valueOf(server.getLocalPort()),
                        "127.0.0.0/8",
                        HERE);
        assertThat(saved.open(forward, step -> {})).isInstanceOf(Opening.Opened.class);
        visitor = new Socket(HERE, forward.ports().first().number());
        Socket served = server.accept();
        visit = threads.submit(() -> serve(visitor, served));
    }

    /** Something passes all the time until the visitor has enough. */
    private boolean serve(Socket client, Socket served) throws IOException {
        try (served;
                client) {
            while (!hasEnough.get()) {
                served.getOutputStream().write("more".getBytes(US_ASCII));
                assertThat(client.getInputStream().readNBytes(4)).hasSize(4);
            }
        }
        return true;
    }

    @AfterEach
    void stop() throws IOException {
        hasEnough.set(true);
        forwards.close();
        visitor.close();
        server.close();
        threads.shutdownNow();
    }

    private ForwardStatus status() {
        return forwards.status(forward);
    }

    private Future<List<Step>> seeOut() {
        Future<List<Step>> closing = threads.submit(() -> saved.seeOut(forward.id(), step -> {}));
        await().until(() -> status().farewell().isPresent());
        return closing;
    }

    @Test
    void theVisitorGetsAllOfItAndTheUserIsTold() {
        AtomicBoolean told = new AtomicBoolean();
        forwards.watch(() -> {
            if (status().farewell().isPresent()) {
                told.set(true);
            }
        });

        Future<List<Step>> closing = seeOut();

        Farewell farewell = status().farewell().orElseThrow();
        assertThat(status().state()).isEqualTo(ForwardStatus.State.CLOSING);
        assertThat(status().traffic()).isPresent();
        assertThat(farewell.connections()).isEqualTo(1);
        assertThat(farewell.until()).isAfter(Instant.now());
        assertThat(told).isTrue();
        assertThatThrownBy(() -> new Socket(HERE, forward.ports().first().number()))
                .isInstanceOf(IOException.class);
        assertThat(closing).isNotDone();

        hasEnough.set(true);
        assertThat(visit).succeedsWithin(PROMPT);
        assertThat(closing).succeedsWithin(PROMPT);
        assertThat(status().state()).isEqualTo(ForwardStatus.State.CLOSED);
        assertThat(status().farewell()).isEmpty();
    }

    @Test
    void theUserNeedNotWait() {
        Future<List<Step>> closing = seeOut();

        forwards.endVisits(forward.id());

        assertThat(closing).succeedsWithin(Duration.ofSeconds(10));
        assertThat(visit).failsWithin(PROMPT);
    }

    @Test
    void othersAreOpenedMeanwhile() throws IOException {
        Future<List<Step>> closing = seeOut();
        Forward other =
                new Forward(
                        "0badcaf2",
                        new ForwardName("Other"),
                        forward.protocol(),
                        PortRange.of(FreePorts.one()),
                        forward.listen(),
                        forward.target(),
                        forward.audience(),
                        forward.lifetime(),
                        forward.profiles(),
                        "");

        assertThat(forwards.open(other, step -> {})).isInstanceOf(Opening.Opened.class);
        assertThat(closing).isNotDone();
    }

    @Test
    void whoeverIsInAHurryClosesItMeanwhile() throws Exception {
        Future<List<Step>> closing = seeOut();

        assertThat(threads.submit(() -> saved.close(forward.id(), step -> {})))
                .succeedsWithin(Duration.ofSeconds(10));

        assertThat(visit).failsWithin(PROMPT);
        assertThat(closing).succeedsWithin(PROMPT);
        assertThat(saved.open(forward, step -> {})).isInstanceOf(Opening.Opened.class);
        assertThat(status().state()).isEqualTo(ForwardStatus.State.OPEN);
    }

    @Test
    void aNaruThatEndsClosesItForGood() throws Exception {
        Future<List<Step>> closing = seeOut();
        assertThat(settings.forwards()).extracting(SavedForward::on).containsExactly(false);

        assertThat(
                        threads.submit(() -> {
                            forwards.close();
                            return true;
                        }))
                .succeedsWithin(Duration.ofSeconds(10));

        assertThat(closing).succeedsWithin(PROMPT);
        try (Journal next = Journal.open(folder.resolve("journal"), "naru-2", Clock.systemUTC())) {
            assertThat(next.adopt()).isEmpty();
        }
    }
}
