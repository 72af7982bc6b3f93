package app.naru.relay;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port that clients connect to. Used by its loop's thread only. */
final class Listening implements Ready {

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    /** As many as Linux allows by default; Windows takes it as "many". */
    private static final int BACKLOG = 4096;

    private static final Duration PAUSE = Duration.ofMillis(100);
    static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private final TcpRelay relay;
    private final SelectorLoop loop;
    private final Bound<ServerSocketChannel> bound;
    private final Burst burst = new Burst();

    Listening(TcpRelay relay, SelectorLoop loop, Bound<ServerSocketChannel> bound) {
        this.relay = relay;
        this.loop = loop;
        this.bound = bound;
    }

    /** Opens a socket that listens there. */
    static ServerSocketChannel bind(InetSocketAddress address) throws IOException {
        ServerSocketChannel channel = open(address.getAddress());
        try {
            channel.configureBlocking(false);
            if (!WINDOWS) {
                // Else old connections in TIME_WAIT would keep the port for a minute. On Windows
                // the same option would let others take the port away.
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            }
            return channel.bind(address, BACKLOG);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static ServerSocketChannel open(InetAddress address) throws IOException {
        if (address instanceof Inet4Address) {
            return ServerSocketChannel.open(StandardProtocolFamily.INET);
        }
        try {
            return ServerSocketChannel.open(StandardProtocolFamily.INET6);
        } catch (UnsupportedOperationException e) {
            throw new IOException("this PC has no IPv6", e);
        }
    }

    InetSocketAddress address() {
        return bound.address();
    }

    /** Lets clients in from now on. */
    void begin() {
        loop.perform(() -> {
            try {
                loop.register(bound.channel(), SelectionKey.OP_ACCEPT, this);
            } catch (IOException e) {
                throw new IllegalStateException("a new socket can't be waited for", e);
            }
        });
    }

    /** When this returns, the port is free. */
    void end() {
        loop.perform(() -> {
            abort();
            loop.forgetClosed();
        });
    }

    @Override
    public void ready(SelectionKey key) {
        try {
            int count = 0;
            SocketChannel client;
            while (count < burst.size() && (client = bound.channel().accept()) != null) {
                count++;
                relay.arrived(client, loop, bound.offset());
            }
            burst.took(count);
        } catch (IOException e) {
            pause(key, e);
        }
    }

    /** Typically too many open files: trying again at once would spin. */
    private void pause(SelectionKey key, IOException why) {
        LOG.warn("Can't take a new connection on {} for now", bound.address(), why);
        key.interestOps(0);
        loop.after(
                PAUSE,
                () -> {
                    if (key.isValid()) {
                        key.interestOps(SelectionKey.OP_ACCEPT);
                    }
                });
    }

    @Override
    public void abort() {
        try {
            bound.channel().close();
        } catch (IOException e) {
            LOG.warn("Closing {} failed", bound.address(), e);
        }
    }
}
