package app.naru.relay;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client's address and port, and the socket that speaks to the target in its place. Connected, so
 * that only the target's answers arrive and its "unreachable" (RFC 1122 section 4.1.3.3) is heard.
 * Used by the loop's thread of its port only, but for {@link UdpAnswers}.
 */
final class UdpSession {

    private static final Logger LOG = LoggerFactory.getLogger(UdpSession.class);

    /** What waits while a name is looked up; more than a client sends before it expects answers. */
    private static final int MOST_WAITING = 8;

    private final UdpRelay relay;
    private final long id;
    private final Instant since = Instant.now();
    private final UdpPort port;
    private final InetSocketAddress client;
    private final Targets targets;
    private final int first;
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>(0);
    private final Count bytesIn = new Count();
    private final Count bytesOut = new Count();
    private int tried;
    private Targets.@Nullable Candidate candidate;
    private @Nullable DatagramChannel channel;
    private @Nullable UdpAnswers answers;
    private Failure failure = Failure.UNREACHABLE;
    private @Nullable InetSocketAddress target;
    private boolean ended;
    private long lastAsked;

    UdpSession(UdpRelay relay, UdpPort port, InetSocketAddress client, long id) {
        this.id = id;
        this.relay = relay;
        this.port = port;
        this.client = client;
        targets = relay.targets();
        first = targets.winner();
        lastAsked = relay.loop().now();
    }

    InetSocketAddress client() {
        return client;
    }

    UdpPort port() {
        return port;
    }

    /** Returns when it carried something last, of {@link System#nanoTime}. */
    long lastActive() {
        if (answers == null || !answers.any() || answers.lastActive() - lastAsked < 0) {
            return lastAsked;
        }
        return answers.lastActive();
    }

    /** Turns to the next target; ends where none is left. */
    void tryNext() {
        closeChannel();
        while (channel == null && !ended) {
            if (tried == targets.size()) {
                relay.unreachable(this, failure);
                return;
            }
            Targets.Candidate next = targets.toTry(tried++, first);
            candidate = next;
            if (next.literal().isEmpty()) {
                lookUp(next);
                return;
            }
            connect(next.literal().get());
        }
    }

    private void connect(InetAddress address) {
        Targets.Candidate place = candidate;
        if (place == null) {
            return;
        }
        int number = place.endpoint().port().number() + port.offset();
        try {
            DatagramChannel opened = UdpPort.open(address);
            channel = opened;
            target = new InetSocketAddress(address, number);
            opened.connect(target);
            Runnable whenFirst = () -> targets.answered(place);
            answers =
                    new UdpAnswers(this, relay.back(), opened, whenFirst, bytesOut, relay.bytesOut);
            answers.begin();
        } catch (IOException e) {
            LOG.debug("No way to {} port {}", address, number, e);
            failure = Failure.UNREACHABLE;
            closeChannel();
        }
    }

    private void lookUp(Targets.Candidate name) {
        int attempt = tried;
        Targets.lookUp(name, relay.loop(), found -> found(attempt, found));
    }

    private void found(int attempt, List<InetAddress> found) {
        if (ended || attempt != tried) {
            return;
        }
        if (found.isEmpty()) {
            failure = Failure.UNKNOWN_NAME;
        } else {
            connect(found.getFirst());
        }
        if (channel == null) {
            tryNext();
        }
        for (ByteBuffer early = waiting.poll(); early != null; early = waiting.poll()) {
            toTarget(early);
        }
    }

    /** Passes on what the client sent; what can't go out is lost, as datagrams may be. */
    void toTarget(ByteBuffer datagram) {
        lastAsked = relay.loop().now();
        if (channel == null) {
            if (!ended && waiting.size() < MOST_WAITING) {
                waiting.add(ByteBuffer.allocate(datagram.remaining()).put(datagram).flip());
            }
            return;
        }
        try {
            int written = write(channel, datagram);
            bytesIn.add(written);
            relay.bytesIn.add(written);
        } catch (PortUnreachableException | ConnectException e) {
            refused();
        } catch (IOException e) {
            LOG.debug("A datagram of {} could not go on", client, e);
        }
    }

    /**
     * A connected channel of Java's never sends an empty datagram; an unconnected one does. An
     * answer that comes just between is lost, as datagrams may be. On Windows a channel can't be
     * connected again, so there the empty datagram is lost.
     */
    private int write(DatagramChannel to, ByteBuffer datagram) throws IOException {
        if (datagram.hasRemaining()) {
            return to.write(datagram);
        }
        if (!Listening.WINDOWS) {
            SocketAddress peer = to.getRemoteAddress();
            try {
                to.disconnect().send(datagram, peer);
                to.connect(peer);
            } catch (IOException e) {
                // What state the channel is in, nobody knows: the next datagram gets a new one.
                relay.end(this, Visit.Reason.ENDED_HERE);
                throw e;
            }
        }
        return 0;
    }

    /** The target is not there. Called on the answers' loop. */
    void unreachable(UdpAnswers from) {
        relay.loop()
                .execute(() -> {
                    if (from == answers) {
                        refused();
                    }
                });
    }

    /** A target that has answered may be restarting: its client stays with it. */
    private void refused() {
        if (!ended && !hasAnswer()) {
            failure = Failure.REFUSED;
            tryNext();
        }
    }

    private boolean hasAnswer() {
        return answers != null && answers.any();
    }

    /** Returns what there is to say of it at its end. */
    Visit end(Visit.Reason reason) {
        ended = true;
        waiting.clear();
        Visit visit = visit(Optional.of(new Visit.End(Instant.now(), reason)));
        closeChannel();
        return visit;
    }

    /** Whether what the client sends goes to another address than those. */
    boolean goesElsewhere(Set<InetAddress> addresses) {
        return target != null && !addresses.contains(target.getAddress());
    }

    /** Returns what there is to say of it while it is under way. */
    Visit visit() {
        return visit(Optional.empty());
    }

    private Visit visit(Optional<Visit.End> end) {
        Optional<InetSocketAddress> led =
                hasAnswer() ? Optional.ofNullable(target) : Optional.empty();
        Optional<Failure> why =
                end.filter(over -> over.reason() == Visit.Reason.NOT_REACHED).map(over -> failure);
        return new Visit(id, since, client, led, bytesIn.get(), bytesOut.get(), why, end);
    }

    /** Ends it at once. Called on the answers' loop. */
    void abort() {
        relay.loop().execute(() -> relay.end(this, Visit.Reason.ENDED_HERE));
    }

    private void closeChannel() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.debug("Closing a session of {} failed", client, e);
            }
            channel = null;
            if (answers != null) {
                answers.end();
            }
        }
    }
}
