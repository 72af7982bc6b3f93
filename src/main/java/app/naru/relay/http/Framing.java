package app.naru.relay.http;

import java.util.List;
import java.util.regex.Pattern;

/** How a message tells where its body ends (RFC 9112 section 6). */
public enum Framing {
    NO_BODY,
    LENGTH,
    CHUNKED,
    /** With the connection; answers alone. */
    UNTIL_CLOSE;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    /**
     * Returns how a request's body ends. What two readers could take in two ways is refused (RFC
     * 9112 section 11.2): one of them could be led to see a second request in the first one's body.
     */
    static Framing of(RequestHead head) throws RequestRefused {
        List<String> lengths = Field.values(head.fields(), "Content-Length");
        List<String> codings = Field.values(head.fields(), "Transfer-Encoding");
        boolean clear =
                lengths.size() + codings.size() <= 1
                        && lengths.stream().allMatch(length -> DIGITS.matcher(length).matches())
                        && codings.stream().allMatch("chunked"::equalsIgnoreCase)
                        && (codings.isEmpty() || head.http11());
        if (!clear) {
            throw RequestRefused.bad();
        }
        if (!codings.isEmpty()) {
            return CHUNKED;
        }
        return lengths.isEmpty() ? NO_BODY : LENGTH;
    }

    /** Returns how the answer's body ends. */
    static Framing of(ResponseHead head, Asked asked) {
        int status = head.status();
        if (asked.head().method().equals("HEAD")
                || status < 200
                || status == 204
                || status == 304) {
            return NO_BODY;
        }
        if (Field.lists(head.fields(), "Transfer-Encoding", "chunked")) {
            return asked.head().http11() ? CHUNKED : UNTIL_CLOSE;
        }
        return Field.values(head.fields(), "Content-Length").isEmpty() ? UNTIL_CLOSE : LENGTH;
    }
}
