package app.naru.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client, from its arrival to its end: first a target is sought, then traffic flows, or the
 * client is shown out. Used by its loop's thread only.
 */
final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final TcpRelay relay;
    private final Share share;
    private final SocketChannel channel;
    private final InetSocketAddress client;
    private @Nullable Connecting connecting;
    private @Nullable Flow flow;

    Connection(TcpRelay relay, Share share, SocketChannel channel, InetSocketAddress client) {
        this.relay = relay;
        this.share = share;
        this.channel = channel;
        this.client = client;
    }

    /**
     * @param offset how many ports behind the range's first the client came to
     */
    void begin(int offset) {
        share.add(this);
        connecting = new Connecting(this, relay, offset);
        connecting.tryNext();
    }

    /**
     * The target has answered.
     *
     * @param targetKey where the channel has been waiting on the loop; none if it had no need to
     */
    void connected(SocketChannel target, @Nullable SelectionKey targetKey) {
        connecting = null;
        SelectorLoop loop = share.loop();
        try {
            SelectionKey clientKey = loop.register(channel, SelectionKey.OP_READ, NOBODY);
            SelectionKey key =
                    targetKey == null
                            ? loop.register(target, SelectionKey.OP_READ, NOBODY)
                            : targetKey.interestOps(SelectionKey.OP_READ);
            flow = new Flow(this, channel, clientKey, target, key);
        } catch (IOException clientGone) {
            closeQuietly(target);
            abort();
        }
    }

    /** None of the targets could be reached. */
    void unreachable(Failure failure) {
        connecting = null;
        share.failed(failure).add(1);
        new Lingering(this, channel).begin();
    }

    /** Ends it at once, by a reset. */
    void abort() {
        if (flow != null) {
            flow.reset();
            return;
        }
        if (connecting != null) {
            connecting.cancel();
            connecting = null;
        }
        Flow.lingerNot(channel);
        closeQuietly(channel);
        ended();
    }

    /** Its channels are closed. */
    void ended() {
        share.remove(this);
    }

    InetSocketAddress client() {
        return client;
    }

    Share share() {
        return share;
    }

    /** Closes it; there is nobody who could do anything about a failure. */
    void closeQuietly(SocketChannel closing) {
        try {
            closing.close();
        } catch (IOException e) {
            LOG.debug("Closing a connection of {} failed", client, e);
        }
    }

    /** Attached until the flow attaches its own. */
    private static final Ready NOBODY =
            new Ready() {
                @Override
                public void ready(SelectionKey key) {
                    throw new IllegalStateException("nobody serves " + key.channel());
                }

                @Override
                public void abort() {
                    throw new IllegalStateException("nobody serves this channel");
                }
            };
}
