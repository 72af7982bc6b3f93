package app.naru.relay;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** The traffic between a client and its target, both ways. Used by its loop's thread only. */
final class Flow {

    private final Connection connection;
    private final Side client;
    private final Side target;
    private final Pipe in;
    private final Pipe out;
    private boolean broken;
    private boolean closed;

    /**
     * @param clientKey waits for nothing or for reading
     * @param targetKey waits for nothing or for reading
     */
    Flow(
            Connection connection,
            SocketChannel clientChannel,
            SelectionKey clientKey,
            SocketChannel targetChannel,
            SelectionKey targetKey) {
        this.connection = connection;
        client = new Side(this, clientChannel, clientKey);
        target = new Side(this, targetChannel, targetKey);
        Share share = connection.share();
        in = new Pipe(share.loop(), client, target, share.bytesIn);
        out = new Pipe(share.loop(), target, client, share.bytesOut);
    }

    void ready(Side side, int operations) {
        Pipe reads = side == client ? in : out;
        Pipe writes = side == client ? out : in;
        try {
            if ((operations & SelectionKey.OP_WRITE) != 0) {
                follow(writes.flush(), writes);
            }
            if ((operations & SelectionKey.OP_READ) != 0 && !closed) {
                follow(reads.transfer(), reads);
            }
        } catch (IOException senderGone) {
            reset();
        }
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
            reset();
        } else if (other(pipe).ended()) {
            close();
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
            reset();
        }
    }

    private Pipe other(Pipe pipe) {
        return pipe == in ? out : in;
    }

    /** Both are told at once, by a reset, that the connection did not end as it should. */
    void reset() {
        if (!closed) {
            lingerNot(client.channel);
            lingerNot(target.channel);
            close();
        }
    }

    private void close() {
        closed = true;
        in.release();
        out.release();
        connection.closeQuietly(client.channel);
        connection.closeQuietly(target.channel);
        connection.ended();
    }

    /** Returns the bytes passed on from the client to the target. */
    long bytesIn() {
        return in.bytes();
    }

    /** Returns the bytes passed on from the target to the client. */
    long bytesOut() {
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
