package app.naru.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The traffic between a client and its target, both ways. Used by its loop's thread only. */
final class Flow implements Traffic {

    /** Nobody types so slowly, and no program waits for an answer to half a request line. */
    private static final Duration HELD_AT_MOST = Duration.ofSeconds(1);

    private final Connection connection;
    private final InetSocketAddress targetAddress;
    private final Side client;
    private final Side target;
    private final Pipe in;
    private final Pipe out;
    private boolean broken;
    private boolean closed;
    private final boolean idleLimited;
    private boolean keptAlive;
    private @Nullable FirstBytes first;
    private long lastActive;

    /**
     * @param clientKey waits for nothing or for reading
     * @param targetKey waits for nothing or for reading
     * @param first looks at the client's first bytes; null where nobody waits for certain ones
     */
    Flow(
            Connection connection,
            SocketChannel clientChannel,
            SelectionKey clientKey,
            SocketChannel targetChannel,
            SelectionKey targetKey,
            @Nullable FirstBytes first)
            throws IOException {
        this.first = first;
        targetAddress = (InetSocketAddress) targetChannel.getRemoteAddress();
        idleLimited = !connection.options().idleLimit().isZero();
        this.connection = connection;
        lastActive = loop().now();
        client = new Side(this, clientChannel, clientKey);
        target = new Side(this, targetChannel, targetKey);
        Share share = connection.share();
        in = new Pipe(share.loop(), client, target, share.bytesIn);
        out = new Pipe(share.loop(), target, client, share.bytesOut);
    }

    /**
     * Begins at once with what the client has sent while a target was sought, which is mostly
     * there: the selector would only tell so in another turn.
     *
     * @throws IOException if either is gone already
     */
    void begin() throws IOException {
        introduce();
        ready(client, SelectionKey.OP_READ);
    }

    void ready(Side side, int operations) {
        Pipe reads = side == client ? in : out;
        Pipe writes = side == client ? out : in;
        if (idleLimited) {
            lastActive = loop().now();
        }
        try {
            if ((operations & SelectionKey.OP_WRITE) != 0) {
                follow(writes.flush(), writes);
            }
            if ((operations & SelectionKey.OP_READ) != 0 && !closed) {
                if (first == null || reads == out) {
                    follow(reads.transfer(), reads);
                } else {
                    look(first);
                }
            }
        } catch (IOException senderGone) {
            reset(brokenBy(side));
        }
    }

    private void look(FirstBytes looking) throws IOException {
        boolean heldBefore = looking.any();
        switch (looking.read(client.channel)) {
            case MAYBE -> {
                if (!heldBefore) {
                    loop().after(HELD_AT_MOST, this::passOnFirst);
                }
            }
            case OTHER -> {
                first = null;
                follow(in.pass(looking.bytes()), in);
            }
            case RECOGNISED -> handOver(looking.recogniser());
        }
    }

    /** They did not become more in time. */
    private void passOnFirst() {
        FirstBytes late = first;
        if (late == null || closed) {
            return;
        }
        first = null;
        try {
            follow(in.pass(late.bytes()), in);
        } catch (IOException gone) {
            reset(Visit.Reason.BROKEN_BY_TARGET);
        }
    }

    /** The target hears no more of this client, which gets its answer here. */
    private void handOver(Recogniser recogniser) {
        closed = true;
        in.release();
        out.release();
        target.close();
        client.letGo();
        connection.ended(Visit.Reason.FINISHED);
        loop().execute(() -> {
            // A channel that a selector waits for can't be read otherwise.
            loop().forgetClosed();
            Answering.start(client.channel, connection.client(), recogniser);
        });
    }

    /**
     * Tells the target who the client is, where it wants to know; ahead of everything else.
     *
     * @throws IOException if either is gone already
     */
    private void introduce() throws IOException {
        ProxyProtocol protocol = connection.options().proxyProtocol();
        if (protocol != ProxyProtocol.NONE) {
            InetSocketAddress here = (InetSocketAddress) client.channel.getLocalAddress();
            ByteBuffer header = protocol.header(connection.client(), here);
            target.beforeWrite();
            target.channel.write(header);
            if (header.hasRemaining()) {
                throw new IOException("a new connection takes less than " + header.limit());
            }
        }
    }

    @Override
    public void finishUp() {
        // What runs ends by itself or is ended.
    }

    /** Ends it where it was idle too long; else sees to it that a lost peer is noticed. */
    @Override
    public void sweep() {
        RelayOptions.Tcp options = connection.options();
        long idleLimit = options.idleLimit().toNanos();
        if (idleLimited && loop().now() - lastActive >= idleLimit) {
            reset(Visit.Reason.IDLE);
        } else if (options.keepAlive() && !keptAlive) {
            keptAlive = true;
            keepAlive(client.channel);
            keepAlive(target.channel);
        }
    }

    /** Not at once: short connections are spared the system calls. */
    static void keepAlive(SocketChannel channel) {
        try {
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        } catch (IOException alreadyGone) {
            // The loop is about to hear of it.
        }
    }

    private Visit.Reason brokenBy(Side side) {
        return side == client ? Visit.Reason.BROKEN_BY_CLIENT : Visit.Reason.BROKEN_BY_TARGET;
    }

    private void follow(Pipe.Outcome outcome, Pipe pipe) throws IOException {
        switch (outcome) {
            case GOES_ON -> {}
            case SENDER_ENDED -> passOnEnd(pipe);
            case RECEIVER_GONE -> hearOut(pipe);
        }
    }

    private void passOnEnd(Pipe pipe) throws IOException {
        if (broken) {
            reset(brokenBy(pipe == in ? client : target));
        } else if (other(pipe).ended()) {
            close(Visit.Reason.FINISHED);
        } else {
            (pipe == in ? target : client).channel.shutdownOutput();
        }
    }

    /**
     * The receiver takes nothing more, but what it had sent before may still be on its way: a
     * server often answers an upload that it refuses. So that is passed on first, then the reset.
     */
    private void hearOut(Pipe pipe) {
        broken = true;
        if (other(pipe).ended()) {
            reset(brokenBy(pipe == in ? target : client));
        }
    }

    private Pipe other(Pipe pipe) {
        return pipe == in ? out : in;
    }

    @Override
    public void reset(Visit.Reason why) {
        if (!closed) {
            lingerNot(client.channel);
            lingerNot(target.channel);
            close(why);
        }
    }

    private void close(Visit.Reason why) {
        closed = true;
        in.release();
        out.release();
        client.close();
        target.close();
        connection.ended(why);
    }

    SelectorLoop loop() {
        return connection.share().loop();
    }

    boolean noDelay() {
        return connection.options().noDelay();
    }

    @Override
    public Optional<InetSocketAddress> target() {
        return Optional.of(targetAddress);
    }

    @Override
    public long bytesIn() {
        return in.bytes();
    }

    @Override
    public long bytesOut() {
        return out.bytes();
    }

    static void lingerNot(SocketChannel channel) {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException alreadyGone) {
            // Closing it says all that is left to say.
        }
    }
}
