package app.naru.relay.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetAddress;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;

/** Reads what a visitor asks, as strictly as RFC 9112 allows. */
public final class RequestReader extends MessageReader {

    private static final int MOST_HEAD_BYTES = 32 * 1024;

    /** Names are passed on as they were sent; nothing else that is odd is taken. */
    private static final HttpCompliance STRICT =
            HttpCompliance.STRICT.with("NARU", HttpCompliance.Violation.CASE_SENSITIVE_FIELD_NAME);

    private final HttpParser parser = exact(new HttpParser(new Request(), MOST_HEAD_BYTES, STRICT));
    private String method = "";
    private String target = "";
    private boolean http11;
    private int refusal = 400;

    /** Values are taken from the bytes, not from a table in which another case is the same. */
    static HttpParser exact(HttpParser parser) {
        parser.setHeaderCacheSize(0);
        parser.setHeaderCacheCaseSensitive(true);
        return parser;
    }

    @Override
    HttpParser parser() {
        return parser;
    }

    /**
     * Returns the request whose head was read last.
     *
     * @param client where the visitor is
     * @param here the address of this PC that the visitor connected to
     * @throws RequestRefused if it may not be passed on
     */
    public Asked asked(HttpMode mode, InetAddress client, InetAddress here) throws RequestRefused {
        return Asked.of(new RequestHead(method, target, http11, fields()), mode, client, here);
    }

    /** Whether the head that was read last begins so. */
    public boolean begins(byte[] opening) {
        return text().startsWith(new String(opening, ISO_8859_1));
    }

    /** Returns the head that was read last, as it is written. */
    public String text() {
        HeadText text = new HeadText(method + " " + target + (http11 ? " HTTP/1.1" : " HTTP/1.0"));
        fields().forEach(text::add);
        return new String(text.bytes(), ISO_8859_1);
    }

    /** Returns why the last bytes were {@link MessageReader.Event#BAD}. */
    public RequestRefused refusal() {
        return RequestRefused.bad(refusal);
    }

    @Override
    void begins() {
        super.begins();
        method = "";
    }

    @Override
    void refusedWith(int status) {
        refusal = status;
    }

    /** Returns the answer to a request that is not passed on, in the language that it asks for. */
    public byte[] answer(Notice notice) {
        var languages = Field.values(fields(), "Accept-Language");
        return notice.bytes(
                languages.isEmpty() ? "" : languages.getFirst(), !method.equals("HEAD"));
    }

    private final class Request extends Told implements HttpParser.RequestHandler {
        @Override
        public void startRequest(String asked, String uri, HttpVersion version) {
            method = asked;
            target = uri;
            http11 = version == HttpVersion.HTTP_1_1;
            if (!http11 && version != HttpVersion.HTTP_1_0) {
                throw new HttpException.RuntimeException(505, "Unknown version");
            }
        }
    }
}
