package app.naru.relay;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Seeks a target that answers: place after place, and of each place address after address, each
 * with its time limit. Used by its loop's thread only.
 */
final class Connecting implements Ready {

    private final Connection connection;
    private final TcpRelay relay;
    private final SelectorLoop loop;
    private final int offset;
    private final Targets targets;
    private final int first;
    private final Queue<InetAddress> addresses = new ArrayDeque<>(2);

    private int tried;
    private Targets.@Nullable Candidate candidate;
    private @Nullable SocketChannel channel;
    private Timers.@Nullable Timer limit;
    private Failure failure = Failure.UNREACHABLE;
    private boolean ended;

    /**
     * @param offset how many ports behind the targets' own to connect to
     */
    Connecting(Connection connection, TcpRelay relay, int offset) {
        this.connection = connection;
        this.relay = relay;
        this.offset = offset;
        loop = connection.share().loop();
        targets = relay.targets();
        first = targets.winner();
    }

    /** Tries until one answers or has to be waited for, or none is left. */
    void tryNext() {
        while (!ended) {
            InetAddress address = addresses.poll();
            if (address != null) {
                connect(address);
                if (channel != null) {
                    return;
                }
            } else if (tried < targets.size()) {
                candidate = targets.toTry(tried++, first);
                if (candidate.literal().isEmpty()) {
                    lookUp(candidate);
                    return;
                }
                addresses.add(candidate.literal().get());
            } else {
                ended = true;
                connection.unreachable(failure);
            }
        }
    }

    /** Gives up; nobody will be told. */
    void cancel() {
        ended = true;
        drop();
    }

    @Override
    public void ready(SelectionKey key) {
        SocketChannel attempt = (SocketChannel) key.channel();
        try {
            if (attempt.finishConnect()) {
                succeed(attempt, key);
            }
        } catch (IOException e) {
            failed(Failure.of(e));
        }
    }

    @Override
    public void abort() {
        connection.abort(Visit.Reason.ENDED_HERE);
    }

    /** On return there is a channel, or this address has failed. */
    private void connect(InetAddress address) {
        InetSocketAddress place = new InetSocketAddress(address, port());
        if (relay.isItself(place)) {
            failure = Failure.ITSELF;
            return;
        }
        try {
            SocketChannel attempt = open(address);
            channel = attempt;
            attempt.configureBlocking(false);
            // Within this computer it is done by the time of the second call.
            if (attempt.connect(place) || attempt.finishConnect()) {
                succeed(attempt, null);
            } else {
                loop.register(attempt, SelectionKey.OP_CONNECT, this);
                limit = loop.after(relay.options().connectLimit(), this::timedOut);
            }
        } catch (IOException e) {
            failure = Failure.of(e);
            drop();
        } catch (UnsupportedOperationException noSuchFamilyHere) {
            failure = Failure.UNREACHABLE;
        }
    }

    private static SocketChannel open(InetAddress address) throws IOException {
        return SocketChannel.open(
                address instanceof Inet4Address
                        ? StandardProtocolFamily.INET
                        : StandardProtocolFamily.INET6);
    }

    private int port() {
        return candidate == null ? 0 : candidate.endpoint().port().number() + offset;
    }

    private void succeed(SocketChannel attempt, @Nullable SelectionKey key) throws IOException {
        if (attempt.getLocalAddress().equals(attempt.getRemoteAddress())) {
            throw new ConnectException("connected to itself, since nobody listens there");
        }
        ended = true;
        stopClock();
        if (candidate != null) {
            targets.answered(candidate);
        }
        connection.connected(attempt, key);
    }

    private void failed(Failure why) {
        failure = why;
        drop();
        tryNext();
    }

    private void timedOut() {
        failed(Failure.TIMED_OUT);
    }

    private void lookUp(Targets.Candidate name) {
        int attempt = tried;
        limit = loop.after(relay.options().connectLimit(), this::timedOut);
        Targets.lookUp(name, loop, found -> found(attempt, found));
    }

    private void found(int attempt, List<InetAddress> found) {
        if (ended || attempt != tried || limit == null) {
            return;
        }
        stopClock();
        addresses.addAll(found);
        if (found.isEmpty()) {
            failure = Failure.UNKNOWN_NAME;
        }
        tryNext();
    }

    private void drop() {
        stopClock();
        if (channel != null) {
            connection.closeQuietly(channel);
            channel = null;
        }
    }

    private void stopClock() {
        if (limit != null) {
            limit.cancel();
            limit = null;
        }
    }
}
