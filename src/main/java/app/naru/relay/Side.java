package app.naru.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One of a flow's two sockets, and what its selector waits for there. */
final class Side implements Ready {

    /**
     * The most that a stream from this very computer may have waiting (Linux takes it twice). What
     * waits stays in the processor's cache so, and reading it costs half; the way is not so long
     * that more had to be under way. Left to itself, Linux lets megabytes wait.
     */
    private static final int NEAR_BYTES = 256 * 1024;

    final SocketChannel channel;
    private final Flow flow;
    private final SelectionKey key;
    private int writes;
    private boolean streamed;

    /**
     * @param key of the loop that serves the flow, with nobody attached yet
     */
    Side(Flow flow, SocketChannel channel, SelectionKey key) {
        this.flow = flow;
        this.channel = channel;
        this.key = key;
        key.attach(this);
    }

    @Override
    public void ready(SelectionKey readyKey) {
        flow.ready(this, readyKey.readyOps());
    }

    @Override
    public void abort() {
        flow.reset(Visit.Reason.ENDED_HERE);
    }

    void await(int operation) {
        key.interestOps(key.interestOps() | operation);
    }

    void ignore(int operation) {
        key.interestOps(key.interestOps() & ~operation);
    }

    /** The selector waits for it no more, from its next turn on. */
    void letGo() {
        key.cancel();
    }

    void close() {
        flow.loop().close(key);
    }

    /**
     * Small pieces are not to wait for the acknowledgement of those before (RFC 896). The first
     * piece never does, so many short connections are spared the system call.
     */
    void beforeWrite() throws IOException {
        if (flow.noDelay() && writes < 2 && ++writes == 2) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
    }

    /** Large pieces have begun to come from there. */
    void beginStream() throws IOException {
        if (!streamed) {
            streamed = true;
            if (!Listening.WINDOWS && isNear()) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, NEAR_BYTES);
            }
        }
    }

    private boolean isNear() throws IOException {
        InetAddress there = ((InetSocketAddress) channel.getRemoteAddress()).getAddress();
        return there.equals(((InetSocketAddress) channel.getLocalAddress()).getAddress());
    }
}
