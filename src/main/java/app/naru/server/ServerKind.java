package app.naru.server;

import app.naru.forward.Port;
import app.naru.forward.Sentence;
import java.util.Locale;
import java.util.Optional;

/** What kind of server it is, as far as it makes a difference to the one who opens it. */
public enum ServerKind {
    DJANGO(8000, Scheme.HTTP, Rank.LIKELY),
    FLASK(5000, Scheme.HTTP, Rank.LIKELY),
    PYTHON_WEB(8000, Scheme.HTTP, Rank.LIKELY),
    PYTHON_HTTP(8000, Scheme.HTTP, Rank.LIKELY),
    JUPYTER(8888, Scheme.HTTP, Rank.LIKELY),
    VITE(5173, Scheme.HTTP, Rank.LIKELY),
    ANGULAR(4200, Scheme.HTTP, Rank.LIKELY),
    WEBPACK(8080, Scheme.HTTP, Rank.LIKELY),
    NEXT(3000, Scheme.HTTP, Rank.LIKELY),
    NODE(3000, Scheme.HTTP, Rank.LIKELY),
    RAILS(3000, Scheme.HTTP, Rank.LIKELY),
    SPRING(8080, Scheme.HTTP, Rank.LIKELY),
    PHP(8000, Scheme.HTTP, Rank.LIKELY),
    ASPNET(5000, Scheme.HTTP, Rank.LIKELY),
    MINECRAFT(25565, Scheme.NONE, Rank.LIKELY),
    NGINX(80, Scheme.HTTP, Rank.LIKELY),
    APACHE(80, Scheme.HTTP, Rank.LIKELY),
    /** Answers HTTP; what makes it is not known. */
    HTTP(8080, Scheme.HTTP, Rank.POSSIBLE),
    /** Answers HTTP through TLS. */
    HTTPS(8443, Scheme.HTTPS, Rank.POSSIBLE),
    /** Windows' own web server; parts of Windows answer through it too. */
    IIS(80, Scheme.HTTP, Rank.POSSIBLE),
    UNKNOWN(0, Scheme.NONE, Rank.POSSIBLE),
    POSTGRESQL(5432, Scheme.NONE, Rank.UNLIKELY),
    MYSQL(3306, Scheme.NONE, Rank.UNLIKELY),
    REDIS(6379, Scheme.NONE, Rank.UNLIKELY),
    SSH(22, Scheme.NONE, Rank.UNLIKELY),
    RDP(3389, Scheme.NONE, Rank.UNLIKELY),
    SMB(445, Scheme.NONE, Rank.UNLIKELY),
    /** A part of the operating system: name resolution, printing, DHCP, RPC. */
    SYSTEM(0, Scheme.NONE, Rank.UNLIKELY);

    /** How likely it is that someone wants to open it to others. */
    public enum Rank {
        LIKELY,
        POSSIBLE,
        /** Part of the system, or one that is better not opened: shown only when asked for. */
        UNLIKELY
    }

    /** How a link to it starts. */
    private enum Scheme {
        HTTP,
        HTTPS,
        NONE
    }

    private final int usualPort;
    private final Scheme scheme;
    private final Rank rank;

    ServerKind(int usualPort, Scheme scheme, Rank rank) {
        this.usualPort = usualPort;
        this.scheme = scheme;
        this.rank = rank;
    }

    /** Returns what it is called, for people. */
    public Sentence title() {
        return Sentence.of("server.kind." + name());
    }

    /** Returns the port at which it is where nobody has chosen another. */
    public Optional<Port> usualPort() {
        return usualPort == 0 ? Optional.empty() : Optional.of(new Port(usualPort));
    }

    /** Returns {@code http} or {@code https} where a browser can open it; otherwise empty. */
    public Optional<String> linkScheme() {
        return scheme == Scheme.NONE
                ? Optional.empty()
                : Optional.of(scheme.name().toLowerCase(Locale.ROOT));
    }

    /** Whether a browser can open it. */
    public boolean opensInBrowser() {
        return linkScheme().isPresent();
    }

    /**
     * Whether it refuses, as long as nobody tells it otherwise, requests under other names than
     * those of its own PC.
     */
    public boolean wantsOwnName() {
        return switch (this) {
            case DJANGO, VITE, ANGULAR, WEBPACK -> true;
            default -> false;
        };
    }

    public Rank rank() {
        return rank;
    }

    /**
     * Whether an HTTP request could tell more about it. Others are left alone: a database logs a
     * request that it does not understand as an attack.
     */
    boolean mayAnswerHttp() {
        return this == UNKNOWN || opensInBrowser();
    }
}
