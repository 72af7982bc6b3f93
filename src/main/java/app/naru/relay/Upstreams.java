package app.naru.relay;

import app.naru.relay.http.Framing;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A flow's connections to its server, one after another: it is sought with the first request, and
 * again where it has ended or the relay leads elsewhere by then. Used by its loop's thread only,
 * but for reading.
 */
final class Upstreams {

    private final HttpFlow flow;
    private final Connection connection;
    private final TcpRelay relay;
    private final SelectorLoop loop;
    private final InetSocketAddress here;
    private final Count bytes = new Count();
    private @Nullable Upstream current;
    private boolean seeking;
    private volatile @Nullable InetSocketAddress target;

    /**
     * @param here where the client came to
     */
    Upstreams(HttpFlow flow, Connection connection, TcpRelay relay, InetSocketAddress here) {
        this.flow = flow;
        this.connection = connection;
        this.relay = relay;
        this.here = here;
        loop = connection.share().loop();
    }

    /** Sends the request's head with the parcel, or has it sent once there is a connection. */
    void begin(Exchange begun, Parcel parcel) {
        if (current != null && !current.isOf(relay.targets())) {
            drop();
        }
        if (current == null) {
            seek();
            parcel.body(begun.asked.framing());
        } else {
            parcel.head(begun.asked.forServer(), begun.asked.framing());
            current.ask(begun.asked);
        }
    }

    void seek() {
        seeking = true;
        connection.seek();
    }

    boolean isSeeking() {
        return seeking;
    }

    /** None was found. */
    void notFound() {
        seeking = false;
    }

    /**
     * There is a connection: sends the head of the request that it was sought for.
     *
     * @throws IOException if it is gone again
     */
    void connected(SocketChannel channel, @Nullable SelectionKey key, @Nullable Exchange now)
            throws IOException {
        seeking = false;
        try {
            SelectionKey registered =
                    key == null ? loop.register(channel, 0, Connection.NOBODY) : key.interestOps(0);
            InetSocketAddress place = (InetSocketAddress) channel.getRemoteAddress();
            HttpLine line = new HttpLine(flow, loop, registered, bytes, connection.share().bytesIn);
            current = new Upstream(line, relay.targets());
            target = place;
        } catch (IOException gone) {
            connection.closeQuietly(channel);
            throw gone;
        }
        if (now != null) {
            sendHead(current, now);
        }
    }

    private void sendHead(Upstream to, Exchange now) {
        Parcel parcel = new Parcel(Framing.NO_BODY);
        ProxyProtocol protocol = connection.options().proxyProtocol();
        if (protocol != ProxyProtocol.NONE) {
            parcel.raw(protocol.header(connection.client(), here));
        }
        parcel.head(now.asked.forServer(), Framing.NO_BODY);
        to.ask(now.asked);
        send(parcel);
    }

    /** Sends it, where there is a connection that takes anything. */
    void send(Parcel parcel) {
        if (current == null || current.isDeaf()) {
            return;
        }
        try {
            current.line.send(parcel.pieces());
        } catch (IOException takesNothing) {
            current.deaf();
        }
    }

    /** Sends what the server had not taken yet. */
    void flush() {
        if (current != null) {
            try {
                current.line.flush();
            } catch (IOException takesNothing) {
                current.deaf();
            }
        }
    }

    /** Returns the connection; null if there is none. */
    @Nullable Upstream current() {
        return current;
    }

    /** Whether there is a connection on which all is sent. */
    boolean isClear() {
        return current != null && current.line.isClear();
    }

    void drop() {
        if (current != null) {
            current.line.close();
            current = null;
        }
    }

    void reset() {
        if (current != null) {
            current.line.reset();
            current = null;
        }
    }

    /** Returns where the last one led to; empty before the first. */
    Optional<InetSocketAddress> target() {
        return Optional.ofNullable(target);
    }

    /** Returns how many bytes the server has taken. */
    long bytes() {
        return bytes.get();
    }
}
