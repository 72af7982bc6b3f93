package app.naru.relay;

import app.naru.relay.http.HttpMode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client, from its arrival to its end: first a target is sought, then traffic flows, or the
 * client is shown out. Used by its loop's thread only, but for {@link #visit}.
 */
final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final TcpRelay relay;
    private final Share share;
    private final SocketChannel channel;
    private final InetSocketAddress client;
    private final long id;
    private final long sinceMillis = System.currentTimeMillis();
    private @Nullable Connecting connecting;
    private volatile @Nullable Traffic traffic;
    private int offset;
    private Visit.@Nullable Reason reason;
    private @Nullable Failure failure;

    Connection(
            TcpRelay relay, Share share, SocketChannel channel, InetSocketAddress client, long id) {
        this.relay = relay;
        this.share = share;
        this.channel = channel;
        this.client = client;
        this.id = id;
    }

    /**
     * @param offsetOfPort how many ports behind the range's first the client came to
     */
    void begin(int offsetOfPort) {
        share.add(this);
        offset = offsetOfPort;
        Optional<HttpMode> http = relay.http();
        if (http.isPresent()) {
            beginHttp(http.get());
        } else {
            seek();
        }
    }

    private void beginHttp(HttpMode mode) {
        try {
            SelectionKey key = share.loop().register(channel, SelectionKey.OP_READ, NOBODY);
            traffic = new HttpFlow(this, relay, key, mode);
        } catch (IOException broken) {
            abort(Visit.Reason.BROKEN_BY_CLIENT);
        }
    }

    /** Seeks a target that answers. */
    void seek() {
        connecting = new Connecting(this, relay, offset);
        connecting.tryNext();
    }

    /** Seeks no longer. */
    void cancelSeek() {
        if (connecting != null) {
            connecting.cancel();
            connecting = null;
        }
    }

    /**
     * The target has answered.
     *
     * @param targetKey where the channel has been waiting on the loop; none if it had no need to
     */
    void connected(SocketChannel target, @Nullable SelectionKey targetKey) {
        connecting = null;
        if (traffic instanceof HttpFlow http) {
            http.connected(target, targetKey);
            return;
        }
        SelectorLoop loop = share.loop();
        try {
            SelectionKey clientKey = loop.register(channel, SelectionKey.OP_READ, NOBODY);
            SelectionKey key =
                    targetKey == null
                            ? loop.register(target, SelectionKey.OP_READ, NOBODY)
                            : targetKey.interestOps(SelectionKey.OP_READ);
            Flow started = new Flow(this, channel, clientKey, target, key, relay.firstBytes());
            traffic = started;
            started.begin();
        } catch (IOException broken) {
            closeQuietly(target);
            abort(Visit.Reason.BROKEN_BY_CLIENT);
        }
    }

    /** None of the targets could be reached. */
    void unreachable(Failure why) {
        connecting = null;
        reason = Visit.Reason.NOT_REACHED;
        failure = why;
        share.failed(why, client);
        if (traffic instanceof HttpFlow http) {
            http.unreachable(why);
        } else {
            showOut();
        }
    }

    /** Sends nothing more, and waits for the client to notice. */
    void showOut() {
        new Lingering(this, channel).begin();
    }

    /** It will have ended for that reason, unless for another one before. */
    void endsFor(Visit.Reason why) {
        if (reason == null) {
            reason = why;
        }
    }

    /** Ends it at once, by a reset. */
    void abort(Visit.Reason why) {
        Traffic running = traffic;
        if (running != null) {
            running.reset(why);
            return;
        }
        cancelSeek();
        Flow.lingerNot(channel);
        closeQuietly(channel);
        ended(why);
    }

    /** Its channels are closed. */
    void ended(Visit.Reason why) {
        endsFor(why);
        if (share.remove(this)) {
            relay.admission().left(client.getAddress());
        }
    }

    /** Does what is due now and then. */
    void sweep() {
        Traffic running = traffic;
        if (running != null) {
            running.sweep();
        }
    }

    /** The relay is closing. */
    void finishUp() {
        Traffic running = traffic;
        if (running != null) {
            running.finishUp();
        }
    }

    /** Returns what there is to say of it. May be called from any thread while it is under way. */
    Visit visit() {
        Traffic running = traffic;
        return new Visit(
                id,
                Instant.ofEpochMilli(sinceMillis),
                client,
                running == null ? Optional.empty() : running.target(),
                running == null ? 0 : running.bytesIn(),
                running == null ? 0 : running.bytesOut(),
                Optional.ofNullable(failure),
                Optional.ofNullable(reason).map(why -> new Visit.End(Instant.now(), why)));
    }

    InetSocketAddress client() {
        return client;
    }

    Share share() {
        return share;
    }

    RelayOptions.Tcp options() {
        return relay.options().tcp();
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
    static final Ready NOBODY =
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
