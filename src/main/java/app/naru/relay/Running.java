package app.naru.relay;

import app.naru.relay.http.HttpMode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a relay does whatever its protocol; {@link Relay} has the words. */
sealed interface Running permits TcpRelay, UdpRelay {

    List<InetSocketAddress> listening();

    RelaySnapshot snapshot();

    Tally tally();

    Map<Failure, Long> failures();

    void targets(List<Endpoint> targets);

    /** Ends the connections whose target has another address than those. */
    void endElsewhere(Set<InetAddress> addresses);

    /** Answers under other names from now on, where it speaks HTTP. */
    void http(HttpMode mode);

    List<Visit> visits();

    List<Visit> recent();

    Admission admission();

    /** Has clients that come from now on looked at, or none. */
    void recognise(Optional<Recogniser> waiting);

    /** Ends the connections of clients that are not allowed any more. */
    void endUnwelcome();

    void close(Drain drain);

    /** Ends every connection. */
    void endAll();
}
