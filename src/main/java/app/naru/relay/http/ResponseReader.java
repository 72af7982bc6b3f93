package app.naru.relay.http;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;

/** Reads what a server answers. */
public final class ResponseReader extends MessageReader {

    private static final int MOST_HEAD_BYTES = 64 * 1024;

    /** Small servers end lines by LF alone; a server has no reason to deceive the relay. */
    private static final HttpCompliance TOLERANT =
            HttpCompliance.STRICT.with(
                    "NARU_ANSWERS",
                    HttpCompliance.Violation.CASE_SENSITIVE_FIELD_NAME,
                    HttpCompliance.Violation.LF_HEADER_TERMINATION,
                    HttpCompliance.Violation.LF_CHUNK_TERMINATION);

    private final HttpParser parser =
            RequestReader.exact(new HttpParser(new Response(), MOST_HEAD_BYTES, TOLERANT));
    private boolean http11;
    private int status;
    private String reason = "";

    @Override
    HttpParser parser() {
        return parser;
    }

    /** Expects the answer to that request next. */
    public void expect(Asked asked) {
        parser.setHeadResponse(asked.headOnly());
    }

    /** Returns the head that was read last. */
    public ResponseHead head() {
        return new ResponseHead(http11, status, reason, fields());
    }

    /** The server has ended. Returns whether that ends an answer as it may. */
    public boolean endedWell() {
        return ends();
    }

    private final class Response extends Told implements HttpParser.ResponseHandler {
        @Override
        public void startResponse(HttpVersion version, int code, String phrase) {
            http11 = version == HttpVersion.HTTP_1_1;
            status = code;
            reason = phrase == null ? "" : phrase;
        }
    }
}
