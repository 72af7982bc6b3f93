package app.naru.relay.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** The server behind the relays. A connection's first byte says what it wants. */
final class LoadServer {

    /** Everything is read and dropped. */
    static final byte SINK = 'S';

    /** Everything comes back. */
    static final byte ECHO = 'E';

    /** A message of {@link #MESSAGE_BYTES} comes back, then the connection ends. */
    static final byte ONCE = 'O';

    /** The byte comes back; then nothing happens. */
    static final byte IDLE = 'I';

    static final int MESSAGE_BYTES = 100;

    private static final int ACCEPTORS = 4;
    private static final int SINK_BYTES = 1 << 20;

    private final Queue<SocketChannel> idle = new ConcurrentLinkedQueue<>();
    private final AtomicLong sunk = new AtomicLong();

    void start(int port) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 4096);
        for (int i = 0; i < ACCEPTORS; i++) {
            Load.daemon(() -> acceptAll(server));
        }
        DatagramChannel datagrams = DatagramChannel.open();
        datagrams.setOption(StandardSocketOptions.SO_RCVBUF, 4 << 20);
        datagrams.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Load.daemon(() -> echoAll(datagrams));
    }

    /** Returns how many bytes were read and dropped. */
    long sunk() {
        return sunk.get();
    }

    private void acceptAll(ServerSocketChannel server) throws IOException {
        ByteBuffer message = ByteBuffer.allocateDirect(MESSAGE_BYTES);
        while (true) {
            SocketChannel client = server.accept();
            try {
                if (client.read(message.clear()) <= 0) {
                    client.close();
                    continue;
                }
                byte wanted = message.get(0);
                if (wanted == IDLE) {
                    idle.add(client);
                    client.write(ByteBuffer.wrap(new byte[] {IDLE}));
                } else if (wanted == ONCE) {
                    answerOnce(client, message);
                } else {
                    Load.daemon(() -> serve(client, wanted));
                }
            } catch (IOException brokenByThePeer) {
                client.close();
            }
        }
    }

    private static void answerOnce(SocketChannel client, ByteBuffer message) throws IOException {
        try (client) {
            while (message.hasRemaining() && client.read(message) >= 0) {}
            client.write(message.flip());
        }
    }

    private void serve(SocketChannel client, byte wanted) throws IOException {
        try (client) {
            if (wanted == ECHO) {
                client.setOption(StandardSocketOptions.TCP_NODELAY, true);
                client.write(ByteBuffer.wrap(new byte[] {ECHO}));
                ByteBuffer message = ByteBuffer.allocateDirect(MESSAGE_BYTES);
                while (client.read(message.clear()) > 0) {
                    client.write(message.flip());
                }
            } else {
                ByteBuffer bytes = ByteBuffer.allocateDirect(SINK_BYTES);
                for (int n = 0; n >= 0; n = client.read(bytes.clear())) {
                    sunk.addAndGet(n);
                }
            }
        }
    }

    private static void echoAll(DatagramChannel datagrams) throws IOException {
        ByteBuffer datagram = ByteBuffer.allocateDirect(1 << 16);
        while (true) {
            var from = datagrams.receive(datagram.clear());
            datagrams.send(datagram.flip(), from);
        }
    }
}
