package app.naru.relay.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpParser;
import org.jspecify.annotations.Nullable;

/** Reads messages one after another out of bytes as they come. */
public abstract sealed class MessageReader permits RequestReader, ResponseReader {

    /** What the bytes have come to. */
    public enum Event {
        /** All are read and nothing is whole yet. */
        MORE,
        /** A head is whole. */
        HEAD,
        /** A piece of the body is there, in {@link #content}. */
        CONTENT,
        /** The message is whole; the next may follow. */
        END,
        /** It is no message of HTTP. */
        BAD
    }

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final List<Field> fields = new ArrayList<>();
    private @Nullable Event event;
    private ByteBuffer content = NOTHING;
    private boolean inside;

    MessageReader() {}

    /**
     * Has everything loaded that reading takes, which is half a second's work, so that no loop's
     * thread is held up by it.
     */
    public static void prepare() {
        String message = "X / HTTP/1.1\r\nHost: x\r\n\r\n";
        new RequestReader().next(ByteBuffer.wrap(message.getBytes(US_ASCII)));
        new ResponseReader().next(ByteBuffer.wrap("HTTP/1.1 200\r\n\r\n".getBytes(US_ASCII)));
    }

    abstract HttpParser parser();

    /** Returns what comes next; called again until it is {@link Event#MORE}. */
    public final Event next(ByteBuffer in) {
        inside |= in.hasRemaining();
        Event found = parse(in);
        if (found == Event.END) {
            inside = false;
            parser().reset();
        }
        return found;
    }

    private Event parse(ByteBuffer in) {
        event = null;
        int before;
        do {
            before = in.remaining();
            parser().parseNext(in);
        } while (event == null && in.hasRemaining() && in.remaining() < before);
        return event == null ? Event.MORE : event;
    }

    /**
     * Returns the piece of the body, within the bytes that were read; for {@link Event#CONTENT}.
     */
    public final ByteBuffer content() {
        return content;
    }

    /** Whether a message has begun and is not whole. */
    public final boolean inside() {
        return inside;
    }

    /** Returns the fields of the head that was read last. */
    final List<Field> fields() {
        return List.copyOf(fields);
    }

    /** A message begins. */
    void begins() {
        fields.clear();
    }

    /**
     * Tells the reader that no byte follows. Returns whether a message has become whole by that.
     */
    final boolean ends() {
        parser().atEOF();
        return parse(NOTHING) == Event.END;
    }

    /** What the parser tells. */
    abstract class Told implements HttpParser.HttpHandler {

        @Override
        public void messageBegin() {
            begins();
        }

        @Override
        public void parsedHeader(HttpField field) {
            String value = field.getValue();
            fields.add(new Field(field.getName(), value == null ? "" : value));
        }

        @Override
        public boolean headerComplete() {
            event = Event.HEAD;
            return true;
        }

        @Override
        public boolean content(ByteBuffer piece) {
            content = piece;
            event = Event.CONTENT;
            return true;
        }

        @Override
        public boolean contentComplete() {
            return false;
        }

        @Override
        public boolean messageComplete() {
            event = Event.END;
            return true;
        }

        @Override
        public void earlyEOF() {
            event = Event.BAD;
        }

        @Override
        public void badMessage(HttpException failure) {
            refusedWith(failure.getCode());
            event = Event.BAD;
        }
    }

    /** The parser's word for what is wrong, a status. */
    void refusedWith(int status) {}
}
