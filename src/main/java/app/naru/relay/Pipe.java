package app.naru.relay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a flow. While the receiver does not take what was read, nothing more is read, so
 * the sender feels it.
 */
final class Pipe {

    /** So much in one read: this is not a conversation. */
    private static final int STREAM_BYTES = 64 * 1024;

    private final SelectorLoop loop;
    private final Side from;
    private final Side to;
    private final Count bytes = new Count();
    private final Count allBytes;
    private @Nullable ByteBuffer parked;
    private boolean streams;
    private boolean ended;

    /**
     * @param allBytes counts this direction's bytes of all connections
     */
    Pipe(SelectorLoop loop, Side from, Side to, Count allBytes) {
        this.loop = loop;
        this.from = from;
        this.to = to;
        this.allBytes = allBytes;
    }

    /** What became of a pipe. */
    enum Outcome {
        GOES_ON,
        /** The sender has sent its last byte, and all are with the receiver. */
        SENDER_ENDED,
        /** The receiver takes nothing more. */
        RECEIVER_GONE
    }

    /**
     * Passes on what has come, as much as fits into the loop's buffer.
     *
     * @throws IOException if the sender is gone without an end
     */
    Outcome transfer() throws IOException {
        if (ended || parked != null) {
            return Outcome.GOES_ON;
        }
        letTheSenderFill();
        ByteBuffer buffer = loop.buffer();
        int read = from.channel.read(buffer);
        if (read < 0) {
            stop();
            return Outcome.SENDER_ENDED;
        }
        if (!streams && read >= STREAM_BYTES) {
            from.beginStream();
        }
        streams = read >= STREAM_BYTES;
        return pass(buffer.flip());
    }

    /**
     * A stream's sender writes on meanwhile, so there are fewer and larger pieces, each in one go.
     * That the scheduler may ignore it, or is in no hurry, costs little: there is nobody else to
     * serve.
     */
    @SuppressWarnings("ThreadPriorityCheck") // a hint, measured: nothing is wrong without
    private void letTheSenderFill() {
        if (streams && loop.isHardlyBusy()) {
            Thread.yield();
        }
    }

    /** Passes these bytes on, which were read from the sender. Nothing is parked yet. */
    Outcome pass(ByteBuffer buffer) {
        if (!write(buffer)) {
            return Outcome.RECEIVER_GONE;
        }
        if (buffer.hasRemaining()) {
            parked = loop.parking().park(buffer);
            from.ignore(SelectionKey.OP_READ);
            to.await(SelectionKey.OP_WRITE);
        }
        return Outcome.GOES_ON;
    }

    /** The receiver takes more: passes on what is parked. */
    Outcome flush() {
        ByteBuffer rest = parked;
        if (rest == null) {
            return Outcome.GOES_ON;
        }
        if (!write(rest)) {
            return Outcome.RECEIVER_GONE;
        }
        if (!rest.hasRemaining()) {
            release();
            to.ignore(SelectionKey.OP_WRITE);
            from.await(SelectionKey.OP_READ);
        }
        return Outcome.GOES_ON;
    }

    /** Nothing more is read or kept. */
    void stop() {
        if (!ended) {
            ended = true;
            if (parked != null) {
                to.ignore(SelectionKey.OP_WRITE);
            }
            from.ignore(SelectionKey.OP_READ);
            release();
        }
    }

    /** Gives the memory back; the channels are closed or about to be. */
    void release() {
        if (parked != null) {
            loop.parking().giveBack(parked);
            parked = null;
        }
    }

    boolean ended() {
        return ended;
    }

    /** Returns how many bytes the receiver has taken. */
    long bytes() {
        return bytes.get();
    }

    private boolean write(ByteBuffer data) {
        try {
            to.beforeWrite();
            int written = to.channel.write(data);
            bytes.add(written);
            allBytes.add(written);
            return true;
        } catch (IOException receiverGone) {
            stop();
            return false;
        }
    }
}
