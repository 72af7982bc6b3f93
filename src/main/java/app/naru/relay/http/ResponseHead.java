package app.naru.relay.http;

import java.util.List;

/**
 * An answer's head (RFC 9112 section 4).
 *
 * @param http11 else it is HTTP/1.0
 */
public record ResponseHead(boolean http11, int status, String reason, List<Field> fields) {

    public ResponseHead {
        fields = List.copyOf(fields);
    }

    /** Whether another answer to the same request follows (RFC 9110 section 15.2). */
    public boolean interim() {
        return status < 200 && status != SWITCHING;
    }

    /** Whether the connection is another protocol's from here on. */
    public boolean switches() {
        return status == SWITCHING;
    }

    /** Whether the server ends the connection after it. */
    public boolean last() {
        return Field.lists(fields, "Connection", "close")
                || (!http11 && !Field.lists(fields, "Connection", "keep-alive"));
    }

    private static final int SWITCHING = 101;
}
