package app.naru.relay.http;

import app.naru.forward.Sentence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that goes no further than the relay. */
public final class RequestRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Notice notice;
    private final @Nullable String foreignHost;

    private RequestRefused(Notice notice, @Nullable String foreignHost) {
        super(notice.text().key(), null, false, false);
        this.notice = notice;
        this.foreignHost = foreignHost;
    }

    /** It can be read in more than one way, or in none. */
    static RequestRefused bad() {
        return bad(400);
    }

    /**
     * It is none that is answered here.
     *
     * @param status the answer's
     */
    static RequestRefused bad(int status) {
        return new RequestRefused(
                new Notice(
                        status,
                        Sentence.of("relay.http.bad.heading"),
                        Sentence.of("relay.http.bad.text")),
                null);
    }

    /** It is for a host that this relay does not stand for (RFC 9110 section 15.5.20). */
    static RequestRefused foreign(String host) {
        return new RequestRefused(
                new Notice(
                        421,
                        Sentence.of("relay.http.foreign.heading"),
                        Sentence.of("relay.http.foreign.text", host)),
                host);
    }

    /** Returns the host that it is for, where that is why. */
    public Optional<String> foreignHost() {
        return Optional.ofNullable(foreignHost);
    }

    /** Returns what the visitor is told. */
    public Notice notice() {
        return notice;
    }
}
