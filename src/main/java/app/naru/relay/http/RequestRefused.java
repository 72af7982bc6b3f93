package app.naru.relay.http;

import app.naru.forward.Sentence;

/** A request that goes no further than the relay. */
public final class RequestRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Notice notice;

    private RequestRefused(Notice notice) {
        super(notice.text().key(), null, false, false);
        this.notice = notice;
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
                        Sentence.of("relay.http.bad.text")));
    }

    /** It is for a host that this relay does not stand for (RFC 9110 section 15.5.20). */
    static RequestRefused foreign(String host) {
        return new RequestRefused(
                new Notice(
                        421,
                        Sentence.of("relay.http.foreign.heading"),
                        Sentence.of("relay.http.foreign.text", host)));
    }

    /** Returns what the visitor is told. */
    public Notice notice() {
        return notice;
    }
}
