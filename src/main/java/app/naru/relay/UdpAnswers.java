package app.naru.relay;

import java.io.IOException;
import java.net.ConnectException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a target answers to one client. Answers are passed on by another loop than questions, so
 * that the two ways of a busy game share two processors. Used by that loop's thread only, but for
 * reading.
 */
final class UdpAnswers implements Ready {

    private static final Logger LOG = LoggerFactory.getLogger(UdpAnswers.class);

    private final UdpSession session;
    private final SelectorLoop loop;
    private final DatagramChannel channel;
    private final Runnable whenFirst;
    private final Count bytes;
    private final Count allBytes;
    private final Burst burst = new Burst();
    private volatile boolean any;
    private volatile long lastActive;

    /**
     * @param channel connected to the target
     * @param whenFirst done with the first answer
     * @param bytes counts the session's
     * @param allBytes counts those of all sessions
     */
    UdpAnswers(
            UdpSession session,
            SelectorLoop loop,
            DatagramChannel channel,
            Runnable whenFirst,
            Count bytes,
            Count allBytes) {
        this.session = session;
        this.loop = loop;
        this.channel = channel;
        this.whenFirst = whenFirst;
        this.bytes = bytes;
        this.allBytes = allBytes;
    }

    /** Passes answers on from now on. Called from any thread. */
    void begin() {
        loop.execute(() -> {
            try {
                loop.register(channel, SelectionKey.OP_READ, this);
            } catch (IOException endedMeanwhile) {
                LOG.trace("{} has ended at once", session.client());
            }
        });
    }

    @Override
    public void ready(SelectionKey key) {
        int count = 0;
        try {
            while (count < burst.size()) {
                ByteBuffer datagram = loop.wholeBuffer();
                // Unlike read, receive tells an empty datagram from none.
                if (channel.receive(datagram) == null) {
                    break;
                }
                count++;
                passOn(datagram.flip());
            }
            burst.took(count);
        } catch (PortUnreachableException | ConnectException e) {
            session.unreachable(this);
        } catch (IOException e) {
            LOG.debug("An answer to {} could not be read", session.client(), e);
        }
    }

    private void passOn(ByteBuffer datagram) {
        if (!any) {
            any = true;
            whenFirst.run();
        }
        lastActive = loop.now();
        int written = session.port().answer(datagram, session.client());
        bytes.add(written);
        allBytes.add(written);
    }

    /** Whether there was an answer. */
    boolean any() {
        return any;
    }

    /** Returns when the last came, of {@link System#nanoTime}; only where there was one. */
    long lastActive() {
        return lastActive;
    }

    /** The channel is closed; a loop that turns lets go of it. Called from any thread. */
    void end() {
        loop.execute(() -> {});
    }

    @Override
    public void abort() {
        session.abort();
    }
}
