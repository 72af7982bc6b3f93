package app.naru.relay;

import java.time.Duration;

/**
 * How a relay does its work, where the default does not fit.
 *
 * @param connectLimit how long each target has to answer before the next is tried
 * @param limits how many connections there may be
 * @param tcp what goes for TCP alone
 * @param udp what goes for UDP alone
 */
public record RelayOptions(Duration connectLimit, Limits limits, Tcp tcp, Udp udp) {

    public static final RelayOptions DEFAULT =
            new RelayOptions(
                    Duration.ofSeconds(3),
                    Limits.NONE,
                    new Tcp(Duration.ZERO, true, true, ProxyProtocol.NONE),
                    new Udp(Duration.ofSeconds(60), 4096, 1024));

    /** Beyond these, further TCP connections are turned away until others have ended. */
    public record Limits(int total, int perClient, int perSecondAndClient) {

        public static final Limits NONE =
                new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

        public Limits {
            if (total < 1 || perClient < 1 || perSecondAndClient < 1) {
                throw new IllegalArgumentException("a limit of less than one connection");
            }
        }
    }

    /**
     * @param idleLimit a connection that carried nothing for so long is ended; zero for never
     * @param keepAlive whether the system notices peers that vanished (RFC 9293 section 3.8.4)
     * @param noDelay whether small pieces go out at once; it costs nothing to leave it on
     * @param proxyProtocol whether the target is told first who the client is
     */
    public record Tcp(
            Duration idleLimit, boolean keepAlive, boolean noDelay, ProxyProtocol proxyProtocol) {}

    /**
     * @param idleLimit a session that carried nothing for so long ends
     * @param sessions so many at most; the one idle for longest makes room
     * @param sessionsPerClient so many of one address at most; its own longest idle makes room
     */
    public record Udp(Duration idleLimit, int sessions, int sessionsPerClient) {

        public Udp {
            if (sessions < 1 || sessionsPerClient < 1) {
                throw new IllegalArgumentException("a relay needs room for a session");
            }
        }
    }

    /** Returns the same with that time for each target. */
    public RelayOptions withConnectLimit(Duration limit) {
        return new RelayOptions(limit, limits, tcp, udp);
    }

    /** Returns the same with those limits. */
    public RelayOptions withLimits(Limits other) {
        return new RelayOptions(connectLimit, other, tcp, udp);
    }

    /** Returns the same with that for TCP. */
    public RelayOptions withTcp(Tcp other) {
        return new RelayOptions(connectLimit, limits, other, udp);
    }

    /** Returns the same with that for UDP. */
    public RelayOptions withUdp(Udp other) {
        return new RelayOptions(connectLimit, limits, tcp, other);
    }
}
