package app.naru.relay;

import app.naru.relay.http.Framing;
import app.naru.relay.http.HttpMode;
import app.naru.relay.http.MessageReader;
import app.naru.relay.http.Notice;
import app.naru.relay.http.RequestReader;
import app.naru.relay.http.RequestRefused;
import app.naru.relay.http.ResponseHead;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client's requests, one after another, and their answers. The server is sought when the first
 * request is whole, and again where it has ended its connection between two of them. A request that
 * was sent ahead waits until the one before is answered. Used by its loop's thread only, but for
 * reading.
 */
final class HttpFlow implements Traffic {

    /** Leaves room in the loop's buffer for what a rewritten head has more. */
    private static final int MOST_READ = SelectorLoop.BUFFER_BYTES - 64 * 1024;

    /** Where a head is expected; what is behind it may have to wait. */
    private static final int HEAD_READ = 64 * 1024;

    /** A head that has begun has to be whole by then. */
    private static final Duration HEAD_LIMIT = Duration.ofSeconds(60);

    private final Connection connection;
    private final TcpRelay relay;
    private final SelectorLoop loop;
    private final HttpMode mode;
    private final HttpLine client;
    private final InetSocketAddress here;
    private final RequestReader requests = new RequestReader();
    private final Count bytesIn = new Count();
    private final Count bytesOut = new Count();

    private @Nullable Exchange exchange;
    private @Nullable Upstream server;
    private @Nullable ByteBuffer held;
    private volatile @Nullable InetSocketAddress target;
    private volatile @Nullable Flow tunnel;
    private boolean seeking;
    private boolean switching;
    private boolean answering;
    private boolean clientEnded;
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
        lastActive = loop.now();
    }

    void ready(HttpLine line, int operations) {
        if (over) {
            return;
        }
        lastActive = loop.now();
        if (line == client) {
            clientReady(operations);
        } else if (server != null && server.line == line) {
            serverReady(server, operations);
        }
        settle();
    }

    private void clientReady(int operations) {
        try {
            if ((operations & SelectionKey.OP_WRITE) != 0) {
                client.flush();
            }
            if ((operations & SelectionKey.OP_READ) != 0) {
                boolean body = exchange != null && !exchange.requestDone;
                ByteBuffer in = buffer(body ? MOST_READ : HEAD_READ);
                if (client.channel.read(in) < 0) {
                    clientEnds();
                } else {
                    takeRequest(in.flip());
                }
            }
        } catch (IOException gone) {
            reset(Visit.Reason.BROKEN_BY_CLIENT);
        }
    }

    private ByteBuffer buffer(int most) {
        ByteBuffer buffer = loop.buffer();
        return buffer.limit(Math.min(buffer.limit(), most));
    }

    private void clientEnds() {
        clientEnded = true;
        boolean whole = exchange == null ? !requests.inside() : exchange.requestDone;
        if (!whole && held == null) {
            reset(Visit.Reason.BROKEN_BY_CLIENT);
        }
    }

    /** Reads requests as far as one may be read now; keeps the rest. */
    private void takeRequest(ByteBuffer in) {
        Parcel parcel = new Parcel(exchange == null ? Framing.NO_BODY : exchange.asked.framing());
        while (!over) {
            if (!mayRead()) {
                hold(in);
                break;
            }
            MessageReader.Event event = requests.next(in);
            if (event == MessageReader.Event.MORE) {
                break;
            }
            take(event, parcel);
        }
        toServer(parcel);
        if (clientEnded && held == null && exchange != null && !exchange.requestDone) {
            reset(Visit.Reason.BROKEN_BY_CLIENT);
        }
    }

    private boolean mayRead() {
        return !finishing
                && !answering
                && (exchange == null
                        ? client.isClear()
                        : server != null
                                && server.line.isClear()
                                && !exchange.requestDone
                                && !switching);
    }

    private void take(MessageReader.Event event, Parcel parcel) {
        Exchange now = exchange;
        switch (event) {
            case HEAD -> begin(parcel);
            case CONTENT -> parcel.content(requests.content());
            case END -> {
                parcel.end();
                if (now != null) {
                    now.requestDone = true;
                }
            }
            case BAD -> {
                if (now == null) {
                    refuse(requests.refusal().notice());
                } else {
                    reset(Visit.Reason.BROKEN_BY_CLIENT);
                }
            }
            case MORE -> {}
        }
    }

    private void begin(Parcel parcel) {
        Recogniser waiting = relay.recogniser();
        if (waiting != null && requests.begins(waiting.opening())) {
            recognised(waiting);
            return;
        }
        Exchange begun;
        try {
            begun =
                    new Exchange(
                            requests.asked(
                                    mode(), connection.client().getAddress(), here.getAddress()));
        } catch (RequestRefused refused) {
            refuse(refused.notice());
            return;
        }
        exchange = begun;
        if (server != null && !server.isOf(relay.targets())) {
            dropServer();
        }
        if (server == null) {
            seek();
            parcel.body(begun.asked.framing());
        } else {
            parcel.head(begun.asked.forServer(), begun.asked.framing());
            ask(server, begun);
        }
    }

    /** The request is not for the server. Its answer may take a moment. */
    private void recognised(Recogniser by) {
        answering = true;
        String head = requests.text();
        Thread.ofVirtual()
                .name("naru-relay-answer")
                .start(() -> {
                    byte[] answer = by.answer(connection.client(), head);
                    loop.execute(() -> answered(answer));
                });
    }

    private void answered(byte[] answer) {
        answering = false;
        finishing = true;
        Parcel parcel = new Parcel(Framing.NO_BODY);
        parcel.raw(ByteBuffer.wrap(answer));
        toClient(parcel);
        settle();
    }

    private HttpMode mode() {
        return relay.http().orElse(mode);
    }

    private static void ask(Upstream asked, Exchange begun) {
        asked.asked();
        asked.reader.expect(begun.asked);
    }

    private void seek() {
        seeking = true;
        connection.seek();
    }

    /** The server has answered the connection's request. */
    void connected(SocketChannel channel, @Nullable SelectionKey key) {
        seeking = false;
        try {
            SelectionKey registered =
                    key == null ? loop.register(channel, 0, Connection.NOBODY) : key.interestOps(0);
            HttpLine line =
                    new HttpLine(this, loop, registered, bytesIn, connection.share().bytesIn);
            InetSocketAddress address = (InetSocketAddress) channel.getRemoteAddress();
            server = new Upstream(line, address, relay.targets());
            target = address;
            sendHead(server);
        } catch (IOException gone) {
            connection.closeQuietly(channel);
            serverLost();
        }
        settle();
    }

    private void sendHead(Upstream to) {
        Exchange now = exchange;
        if (now != null) {
            Parcel parcel = new Parcel(Framing.NO_BODY);
            ProxyProtocol protocol = connection.options().proxyProtocol();
            if (protocol != ProxyProtocol.NONE) {
                parcel.raw(protocol.header(connection.client(), here));
            }
            parcel.head(now.asked.forServer(), Framing.NO_BODY);
            ask(to, now);
            toServer(parcel);
        }
    }

    /** None of the targets could be reached. */
    void unreachable(Failure why) {
        seeking = false;
        answer(Notice.down(mode.server().port().number(), why != Failure.TIMED_OUT));
        settle();
    }

    private void toServer(Parcel parcel) {
        Upstream to = server;
        if (over || to == null || to.isDeaf()) {
            return;
        }
        try {
            to.line.send(parcel.pieces());
        } catch (IOException takesNothing) {
            to.deaf();
        }
    }

    private void toClient(Parcel parcel) {
        if (over) {
            return;
        }
        try {
            client.send(parcel.pieces());
        } catch (IOException gone) {
            reset(Visit.Reason.BROKEN_BY_CLIENT);
        }
    }

    /** A request without a body has its end still to be read, although no byte is left. */
    private void hold(ByteBuffer in) {
        boolean endAhead = exchange != null && !exchange.requestDone;
        if (!finishing && (in.hasRemaining() || endAhead)) {
            held = ByteBuffer.allocate(in.remaining()).put(in).flip();
        }
    }

    private void serverReady(Upstream from, int operations) {
        if ((operations & SelectionKey.OP_WRITE) != 0) {
            try {
                from.line.flush();
            } catch (IOException takesNothing) {
                from.deaf();
            }
        }
        if ((operations & SelectionKey.OP_READ) != 0) {
            ByteBuffer in = buffer(MOST_READ);
            int count;
            try {
                count = from.line.channel.read(in);
            } catch (IOException lost) {
                serverLost();
                return;
            }
            if (count < 0) {
                serverEnds(from);
            } else {
                takeAnswer(from, in.flip());
            }
        }
    }

    private void takeAnswer(Upstream from, ByteBuffer in) {
        Exchange now = exchange;
        if (now == null || now.responseDone) {
            // Nothing was asked: what follows could be taken for the next request's answer.
            dropServer();
            return;
        }
        Parcel parcel = new Parcel(now.answerFraming);
        MessageReader.Event event;
        do {
            event = from.reader.next(in);
            takeAnswer(event, from, now, parcel);
            if (exchange != now) {
                return;
            }
        } while (event != MessageReader.Event.MORE && !now.responseDone && !switching && !over);
        if (switching) {
            parcel.raw(in);
        } else if (now.responseDone && in.hasRemaining()) {
            now.serverEnds = true;
        }
        toClient(parcel);
    }

    private void takeAnswer(MessageReader.Event event, Upstream from, Exchange now, Parcel parcel) {
        switch (event) {
            case HEAD -> answerBegins(from.reader.head(), now, parcel);
            case CONTENT -> parcel.content(from.reader.content());
            case END -> {
                if (now.interim) {
                    now.interim = false;
                } else {
                    parcel.end();
                    now.responseDone = true;
                }
            }
            case BAD -> garbled(now);
            case MORE -> {}
        }
    }

    private void answerBegins(ResponseHead head, Exchange now, Parcel parcel) {
        if (head.switches() && !now.asked.upgrade()) {
            garbled(now);
        } else if (head.interim()) {
            now.interim = true;
            if (now.asked.http11()) {
                parcel.head(now.asked.forVisitor(head, false), Framing.NO_BODY);
            }
        } else {
            now.answered = true;
            now.answerFraming = now.asked.framing(head);
            now.serverEnds = head.last() || now.answerFraming == Framing.UNTIL_CLOSE;
            now.last |= finishing || now.answerFraming == Framing.UNTIL_CLOSE;
            switching = head.switches();
            parcel.head(now.asked.forVisitor(head, now.last), now.answerFraming);
        }
    }

    private void garbled(Exchange now) {
        if (now.answered) {
            reset(Visit.Reason.BROKEN_BY_TARGET);
        } else {
            answer(Notice.garbled(mode.server().port().number()));
        }
    }

    /** The server has said its last. */
    private void serverEnds(Upstream from) {
        Exchange now = exchange;
        if (now != null && !now.responseDone && from.reader.endedWell()) {
            now.responseDone = true;
            dropServer();
        } else {
            serverLost();
        }
    }

    /** The server's connection is gone. */
    private void serverLost() {
        Exchange now = exchange;
        boolean reused = server != null && server.reused();
        boolean begun = server != null && server.reader.inside();
        dropServer();
        if (now == null || now.responseDone) {
            return;
        }
        if (reused && !begun && now.asked.repeatable() && !now.repeated) {
            // It has ended an idle connection at the moment when the request came.
            now.repeated = true;
            seek();
        } else if (reused && !begun) {
            reset(Visit.Reason.BROKEN_BY_TARGET);
        } else {
            garbled(now);
        }
    }

    private void dropServer() {
        if (server != null) {
            server.line.close();
            server = null;
        }
    }

    private void refuse(Notice notice) {
        connection.endsFor(Visit.Reason.ENDED_HERE);
        answer(notice);
    }

    /** Answers in the server's place, and ends. */
    private void answer(Notice notice) {
        if (!client.isClear()) {
            reset(Visit.Reason.BROKEN_BY_TARGET);
            return;
        }
        dropServer();
        exchange = null;
        held = null;
        finishing = true;
        Parcel parcel = new Parcel(Framing.NO_BODY);
        parcel.raw(ByteBuffer.wrap(requests.answer(notice)));
        toClient(parcel);
    }

    /** Goes on as far as can be gone on, and waits for what is needed for more. */
    private void settle() {
        while (!over && tunnel == null && goesOn()) {}
        if (over || tunnel != null) {
            return;
        }
        Exchange now = exchange;
        boolean ahead = now != null && (now.requestDone || seeking);
        boolean reading =
                now == null
                        ? client.isClear() && !answering
                        : ahead || (server != null && server.line.isClear());
        client.await(reading && held == null && !clientEnded && !finishing && !switching);
        if (server != null) {
            server.line.await(client.isClear() && !switching);
        }
    }

    /** Does one thing that is due. Returns whether there was one. */
    private boolean goesOn() {
        Exchange now = exchange;
        if (now != null && now.responseDone && (now.requestDone || server == null)) {
            next(now);
            return true;
        }
        if (switching) {
            return tunnelBegins();
        }
        if (held != null && mayRead()) {
            ByteBuffer rest = held;
            held = null;
            takeRequest(rest);
            return true;
        }
        boolean noMore = !answering && (finishing || (clientEnded && held == null));
        if (now == null && client.isClear() && noMore) {
            showOut();
            return true;
        }
        if (now != null && clientEnded && held == null && server != null && server.tellEnd()) {
            try {
                server.line.channel.shutdownOutput();
            } catch (IOException takesNothing) {
                server.deaf();
            }
        }
        return false;
    }

    private void next(Exchange done) {
        if (done.serverEnds) {
            dropServer();
        }
        finishing |= done.last || !done.requestDone;
        exchange = null;
    }

    /** From here on the bytes are another protocol's. Returns whether both sides were ready. */
    private boolean tunnelBegins() {
        Upstream to = server;
        if (to == null || !client.isClear() || !to.line.isClear()) {
            return false;
        }
        if (held != null) {
            Parcel parcel = new Parcel(Framing.NO_BODY);
            parcel.raw(held);
            held = null;
            toServer(parcel);
            return true;
        }
        try {
            client.key.interestOps(SelectionKey.OP_READ);
            to.line.key.interestOps(SelectionKey.OP_READ);
            tunnel =
                    new Flow(
                            connection,
                            client.channel,
                            client.key,
                            to.line.channel,
                            to.line.key,
                            null);
        } catch (IOException gone) {
            reset(Visit.Reason.BROKEN_BY_TARGET);
        }
        return true;
    }

    /** Nothing more is to be said to the client; what it still sends is not for anyone. */
    private void showOut() {
        dropServer();
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
        if (server != null) {
            server.line.reset();
            server = null;
        }
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
            if (server != null) {
                Flow.keepAlive(server.line.channel);
            }
        }
    }

    @Override
    public Optional<InetSocketAddress> target() {
        return Optional.ofNullable(target);
    }

    @Override
    public long bytesIn() {
        Flow tunnelled = tunnel;
        return bytesIn.get() + (tunnelled == null ? 0 : tunnelled.bytesIn());
    }

    @Override
    public long bytesOut() {
        Flow tunnelled = tunnel;
        return bytesOut.get() + (tunnelled == null ? 0 : tunnelled.bytesOut());
    }
}
