package app.naru.path;

import app.naru.forward.Target;
import app.naru.survey.Fact;
import app.naru.survey.NetworkReader;
import app.naru.survey.NetworkWatch;
import app.naru.survey.Situation;
import app.naru.wsl.Wsl;
import app.naru.wsl.WslReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells when this PC has, or may have, changed so that open forwards have to follow. */
public final class PcWatch implements AutoCloseable {

    /**
     * A restarted WSL has another address, which no interface of this PC tells of. It is followed
     * within 5 seconds: this, and some milliseconds for the registry.
     */
    static final Duration WSL_LOOK = Duration.ofSeconds(2);

    /** The whole survey takes up to a second and its limits seconds more: it comes less often. */
    private static final int LOOKS_BETWEEN = 3;

    private static final Duration LAST_LOOK = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(PcWatch.class);

    private final Forwards forwards;
    private final Runnable changed;
    private final NetworkWatch watch;
    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(
                    2, Thread.ofPlatform().daemon().name("wsl-look", 0).factory());

    /**
     * Starts watching.
     *
     * @param wsl empty on a system that has no WSL
     * @param changed called on threads of the watch's own: when the network has changed, and every
     *     few seconds while a forward leads into WSL
     */
    public PcWatch(
            NetworkReader network, Optional<WslReader> wsl, Forwards forwards, Runnable changed) {
        this.forwards = forwards;
        this.changed = changed;
        watch = new NetworkWatch(network, NetworkWatch.INTERVAL, now -> changed.run());
        wsl.ifPresent(reader -> {
            every(WSL_LOOK, () -> followWsl(reader));
            every(WSL_LOOK.multipliedBy(LOOKS_BETWEEN), this::lookAtEverything);
        });
    }

    private void every(Duration interval, Runnable look) {
        var unused =
                timer.scheduleWithFixedDelay(
                        look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks at the registry alone, so that a whole survey that hangs holds nothing up. */
    private void followWsl(WslReader wsl) {
        if (!leadsIntoWsl()) {
            return;
        }
        try {
            Wsl now = wsl.read();
            Situation situation = forwards.situation();
            if (!situation.wsl().known().equals(Optional.of(now))) {
                forwards.situation(
                        situation
                                .withWsl(new Fact.Known<>(now))
                                // what the distributions said was said of another start of theirs
                                .withWindows(
                                        situation.windows().withWslInside(new Fact.Pending<>())));
            }
        } catch (IOException e) {
            LOG.debug("WSL can't be read; the watch goes on", e);
        } catch (RuntimeException e) {
            // thrown further, it would end the watch without a word
            LOG.error("A change of WSL could not be dealt with", e);
        }
    }

    private void lookAtEverything() {
        try {
            if (leadsIntoWsl()) {
                changed.run();
            }
        } catch (RuntimeException e) {
            LOG.error("This PC could not be looked at", e);
        }
    }

    private boolean leadsIntoWsl() {
        return forwards.opened().stream()
                .anyMatch(forward -> forward.target() instanceof Target.InWsl);
    }

    /** Waits a moment for a look that is going on; none is interrupted, as it may be writing. */
    @Override
    public void close() {
        timer.shutdown();
        watch.close();
        try {
            if (!timer.awaitTermination(LAST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("A look at this PC goes on by itself");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
