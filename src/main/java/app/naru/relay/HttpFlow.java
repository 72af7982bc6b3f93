package app.naru.relay;

import app.naru.relay.http.HttpMode;
import app.naru.relay.http.Notice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client's requests, one after another, and their answers. The server is sought when the first
 * request's head is whole, and again where it has ended its connection between two of them. A
 * request that was sent ahead waits until the one before is answered. Used by its loop's thread
 * only, but for reading.
 */
final class HttpFlow implements Traffic {

    /** Leaves room in the loop's buffer for what a rewritten head has more. */
    static final int MOST_READ = SelectorLoop.BUFFER_BYTES - 64 * 1024;

    /** A head that has begun has to be whole by then. */
    private static final Duration HEAD_LIMIT = Duration.ofSeconds(60);

    private final Connection connection;
    private final TcpRelay relay;
    private final SelectorLoop loop;
    private final HttpMode mode;
    private final HttpLine client;
    private final InetSocketAddress here;
    private final HttpRequests requests = new HttpRequests(this);
    private final Upstreams servers;
    private final HttpAnswers answers = new HttpAnswers(this);
    private final OwnAnswers own;
    private final Count bytesOut = new Count();

    private @Nullable Exchange exchange;
    private volatile @Nullable Flow tunnel;
    private boolean finishing;
    private boolean over;
    private long lastActive;

    /**
     * @param clientKey waits for nothing or for reading
     */
    HttpFlow(Connection connection, TcpRelay relay, SelectionKey clientKey, HttpMode mode)
            throws IOException {
        this.connection = connection;
        this.relay = relay;
        this.mode = mode;
        Share share = connection.share();
        loop = share.loop();
        client = new HttpLine(this, loop, clientKey, bytesOut, share.bytesOut);
        here = (InetSocketAddress) client.channel.getLocalAddress();
        own = new OwnAnswers(this, connection, mode);
        servers = new Upstreams(this, connection, relay, here);
        lastActive = loop.now();
    }

    void ready(HttpLine line, int operations) {
        if (over) {
            return;
        }
        lastActive = loop.now();
        if (line == client) {
            clientReady(operations);
        } else {
            serverReady(line, operations);
        }
        settle();
    }

    private void clientReady(int operations) {
        try {
            if ((operations & SelectionKey.OP_WRITE) != 0) {
                client.flush();
            }
            if ((operations & SelectionKey.OP_READ) != 0) {
                requests.read();
            }
        } catch (IOException gone) {
            reset(Visit.Reason.BROKEN_BY_CLIENT);
        }
    }

    private void serverReady(HttpLine line, int operations) {
        Upstream from = servers.current();
        if (from == null || from.line != line) {
            return;
        }
        if ((operations & SelectionKey.OP_WRITE) != 0) {
            servers.flush();
        }
        if ((operations & SelectionKey.OP_READ) != 0) {
            answers.read(from);
        }
    }

    /** Returns the loop's buffer for so many bytes at most, or fewer. */
    ByteBuffer buffer(int most) {
        ByteBuffer buffer = loop.buffer();
        return buffer.limit(Math.min(buffer.limit(), most));
    }

    /** Whether more of what the client sends may be passed on now. */
    boolean takesRequests() {
        if (finishing || own.isPending()) {
            return false;
        }
        Exchange now = exchange;
        if (now == null) {
            return client.isClear();
        }
        return servers.isClear() && !now.requestDone && !now.switching;
    }

    /** A request's head is whole; the rest of it goes into the same parcel. */
    void begin(Exchange begun, Parcel parcel) {
        exchange = begun;
        servers.begin(begun, parcel);
    }

    /** The server has answered the connection's request. */
    void connected(SocketChannel channel, @Nullable SelectionKey key) {
        try {
            servers.connected(channel, key, exchange);
        } catch (IOException gone) {
            answers.lost();
        }
        settle();
    }

    /** None of the targets could be reached. */
    void unreachable(Failure why) {
        servers.notFound();
        own.unreachable(why);
        settle();
    }

    void toClient(Parcel parcel) {
        if (over) {
            return;
        }
        try {
            client.send(parcel.pieces());
        } catch (IOException gone) {
            reset(Visit.Reason.BROKEN_BY_CLIENT);
        }
    }

    /** Answers in the server's place, and ends. */
    void answer(Notice notice) {
        if (!client.isClear()) {
            reset(Visit.Reason.BROKEN_BY_TARGET);
            return;
        }
        servers.drop();
        exchange = null;
        requests.letGo();
        sayLast(requests.answer(notice));
    }

    /** Sends it to the client, and takes no further request. */
    void sayLast(byte[] message) {
        finishing = true;
        toClient(Parcel.of(ByteBuffer.wrap(message)));
    }

    /** Goes on as far as can be gone on, and waits for what is needed for more. */
    void settle() {
        while (!over && tunnel == null && goesOn()) {}
        if (over || tunnel != null) {
            return;
        }
        Exchange now = exchange;
        boolean switching = now != null && now.switching;
        client.await(mayReadClient(now) && requests.wantMore() && !finishing && !switching);
        Upstream server = servers.current();
        if (server != null) {
            server.line.await(client.isClear() && !switching);
        }
    }

    private boolean mayReadClient(@Nullable Exchange now) {
        if (now == null) {
            return client.isClear() && !own.isPending();
        }
        return now.requestDone || servers.isSeeking() || servers.isClear();
    }

    /** Does one thing that is due. Returns whether there was one. */
    private boolean goesOn() {
        Exchange now = exchange;
        Upstream server = servers.current();
        if (now != null && now.responseDone && (now.requestDone || server == null)) {
            next(now);
            return true;
        }
        if (now != null && now.switching) {
            return tunnelBegins();
        }
        if (requests.resume()) {
            return true;
        }
        boolean noMore = !own.isPending() && (finishing || requests.saidAll());
        if (now == null && client.isClear() && noMore) {
            showOut();
            return true;
        }
        if (now != null && requests.saidAll() && server != null) {
            server.tellEnd();
        }
        return false;
    }

    private void next(Exchange done) {
        if (done.serverEnds) {
            servers.drop();
        }
        finishing |= done.last || !done.requestDone;
        exchange = null;
    }

    /** From here on the bytes are another protocol's. Returns whether both sides were ready. */
    private boolean tunnelBegins() {
        Upstream to = servers.current();
        if (to == null || !client.isClear() || !to.line.isClear()) {
            return false;
        }
        ByteBuffer early = requests.letGo();
        if (early != null) {
            servers.send(Parcel.of(early));
            return true;
        }
        try {
            SelectionKey clientKey = client.key.interestOps(SelectionKey.OP_READ);
            SelectionKey serverKey = to.line.key.interestOps(SelectionKey.OP_READ);
            tunnel =
                    new Flow(
                            connection,
                            client.channel,
                            clientKey,
                            to.line.channel,
                            serverKey,
                            null);
        } catch (IOException gone) {
            reset(Visit.Reason.BROKEN_BY_TARGET);
        }
        return true;
    }

    @Nullable Exchange exchange() {
        return exchange;
    }

    Upstreams servers() {
        return servers;
    }

    OwnAnswers own() {
        return own;
    }

    HttpLine client() {
        return client;
    }

    /** Returns where the client is. */
    InetAddress visitor() {
        return connection.client().getAddress();
    }

    /** Returns the address that the client came to. */
    InetAddress here() {
        return here.getAddress();
    }

    @Nullable Recogniser recogniser() {
        return relay.recogniser();
    }

    HttpMode mode() {
        return relay.http().orElse(mode);
    }

    boolean isOver() {
        return over;
    }

    /** Whether no further request is taken. */
    boolean isFinishing() {
        return finishing;
    }

    /** Nothing more is to be said to the client; what it still sends is not for anyone. */
    private void showOut() {
        servers.drop();
        connection.endsFor(Visit.Reason.FINISHED);
        over = true;
        connection.showOut();
    }

    @Override
    public void finishUp() {
        Exchange now = exchange;
        if (now == null) {
            finishing = true;
            if (!over) {
                settle();
            }
        } else {
            now.last = true;
        }
    }

    @Override
    public void reset(Visit.Reason why) {
        Flow tunnelled = tunnel;
        if (tunnelled != null) {
            tunnelled.reset(why);
            return;
        }
        over = true;
        connection.cancelSeek();
        client.reset();
        servers.reset();
        connection.ended(why);
    }

    @Override
    public void sweep() {
        Flow tunnelled = tunnel;
        if (tunnelled != null) {
            tunnelled.sweep();
            return;
        }
        if (over) {
            return;
        }
        RelayOptions.Tcp options = connection.options();
        long quiet = loop.now() - lastActive;
        boolean idle = !options.idleLimit().isZero() && quiet >= options.idleLimit().toNanos();
        boolean slow = exchange == null && requests.inside() && quiet >= HEAD_LIMIT.toNanos();
        if (idle || slow) {
            reset(Visit.Reason.IDLE);
        } else if (options.keepAlive()) {
            Flow.keepAlive(client.channel);
            Upstream server = servers.current();
            if (server != null) {
                Flow.keepAlive(server.line.channel);
            }
        }
    }

    @Override
    public Optional<InetSocketAddress> target() {
        return servers.target();
    }

    @Override
    public long bytesIn() {
        Flow tunnelled = tunnel;
        return servers.bytes() + (tunnelled == null ? 0 : tunnelled.bytesIn());
    }

    @Override
    public long bytesOut() {
        Flow tunnelled = tunnel;
        return bytesOut.get() + (tunnelled == null ? 0 : tunnelled.bytesOut());
    }
}
