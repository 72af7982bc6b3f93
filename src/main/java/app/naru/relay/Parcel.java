package app.naru.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import app.naru.relay.http.Framing;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What was read of a message at once, made ready to be sent: a head, a piece of a body, its end.
 */
final class Parcel {

    private static final String LINE_END = "\r\n";
    private static final String LAST_CHUNK = "0\r\n\r\n";

    private final List<ByteBuffer> ready = new ArrayList<>();
    private final List<ByteBuffer> body = new ArrayList<>();
    private Framing framing;

    /**
     * @param framing how the body ends that is under way
     */
    Parcel(Framing framing) {
        this.framing = framing;
    }

    /** Returns these bytes as they are. */
    static Parcel of(ByteBuffer bytes) {
        Parcel parcel = new Parcel(Framing.NO_BODY);
        parcel.raw(bytes);
        return parcel;
    }

    void head(byte[] head, Framing framing) {
        closeChunk();
        ready.add(ByteBuffer.wrap(head));
        this.framing = framing;
    }

    /** The head has been sent already. */
    void body(Framing other) {
        framing = other;
    }

    void content(ByteBuffer piece) {
        body.add(piece);
    }

    /** The body has ended. */
    void end() {
        closeChunk();
        if (framing == Framing.CHUNKED) {
            ready.add(ByteBuffer.wrap(LAST_CHUNK.getBytes(US_ASCII)));
        }
        framing = Framing.NO_BODY;
    }

    /** Bytes of another protocol. */
    void raw(ByteBuffer bytes) {
        if (bytes.hasRemaining()) {
            ready.add(bytes);
        }
    }

    /** Returns all of it; chunks that came at once go on as one (RFC 9112 section 7.1). */
    List<ByteBuffer> pieces() {
        closeChunk();
        return ready;
    }

    private void closeChunk() {
        int bytes = body.stream().mapToInt(ByteBuffer::remaining).sum();
        boolean chunked = framing == Framing.CHUNKED && bytes > 0;
        if (chunked) {
            ready.add(ascii(Integer.toHexString(bytes) + LINE_END));
        }
        ready.addAll(body);
        if (chunked) {
            ready.add(ascii(LINE_END));
        }
        body.clear();
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(US_ASCII));
    }
}
