package app.naru.relay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * The first bytes of one client, held back only as long as they may still become those that a
 * {@link Recogniser} waits for. Used by its loop's thread only.
 */
final class FirstBytes {

    private final Recogniser recogniser;
    private final byte[] opening;
    private final ByteBuffer held;

    FirstBytes(Recogniser recogniser) {
        this.recogniser = recogniser;
        this.opening = recogniser.opening();
        this.held = ByteBuffer.allocate(opening.length);
    }

    /** What the bytes so far tell. */
    enum Verdict {
        /** They are a beginning of the opening. */
        MAYBE,
        /** They are the opening. */
        RECOGNISED,
        /** They are something else. */
        OTHER
    }

    /**
     * Reads what has come, no more than the opening has.
     *
     * @throws IOException if the client is gone without an end
     */
    Verdict read(SocketChannel client) throws IOException {
        int from = held.position();
        boolean ended = client.read(held) < 0;
        for (int i = from; i < held.position(); i++) {
            if (held.get(i) != opening[i]) {
                return Verdict.OTHER;
            }
        }
        if (!held.hasRemaining()) {
            return Verdict.RECOGNISED;
        }
        return ended ? Verdict.OTHER : Verdict.MAYBE;
    }

    /** Whether there is anything to pass on. */
    boolean any() {
        return held.position() > 0;
    }

    /** Returns what was held back, to be passed on. */
    ByteBuffer bytes() {
        return held.duplicate().flip();
    }

    Recogniser recogniser() {
        return recogniser;
    }
}
