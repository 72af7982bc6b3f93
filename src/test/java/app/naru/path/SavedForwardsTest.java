package app.naru.path;

import static app.naru.path.LoopbackForwards.HERE;
import static app.naru.path.LoopbackForwards.connects;
import static app.naru.path.LoopbackForwards.fetch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.naru.FreePorts;
import app.naru.forward.Forward;
import app.naru.forward.InvalidInput;
import app.naru.forward.Sentence;
import app.naru.settings.SavedForward;
import app.naru.survey.Fact;
import app.naru.survey.Network;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forwards that are kept: what is opened again, what waits and what ends with its time. */
final class SavedForwardsTest {

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
    void itClosesByItselfWhenItsTimeIsOver() throws Exception {
        Forward forward = here.forward(FreePorts.one(), "1s");
        AtomicInteger over = new AtomicInteger();
        here.forwards.watchExpiry(expired -> over.incrementAndGet());

        here.saved.open(forward, step -> {});
        assertThat(connects(forward)).isTrue();

        await().untilAtomic(over, org.hamcrest.Matchers.is(1));
        assertThat(connects(forward)).isFalse();
        assertThat(here.settings.forwards()).extracting(SavedForward::on).containsExactly(false);
    }

    @Test
    void whatWasOpenIsOpenAgainAfterARestart() throws Exception {
        Forward forward = here.forward(FreePorts.one());
        here.saved.open(forward, step -> {});
        here.forwards.close();
        assertThat(connects(forward)).isFalse();

        here.restart();
        here.saved.restore((each, failed) -> {
            throw new AssertionError(failed);
        });

        assertThat(fetch(forward)).isEqualTo("<h1>it works</h1>");
    }

    @Test
    void whatCanNotBeOpenedAgainIsNamed() throws Exception {
        Forward forward = here.forward(FreePorts.one());
        here.settings.put(new SavedForward(forward, true, Optional.empty()));
        List<Forward> named = new ArrayList<>();

        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(HERE, forward.ports().first().number()));
            here.saved.restore((each, failed) -> named.add(each));
        }

        assertThat(named).containsExactly(forward);
    }

    @Test
    void whatWaitsForTheNetworkIsOpenedWhenItIsThere() throws Exception {
        Forward forward = Situations.forward("8000", "8000", "lan");
        here.settings.put(new SavedForward(forward, true, Optional.empty()));
        Fact<Network> none = new Fact.Known<>(new Network(List.of(), List.of()));
        here.forwards.situation(Situations.linux().withNetwork(none));
        List<Forward> failed = new ArrayList<>();
        here.saved.restore((each, why) -> failed.add(each));
        assertThat(failed).containsExactly(forward);

        here.saved.openWaiting((each, why) -> failed.add(each));
        assertThat(here.saved.anyWaiting()).isTrue();

        here.forwards.situation(Situations.linux(Situations.listener("0.0.0.0", 8000, "python3")));
        here.saved.openWaiting((each, why) -> failed.add(each));

        assertThat(failed).hasSize(1);
        assertThat(here.saved.anyWaiting()).isFalse();
        assertThat(here.forwards.status(forward).state()).isEqualTo(ForwardStatus.State.OPEN);
    }

    @Test
    void whatShouldHaveClosedMeanwhileStaysClosed() throws Exception {
        Forward forward = here.forward(FreePorts.one(), "1h");
        here.settings.put(
                new SavedForward(forward, true, Optional.of(Instant.now().minusSeconds(1))));

        here.saved.restore((each, failed) -> {
            throw new AssertionError(failed);
        });

        assertThat(connects(forward)).isFalse();
        assertThat(here.settings.forwards()).extracting(SavedForward::on).containsExactly(false);
    }

    @Test
    void twoForwardsOfOneNameAreRefused() throws Exception {
        here.saved.open(here.forward(FreePorts.one()), step -> {});
        Forward second = withId(here.forward(FreePorts.one()), "0badf00d");

        assertThatThrownBy(() -> here.saved.open(second, step -> {}))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e ->
                                assertThat(e.sentence())
                                        .isEqualTo(Sentence.of("invalid.name.taken", "Django")));
    }

    @Test
    void closingAllClosesEveryOne() throws Exception {
        Forward one = here.forward(FreePorts.one());
        here.saved.open(one, step -> {});

        assertThat(here.saved.closeAll(step -> {})).isEmpty();

        assertThat(connects(one)).isFalse();
        assertThat(here.forwards.open()).isEmpty();
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
}
