package app.naru.relay;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;

/** An endless stream of bytes, the same for the same seed, sent and checked in random pieces. */
final class Pattern {

    /** A prime, so that no piece of a round size repeats. */
    private static final int PERIOD = 1_000_003;

    private static final int LARGEST_PIECE = 200_000;

    private final byte[] bytes = new byte[PERIOD];
    private final Random pieces;

    Pattern(long seed) {
        new Random(seed).nextBytes(bytes);
        pieces = new Random(seed + 1);
    }

    void send(OutputStream to, long total) throws IOException {
        for (long sent = 0; sent < total; ) {
            int at = (int) (sent % PERIOD);
            int piece = (int) Math.min(Math.min(nextPiece(), PERIOD - at), total - sent);
            to.write(bytes, at, piece);
            sent += piece;
        }
    }

    /**
     * @throws AssertionError at the first byte that is not as it was sent
     * @throws EOFException if the stream ends early
     */
    void check(InputStream from, long total) throws IOException {
        byte[] piece = new byte[LARGEST_PIECE];
        for (long seen = 0; seen < total; ) {
            int at = (int) (seen % PERIOD);
            int wanted = (int) Math.min(Math.min(nextPiece(), PERIOD - at), total - seen);
            int read = from.read(piece, 0, wanted);
            if (read < 0) {
                throw new EOFException("after " + seen + " of " + total + " bytes");
            }
            int wrong = Arrays.mismatch(piece, 0, read, bytes, at, at + read);
            if (wrong >= 0) {
                throw new AssertionError("byte " + (seen + wrong) + " is not as it was sent");
            }
            seen += read;
        }
    }

    /** Small ones and large ones alike: a size between 1 and 2 to a random power. */
    private int nextPiece() {
        return 1 + pieces.nextInt(Math.min(LARGEST_PIECE, 1 << pieces.nextInt(19)));
    }
}
