package app.naru.relay.http;

import java.util.List;

/**
 * A request's head (RFC 9112 section 3).
 *
 * @param target what is asked for, as it was sent
 * @param http11 else it is HTTP/1.0
 */
record RequestHead(String method, String target, boolean http11, List<Field> fields) {

    RequestHead {
        fields = List.copyOf(fields);
    }
}
