package app.naru.relay;

import java.util.List;
import java.util.stream.Stream;

/**
 * What visitors have asked for that a relay in HTTP mode does not stand for.
 *
 * @param requests how many were for such a host
 * @param hosts those hosts as the visitors named them, the latest first, without the eldest where
 *     there are many
 */
public record ForeignHosts(long requests, List<String> hosts) {

    public static final ForeignHosts NONE = new ForeignHosts(0, List.of());

    /** A stranger may name a new one with each request. */
    private static final int MOST = 8;

    public ForeignHosts {
        hosts = List.copyOf(hosts);
    }

    /** Returns it with one more request, for that host. */
    ForeignHosts and(String host) {
        return new ForeignHosts(1, List.of(host)).and(this);
    }

    /** Returns both together. */
    ForeignHosts and(ForeignHosts other) {
        return new ForeignHosts(
                requests + other.requests,
                Stream.concat(hosts.stream(), other.hosts.stream())
                        .distinct()
                        .limit(MOST)
                        .toList());
    }
}
