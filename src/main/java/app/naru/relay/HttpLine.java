package app.naru.relay;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the two sockets between which HTTP passes. What it does not take at once is parked, and
 * until it has taken that, nothing more may be sent.
 */
final class HttpLine implements Ready {

    final SocketChannel channel;
    final SelectionKey key;
    private final HttpFlow flow;
    private final SelectorLoop loop;
    private final Count bytes;
    private final Count allBytes;
    private @Nullable ByteBuffer parked;
    private int sends;

    /**
     * @param key of the channel on that loop
     * @param bytes counts what this connection's side has taken
     * @param allBytes counts what all connections' have
     */
    HttpLine(HttpFlow flow, SelectorLoop loop, SelectionKey key, Count bytes, Count allBytes) {
        this.flow = flow;
        this.loop = loop;
        this.key = key;
        this.bytes = bytes;
        this.allBytes = allBytes;
        channel = (SocketChannel) key.channel();
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

    /**
     * Sends the pieces, one after another; they may lie in the loop's buffer.
     *
     * @throws IOException if the other end is gone
     */
    void send(List<ByteBuffer> pieces) throws IOException {
        if (parked != null) {
            throw new IllegalStateException("the last is not sent yet");
        }
        if (pieces.isEmpty()) {
            return;
        }
        if (++sends == 2) {
            // As for other traffic: one piece never waits, further ones are not to (RFC 896).
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        count(
                pieces.size() == 1
                        ? channel.write(pieces.getFirst())
                        : channel.write(pieces.toArray(ByteBuffer[]::new)));
        long left = pieces.stream().mapToLong(ByteBuffer::remaining).sum();
        if (left > 0) {
            park(pieces, (int) left);
        }
    }

    private void park(List<ByteBuffer> pieces, int bytesLeft) {
        if (pieces.size() == 1) {
            parked = loop.parking().park(pieces.getFirst());
            return;
        }
        ByteBuffer rest = ByteBuffer.allocate(bytesLeft);
        pieces.forEach(rest::put);
        parked = loop.parking().park(rest.flip());
    }

    /** Sends what is parked, as much as is taken. */
    void flush() throws IOException {
        ByteBuffer rest = parked;
        if (rest != null) {
            count(channel.write(rest));
            if (!rest.hasRemaining()) {
                release();
            }
        }
    }

    /** Whether everything is sent. */
    boolean isClear() {
        return parked == null;
    }

    private void count(long written) {
        bytes.add(written);
        allBytes.add(written);
    }

    /** Waits for these from now on, and for writing where something is parked. */
    void await(boolean reading) {
        int wanted = (reading ? SelectionKey.OP_READ : 0) | (isClear() ? 0 : SelectionKey.OP_WRITE);
        if (key.isValid() && key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    void release() {
        if (parked != null) {
            loop.parking().giveBack(parked);
            parked = null;
        }
    }

    /** Closes it; what is parked is lost. */
    void close() {
        release();
        loop.close(key);
    }

    /** Closes it by a reset. */
    void reset() {
        Flow.lingerNot(channel);
        close();
    }
}
