package app.naru.relay;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** What a relay does whatever its protocol; {@link Relay} has the words. */
sealed interface Running permits TcpRelay {

    List<InetSocketAddress> listening();

    RelaySnapshot snapshot();

    void targets(List<Endpoint> targets);

    void access(Access access);

    void close(Duration drain);
}
