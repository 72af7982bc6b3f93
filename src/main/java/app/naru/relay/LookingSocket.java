package app.naru.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A socket by which Naru itself looks how visitors fare. The relays of this process carry its
 * connection like any other, and count it nowhere.
 */
public final class LookingSocket extends Socket {

    /** A relay has noticed it by then, and the system may give its port to someone else. */
    private static final long KNOWN = Duration.ofSeconds(30).toNanos();

    /** The ports of this PC from which it was looked, with the time of {@link System#nanoTime}. */
    private static final Map<Integer, Long> PORTS = new ConcurrentHashMap<>();

    @Override
    public void connect(SocketAddress to) throws IOException {
        connect(to, 0);
    }

    @Override
    public void connect(SocketAddress to, int limitMillis) throws IOException {
        if (!isBound()) {
            bind(null);
        }
        long now = System.nanoTime();
        PORTS.values().removeIf(since -> now - since > KNOWN);
        PORTS.put(getLocalPort(), now);
        super.connect(to, limitMillis);
    }

    /**
     * Whether that client is such a socket: who connects to an address of their own PC comes from
     * the same address, or from another loopback address to one.
     *
     * @param here where the client connected to
     */
    static boolean isAt(InetSocketAddress client, InetSocketAddress here) {
        Long since = PORTS.get(client.getPort());
        return since != null
                && System.nanoTime() - since <= KNOWN
                && isSamePc(client.getAddress(), here.getAddress());
    }

    private static boolean isSamePc(InetAddress client, InetAddress here) {
        return client.equals(here) || (client.isLoopbackAddress() && here.isLoopbackAddress());
    }
}
