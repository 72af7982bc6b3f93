package app.naru.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Port;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.path.HopKind;
import app.naru.router.Found;
import app.naru.router.RouterFinder;
import app.naru.server.SampleServer;
import app.naru.survey.Collector;
import app.naru.survey.Fact;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.survey.Situation.OperatingSystem;
import app.naru.survey.Survey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How long a look takes, where all answers and where nothing does, and how it is told and ended.
 */
final class ExaminerTest {

    private static final Duration COLLECTOR = Duration.ofSeconds(4);
    private static final InetAddress HERE = Address.parse("127.0.0.6");

    /** Never let go: whoever waits for it hangs until it is interrupted. */
    private final Semaphore never = new Semaphore(0);

    private final CountDownLatch routerAsked = new CountDownLatch(1);
    private final CountDownLatch routerLeft = new CountDownLatch(1);
    private final List<Survey> surveys = new ArrayList<>();

    @AfterEach
    void close() {
        surveys.forEach(Survey::close);
    }

    private Survey survey(boolean hangs) {
        Situation unseen = Situation.unseen(OperatingSystem.LINUX, 1, Optional.empty());
        List<Collector<?>> collectors = new ArrayList<>();
        collectors.add(
                new Collector<>(
                        "network",
                        COLLECTOR,
                        () -> new Fact.Known<>(network()),
                        Situation::withNetwork));
        collectors.add(
                new Collector<>(
                        "listeners",
                        COLLECTOR,
                        () -> {
                            if (hangs) {
                                never.acquire();
                            }
                            return new Fact.Known<>(List.of());
                        },
                        Situation::withListeners));
        Survey survey = new Survey(unseen, collectors);
        surveys.add(survey);
        return survey;
    }

    private static Network network() {
        return new Network(
                List.of(
                        new NetInterface(
                                3,
                                "Wi-Fi",
                                "Wireless adapter",
                                NetInterface.Kind.WIFI,
                                List.of(new NetInterface.Assigned(HERE, 24)),
                                Optional.of(NetworkProfile.PRIVATE))),
                List.of(new Gateway(Address.parse("127.0.0.1"), 3, 25)));
    }

    private Examiner examiner(boolean hangs) {
        RouterFinder router =
                progress -> {
                    routerAsked.countDown();
                    try {
                        if (hangs) {
                            never.acquire();
                        }
                        return new Found(List.of());
                    } finally {
                        routerLeft.countDown();
                    }
                };
        return new Examiner(survey(hangs), Optional.empty(), router, hangs ? hanging() : none());
    }

    private static VisitProof none() {
        return VisitProof.none();
    }

    private VisitProof hanging() {
        return new VisitProof() {
            @Override
            public Optional<OutsideSight> fromOutside(Case it, Consumer<Sentence> doing)
                    throws InterruptedException {
                never.acquire();
                return Optional.empty();
            }

            @Override
            public Optional<Boolean> fromNetwork(
                    Case it, Duration limit, Consumer<Sentence> doing) {
                return Optional.empty();
            }
        };
    }

    private static Inquiry inquiry(int port, Audience audience) {
        Forward forward =
                new Forward(
                        "0badcafe",
                        new ForwardName("Site"),
                        Protocol.TCP,
                        PortRange.of(port == 8000 ? 8001 : 8000),
                        new Listen.LanAddresses(),
                        new Target.ThisPc(new Port(port)),
                        audience,
                        new Lifetime.UntilStopped(),
                        EnumSet.allOf(NetworkProfile.class),
                        "");
        return Inquiry.into(Subject.of(forward, Stage.CLOSED), Optional.empty());
    }

    @Test
    void takesLessThanThreeSecondsWhereNothingHangsAndTellsHowItGetsOn() throws Exception {
        try (SampleServer server = SampleServer.start(0, visitor -> "hello")) {
            List<Double> parts = Collections.synchronizedList(new ArrayList<>());

            Examination seen =
                    examiner(false)
                            .examine(
                                    inquiry(server.port().number(), new Audience.Internet()),
                                    (part, what) -> parts.add(part));

            assertThat(seen.took()).isLessThan(Duration.ofSeconds(3));
            assertThat(seen.it().seen().serverAnswers()).isTrue();
            assertThat(parts).isNotEmpty().allMatch(part -> part >= 0 && part <= 1).contains(1.0);
        }
    }

    @Test
    void takesLessThanTenSecondsWhereEverythingHangs() throws Exception {
        try (ServerSocket mute = mute()) {
            Examination seen =
                    examiner(true)
                            .examine(
                                    inquiry(mute.getLocalPort(), new Audience.Internet()),
                                    Progress.none());

            assertThat(seen.took()).isLessThan(Duration.ofSeconds(10));
            assertThat(seen.it().situation().listeners().known()).isEmpty();
            assertThat(seen.it().seen().router()).isEmpty();
            assertThat(seen.diagnosis().verdict()).isNotEqualTo(Diagnosis.Verdict.REACHABLE);
            assertThat(routerLeft.await(10, TimeUnit.SECONDS)).as("the search ends").isTrue();
        }
    }

    /** Takes connections and says nothing. */
    private static ServerSocket mute() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @Test
    void endsAtOnceWhenItIsCancelledAndLeavesNothingBehind() throws Exception {
        try (ServerSocket mute = mute()) {
            Examiner examiner = examiner(true);
            CompletableFuture<Examination> result = new CompletableFuture<>();
            Thread looking =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    result.complete(
                                            examiner.examine(
                                                    inquiry(
                                                                    mute.getLocalPort(),
                                                                    new Audience.Internet())
                                                            .withOutside(),
                                                    Progress.none()));
                                } catch (InterruptedException cancelled) {
                                    result.completeExceptionally(cancelled);
                                }
                            });
            assertThat(routerAsked.await(20, TimeUnit.SECONDS)).isTrue();

            looking.interrupt();

            assertThatThrownBy(() -> result.get(3, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InterruptedException.class);
            assertThat(routerLeft.await(10, TimeUnit.SECONDS)).isTrue();
            await().until(() -> !never.hasQueuedThreads());
        }
    }

    @Test
    void whatLiesBeforeAMendedHopIsNotLookedAtAgain() throws Exception {
        try (SampleServer server = SampleServer.start(0, visitor -> "hello")) {
            Inquiry whole = inquiry(server.port().number(), new Audience.ThisNetwork());
            Examiner examiner = examiner(false);
            Examination before = examiner.examine(whole, Progress.none());
            server.close();

            Inquiry again = Inquiry.into(whole.subject(), Optional.of(before));
            Examination fromRelay = examiner.examine(again.from(HopKind.RELAY), Progress.none());
            assertThat(fromRelay.it().seen().server()).isEqualTo(before.it().seen().server());
            assertThat(examiner.examine(again, Progress.none()).it().seen().serverAnswers())
                    .isFalse();
        }
    }
}
