package app.naru.relay;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port that clients send datagrams to, and that answers come from. Used by its loop's thread
 * only, but for answering.
 */
final class UdpPort implements Ready {

    private static final Logger LOG = LoggerFactory.getLogger(UdpPort.class);

    /** What arrives while the loop is busy elsewhere waits here; the system may give less. */
    private static final int RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024;

    private final UdpRelay relay;
    private final SelectorLoop loop;
    private final Bound<DatagramChannel> bound;
    private final Burst burst = new Burst();
    private final Map<InetSocketAddress, UdpSession> sessions = new HashMap<>();

    UdpPort(UdpRelay relay, SelectorLoop loop, Bound<DatagramChannel> bound) {
        this.relay = relay;
        this.loop = loop;
        this.bound = bound;
    }

    /** Opens a socket that receives there. */
    static DatagramChannel bind(InetSocketAddress address) throws IOException {
        DatagramChannel channel = open(address.getAddress());
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER_BYTES);
            channel.bind(address);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Opens a socket of the address's family that does not block. */
    static DatagramChannel open(InetAddress address) throws IOException {
        ProtocolFamily family =
                address instanceof Inet4Address
                        ? StandardProtocolFamily.INET
                        : StandardProtocolFamily.INET6;
        try {
            DatagramChannel channel = DatagramChannel.open(family);
            channel.configureBlocking(false);
            return channel;
        } catch (UnsupportedOperationException e) {
            throw new IOException("this PC has no " + family, e);
        }
    }

    InetSocketAddress address() {
        return bound.address();
    }

    int offset() {
        return bound.offset();
    }

    void begin() throws IOException {
        loop.register(bound.channel(), SelectionKey.OP_READ, this);
    }

    @Override
    public void ready(SelectionKey key) {
        int count = 0;
        while (count < burst.size()) {
            ByteBuffer datagram = loop.wholeBuffer();
            InetSocketAddress client = receive(datagram);
            if (client == null) {
                break;
            }
            count++;
            UdpSession session = sessions.get(client);
            if (session == null) {
                session = relay.welcome(this, client);
            }
            if (session != null) {
                session.toTarget(datagram.flip());
            }
        }
        burst.took(count);
    }

    private @Nullable InetSocketAddress receive(ByteBuffer datagram) {
        try {
            return (InetSocketAddress) bound.channel().receive(datagram);
        } catch (IOException e) {
            // An answer could not be delivered to some client; which one, nobody says.
            LOG.debug("Receiving on {} failed", bound.address(), e);
            return null;
        }
    }

    /**
     * Answers from the port that the client had sent to; called by the answers' loop. Returns the
     * bytes that went out.
     */
    int answer(ByteBuffer datagram, InetSocketAddress client) {
        try {
            return bound.channel().send(datagram, client);
        } catch (IOException e) {
            LOG.debug("Answering {} failed", client, e);
            return 0;
        }
    }

    void add(UdpSession session) {
        sessions.put(session.client(), session);
    }

    void remove(UdpSession session) {
        sessions.remove(session.client(), session);
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
