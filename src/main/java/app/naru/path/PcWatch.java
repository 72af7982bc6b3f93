package app.naru.path;

import app.naru.forward.Target;
import app.naru.survey.NetworkReader;
import app.naru.survey.NetworkWatch;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells when this PC has, or may have, changed so that open forwards have to follow. */
public final class PcWatch implements AutoCloseable {

    /** A restarted WSL has another address, which no interface of this PC tells of. */
    private static final Duration WSL_LOOK = Duration.ofSeconds(4);

    private final NetworkWatch network;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("wsl-look").factory());

    /**
     * Starts watching.
     *
     * @param changed called on threads of the watch's own: when the network has changed, and every
     *     few seconds while a forward leads into WSL
     */
    public PcWatch(NetworkReader reader, Forwards forwards, Runnable changed) {
        network = new NetworkWatch(reader, NetworkWatch.INTERVAL, now -> changed.run());
        var unused =
                timer.scheduleWithFixedDelay(
                        () -> {
                            if (leadsIntoWsl(forwards)) {
                                changed.run();
                            }
                        },
                        WSL_LOOK.toMillis(),
                        WSL_LOOK.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private static boolean leadsIntoWsl(Forwards forwards) {
        return forwards.open().stream()
                .anyMatch(status -> status.forward().target() instanceof Target.InWsl);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        network.close();
    }
}
