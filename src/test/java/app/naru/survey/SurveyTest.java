package app.naru.survey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.internet.IpVersion;
import app.naru.internet.OutsideView;
import app.naru.internet.PublicAddresses;
import app.naru.internet.Source;
import app.naru.internet.SourceAnswer;
import app.naru.internet.Standpoint;
import app.naru.server.Listener;
import app.naru.server.ProcListeners;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import java.io.FileNotFoundException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(20)
class SurveyTest {

    private static final Situation UNSEEN =
            Situation.unseen(OperatingSystem.LINUX, 1, Optional.empty());
    private static final Duration LONG = Duration.ofSeconds(15);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final InetAddress ADDRESS = Address.parse("203.0.113.9");
    private static final Network NETWORK = new Network(List.of(), List.of());
    private static final Wsl WSL =
            new Wsl(Optional.empty(), List.of(), false, NetworkingMode.NAT, Optional.empty());

    @Test
    void tellsOfEachPartAsSoonAsItIsThere() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        List<Situation> arrived = new CopyOnWriteArrayList<>();
        try (Survey survey =
                new Survey(
                        UNSEEN,
                        List.of(
                                network(
                                        LONG,
                                        () -> {
                                            released.await();
                                            return new Fact.Known<>(NETWORK);
                                        }),
                                publicAddress(LONG, () -> new Fact.Known<>(ADDRESS))))) {
            CompletableFuture<Situation> whole = survey.look(arrived::add);
            await().until(() -> arrived.size() == 1);
            assertThat(arrived.getFirst().publicAddress().known()).contains(ADDRESS);
            assertThat(arrived.getFirst().network()).isInstanceOf(Fact.Pending.class);
            assertThat(whole).isNotDone();
            released.countDown();
            assertThat(whole.get(10, SECONDS).network().known()).contains(NETWORK);
            assertThat(arrived).hasSize(2).last().isEqualTo(whole.join());
        }
    }

    @Test
    void givesUpAPartThatHangsAndDelaysNoOther() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        List<Situation> arrived = new CopyOnWriteArrayList<>();
        try (Survey survey =
                new Survey(
                        UNSEEN,
                        List.of(
                                network(SHORT, () -> hang(interrupted)),
                                publicAddress(LONG, () -> new Fact.Known<>(ADDRESS))))) {
            Situation whole = survey.look(arrived::add).get(10, SECONDS);
            assertThat(arrived.getFirst().network()).isInstanceOf(Fact.Pending.class);
            assertThat(whole.publicAddress().known()).contains(ADDRESS);
            assertThat(whole.network())
                    .isEqualTo(new Fact.Unknown<>(Sentence.of("survey.tooSlow", 0L), true));
            await().untilTrue(interrupted);
        }
    }

    /** More of them than there are threads that carry virtual ones, and deaf to interruption. */
    @Test
    void manyPartsThatHangWithinTheSystemDelayNoOther() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Collector<?>> collectors = new ArrayList<>();
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors() + 2; i++) {
            collectors.add(
                    network(
                            SHORT,
                            () -> {
                                while (!over.get()) {
                                    Thread.onSpinWait();
                                }
                                return new Fact.Known<>(NETWORK);
                            }));
        }
        collectors.add(publicAddress(LONG, () -> new Fact.Known<>(ADDRESS)));
        try (Survey survey = new Survey(UNSEEN, collectors)) {
            Situation whole = survey.look(soFar -> {}).get(10, SECONDS);
            assertThat(whole.publicAddress().known()).contains(ADDRESS);
            assertThat(whole.network()).isInstanceOf(Fact.Unknown.class);
        } finally {
            over.set(true);
        }
    }

    @Test
    void saysWhyAPartFailed() {
        try (Survey survey =
                new Survey(
                        UNSEEN,
                        List.of(
                                network(
                                        LONG,
                                        () -> {
                                            throw new FileNotFoundException("/proc/net/route");
                                        }),
                                wsl(
                                        LONG,
                                        () -> {
                                            throw new UnsatisfiedLinkError("no jnidispatch");
                                        }),
                                publicAddress(LONG, () -> new Fact.Known<>(ADDRESS))))) {
            Situation whole = survey.look();
            assertThat(whole.network())
                    .isEqualTo(new Fact.Unknown<>(Sentence.of("survey.failed", "/proc/net/route")));
            assertThat(whole.wsl())
                    .isEqualTo(
                            new Fact.Unknown<>(
                                    Sentence.of(
                                            "survey.failed",
                                            "java.lang.UnsatisfiedLinkError: no jnidispatch")));
            assertThat(whole.publicAddress().known()).contains(ADDRESS);
        }
    }

    @Test
    void stopsWhenItIsCancelled() {
        AtomicBoolean interrupted = new AtomicBoolean();
        List<Situation> arrived = new CopyOnWriteArrayList<>();
        try (Survey survey = new Survey(UNSEEN, List.of(network(LONG, () -> hang(interrupted))))) {
            CompletableFuture<Situation> whole = survey.look(arrived::add);
            whole.cancel(true);
            await().untilTrue(interrupted);
            assertThatThrownBy(whole::join).isInstanceOf(CancellationException.class);
            assertThat(arrived).isEmpty();
        }
    }

    @Test
    void closingEndsALookThatGoesOn() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        Survey survey = new Survey(UNSEEN, List.of(network(LONG, () -> hang(interrupted))));
        CompletableFuture<Situation> whole = survey.look(soFar -> {});
        survey.close();
        assertThat(whole.get(10, SECONDS).network())
                .isEqualTo(new Fact.Unknown<>(Sentence.of("survey.stopped")));
        await().untilTrue(interrupted);
        assertThatThrownBy(survey::look).isInstanceOf(IllegalStateException.class);
        survey.close();
    }

    @Test
    void failsWithWhatTheOneWhoIsToldThrows() {
        try (Survey survey =
                new Survey(UNSEEN, List.of(publicAddress(LONG, () -> new Fact.Known<>(ADDRESS))))) {
            CompletableFuture<Situation> whole =
                    survey.look(soFar -> {
                        throw new IllegalArgumentException("a bug");
                    });
            assertThatThrownBy(whole::join).hasRootCauseMessage("a bug");
            assertThat(survey.look().publicAddress().known()).contains(ADDRESS);
        }
    }

    @Test
    void looksAgainAndSeesWhatChanged() {
        List<InetAddress> answers = new ArrayList<>(List.of(ADDRESS, Address.parse("10.0.0.1")));
        try (Survey survey =
                new Survey(
                        UNSEEN,
                        List.of(
                                publicAddress(
                                        LONG, () -> new Fact.Known<>(answers.removeFirst()))))) {
            assertThat(survey.look().publicAddress().known()).contains(ADDRESS);
            assertThat(survey.look().publicAddress().known()).contains(Address.parse("10.0.0.1"));
        }
    }

    @Test
    void isDoneAtOnceWhereThereIsNothingToLookAt() {
        try (Survey survey = new Survey(UNSEEN, List.of())) {
            assertThat(survey.look()).isEqualTo(UNSEEN);
        }
    }

    @Test
    void theStandardPartsSayWhatIsNotHere() {
        try (Survey survey =
                new Survey(
                        UNSEEN,
                        SurveyParts.of(() -> NETWORK, List::of, Optional.empty(), nobodyAsked()))) {
            Situation whole = survey.look();
            assertThat(whole.network().known()).contains(NETWORK);
            assertThat(whole.listeners().known()).contains(List.of());
            assertThat(whole.wsl())
                    .isEqualTo(new Fact.Unknown<>(Sentence.of("survey.wsl.notHere")));
            assertThat(whole.publicAddress())
                    .isEqualTo(new Fact.Unknown<>(Sentence.of("survey.publicAddress.notYet")));
        }
    }

    @Test
    void theStandardPartsReadWslWhereItIs() {
        try (Survey survey =
                new Survey(
                        UNSEEN,
                        SurveyParts.of(
                                () -> NETWORK, List::of, Optional.of(() -> WSL), nobodyAsked()))) {
            assertThat(survey.look().wsl().known()).contains(WSL);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void looksAtThisPcInUnderASecond() {
        Path proc = Path.of("/proc");
        List<Collector<?>> parts =
                SurveyParts.of(
                        new LinuxNetwork(proc, Path.of("/sys")),
                        new ProcListeners(proc),
                        Optional.empty(),
                        nobodyAsked());
        try (Survey survey = new Survey(UNSEEN, parts)) {
            // Again where it took longer: the machine does other things as well.
            Situation whole =
                    IntStream.range(0, 5)
                            .mapToObj(i -> quickly(survey))
                            .flatMap(Optional::stream)
                            .findFirst()
                            .orElseThrow();
            assertThat(whole.network().known()).isPresent();
            List<Listener> listeners = whole.listeners().known().orElseThrow();
            assertThat(listeners).isNotNull();
        }
    }

    /** Returns what was seen; empty where that took a second or longer. */
    private static Optional<Situation> quickly(Survey survey) {
        long start = System.nanoTime();
        Situation whole = survey.look();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return took.compareTo(Duration.ofSeconds(1)) < 0 ? Optional.of(whole) : Optional.empty();
    }

    private static Fact<Network> hang(AtomicBoolean interrupted) throws InterruptedException {
        try {
            new CountDownLatch(1).await();
            return new Fact.Pending<>();
        } catch (InterruptedException e) {
            interrupted.set(true);
            throw e;
        }
    }

    private static Collector<Network> network(Duration limit, Callable<Fact<Network>> source) {
        return collector("network", limit, source, Situation::withNetwork);
    }

    private static Collector<Wsl> wsl(Duration limit, Callable<Fact<Wsl>> source) {
        return collector("wsl", limit, source, Situation::withWsl);
    }

    private static Collector<PublicAddresses> publicAddress(
            Duration limit, Callable<Fact<InetAddress>> source) {
        return collector(
                "publicAddress",
                limit,
                () -> source.call().map(SurveyTest::seen),
                Situation::withOutside);
    }

    private static PublicAddresses seen(InetAddress address) {
        return new PublicAddresses(
                List.of(
                        new SourceAnswer(
                                new Source(Source.Kind.STUN, "stun.example.org:3478"),
                                IpVersion.of(address),
                                new SourceAnswer.Seen(address),
                                20)));
    }

    private static OutsideView nobodyAsked() {
        return new OutsideView(Optional::empty, () -> Standpoint.UNKNOWN, Clock.systemUTC());
    }

    @Test
    void whatWasKnownStaysWhereThisPcTakesTooLongToTellItAgain() {
        Situation before = UNSEEN.withListeners(new Fact.Known<>(List.of()));
        Fact<List<Listener>> late = new Fact.Unknown<>(Sentence.of("survey.tooSlow", 4L), true);
        Fact<List<Listener>> broken = new Fact.Unknown<>(Sentence.of("survey.failed", "no table"));

        assertThat(UNSEEN.withListeners(late).withLateKept(before)).isEqualTo(before);
        assertThat(UNSEEN.withListeners(late).withLateKept(UNSEEN).listeners()).isEqualTo(late);
        assertThat(UNSEEN.withListeners(broken).withLateKept(before).listeners()).isEqualTo(broken);
    }

    private static <T> Collector<T> collector(
            String part,
            Duration limit,
            Callable<Fact<T>> source,
            BiFunction<Situation, Fact<T>, Situation> into) {
        return new Collector<>(part, limit, source, into);
    }
}
