package app.naru.relay;

import java.time.Duration;

/**
 * How a relay does its work, where the default does not fit.
 *
 * @param connectLimit how long each target has to answer before the next is tried
 * @param udp what goes for UDP alone
 */
public record RelayOptions(Duration connectLimit, Udp udp) {

    public static final RelayOptions DEFAULT =
            new RelayOptions(Duration.ofSeconds(3), new Udp(Duration.ofSeconds(60), 4096, 1024));

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
        return new RelayOptions(limit, udp);
    }

    /** Returns the same with that for UDP. */
    public RelayOptions withUdp(Udp other) {
        return new RelayOptions(connectLimit, other);
    }
}
