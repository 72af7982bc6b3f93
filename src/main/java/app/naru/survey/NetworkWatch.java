package app.naru.survey;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when interfaces, addresses or gateways of this PC have changed: another Wi-Fi, a VPN that
 * was switched on, a cable pulled. Reads them again and again: that takes a few milliseconds and
 * works alike on every system.
 */
public final class NetworkWatch implements AutoCloseable {

    /** How often to look, where nothing speaks for more or less. */
    public static final Duration INTERVAL = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(NetworkWatch.class);

    private final NetworkReader reader;
    private final Consumer<Network> changed;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("network-watch").factory());

    /** The network as it was last read; used by the watch's thread alone. */
    private Optional<Network> last = Optional.empty();

    private boolean failing;

    /**
     * Starts watching.
     *
     * @param interval how long to wait from one look to the next
     * @param changed called on the watch's own thread with the network as it is now; not called for
     *     the network that is found first
     */
    public NetworkWatch(NetworkReader reader, Duration interval, Consumer<Network> changed) {
        this.reader = reader;
        this.changed = changed;
        var unused =
                thread.scheduleWithFixedDelay(
                        this::lookAgain, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookAgain() {
        try {
            Network now = reader.read();
            failing = false;
            boolean different = last.isPresent() && !last.get().equals(now);
            last = Optional.of(now);
            if (different) {
                changed.accept(now);
            }
        } catch (IOException e) {
            if (!failing) {
                LOG.warn("The network can't be read; the watch goes on", e);
            }
            failing = true;
        } catch (RuntimeException e) {
            // Thrown further, it would end the watch without a word.
            LOG.error("A change of the network could not be dealt with", e);
        }
    }

    /** Stops watching; interrupts a look that is going on. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
