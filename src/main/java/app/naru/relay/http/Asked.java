package app.naru.relay.http;

import app.naru.forward.Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A request that is passed on. */
public final class Asked {

    /** WebDAV's and UPnP's longest have a dozen letters. */
    private static final Pattern METHOD = Pattern.compile("[A-Z][A-Z-]{0,23}");

    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS");

    private final RequestHead head;
    private final Authority host;
    private final String target;
    private final Framing framing;
    private final boolean upgrade;
    private final boolean last;
    private final HttpMode mode;
    private final InetAddress client;

    private Asked(
            RequestHead head, Authority host, String target, HttpMode mode, InetAddress client)
            throws RequestRefused {
        this.head = head;
        this.host = host;
        this.target = target;
        this.mode = mode;
        this.client = client;
        framing = Framing.of(head);
        upgrade =
                head.http11()
                        && head.method().equals("GET")
                        && framing == Framing.NO_BODY
                        && Field.lists(head.fields(), "Connection", "upgrade")
                        && Field.lists(head.fields(), "Upgrade", "websocket");
        last =
                head.http11()
                        ? Field.lists(head.fields(), "Connection", "close")
                        : !Field.lists(head.fields(), "Connection", "keep-alive");
    }

    /**
     * Takes a request that can be read in one way only and is for a host that is known here.
     *
     * @param client where the visitor is
     * @param here the address of this PC that the visitor connected to
     * @throws RequestRefused otherwise
     */
    static Asked of(RequestHead head, HttpMode mode, InetAddress client, InetAddress here)
            throws RequestRefused {
        boolean tunnel = head.method().equals("CONNECT") || head.method().equals("TRACE");
        if (tunnel || !METHOD.matcher(head.method()).matches()) {
            throw RequestRefused.bad(tunnel ? 405 : 400);
        }
        var hosts = Field.values(head.fields(), "Host");
        Optional<Authority> host =
                hosts.size() == 1 ? Authority.parse(hosts.getFirst()) : Optional.empty();
        Authority asked = host.orElseThrow(RequestRefused::bad);
        if (!KnownHosts.contain(asked, mode, here)) {
            throw RequestRefused.foreign(asked.host());
        }
        return new Asked(head, asked, target(head, asked), mode, client);
    }

    /** A URL with the host in it is for proxies; servers take it too (RFC 9112 section 3.2.2). */
    private static String target(RequestHead head, Authority host) throws RequestRefused {
        String target = head.target();
        String path =
                target.startsWith("/")
                        ? target
                        : WebUrl.parse(target)
                                .filter(url -> url.authority().means(host))
                                .map(WebUrl::path)
                                .orElse(target);
        boolean whole = path.equals("*") && head.method().equals("OPTIONS");
        if ((!whole && !path.startsWith("/")) || path.contains("#") || path.contains("\ufffd")) {
            throw RequestRefused.bad();
        }
        return path;
    }

    RequestHead head() {
        return head;
    }

    /** Returns the host as the visitor named it. */
    Authority host() {
        return host;
    }

    /** Returns the path and query, without the host. */
    String target() {
        return target;
    }

    HttpMode mode() {
        return mode;
    }

    String clientAddress() {
        return Address.text(client);
    }

    /** Returns how its body ends. */
    public Framing framing() {
        return framing;
    }

    /** Whether it asks to go on as a WebSocket (RFC 6455 section 4.1). */
    public boolean upgrade() {
        return upgrade;
    }

    /** Whether the visitor sends nothing more after it. */
    public boolean last() {
        return last;
    }

    /** Whether interim answers are understood. */
    public boolean http11() {
        return head.http11();
    }

    /** Whether its answer has no body, whatever the head says. */
    public boolean headOnly() {
        return head.method().equals("HEAD");
    }

    /** Whether it may be sent twice: the server may have had it the first time. */
    public boolean repeatable() {
        return framing == Framing.NO_BODY && REPEATABLE.contains(head.method());
    }

    /** Returns the head as the server is to see it. */
    public byte[] forServer() {
        return RequestRewriting.rewrite(this);
    }

    /**
     * Returns the answer's head as the visitor is to see it.
     *
     * @param close whether the connection ends after it
     */
    public byte[] forVisitor(ResponseHead answer, boolean close) {
        return ResponseRewriting.rewrite(answer, this, close);
    }

    /** Returns how the visitor sees the answer's body end. */
    public Framing framing(ResponseHead answer) {
        return Framing.of(answer, this);
    }
}
