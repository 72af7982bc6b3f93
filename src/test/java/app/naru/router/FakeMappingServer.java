package app.naru.router;

import app.naru.forward.Address;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A router on loopback that speaks PCP, NAT-PMP or both, after the RFCs; it can be given any
 * result, epoch and address, and can be made to fall silent or to answer by hand.
 */
public final class FakeMappingServer implements AutoCloseable {

    private static final InetAddress LOOPBACK = Address.parse("127.0.0.1");

    private final DatagramSocket socket;
    private final int port;

    /** What is mapped: external port by protocol number and internal port ({@code 6/8000}). */
    public final Map<String, Integer> mapped = new ConcurrentHashMap<>();

    volatile boolean pcp = true;
    volatile boolean natPmp = true;
    public volatile boolean silent;
    public volatile int result;
    volatile long epoch = 1000;
    public volatile int shift;
    volatile int requests;
    public volatile int maps;
    public volatile String address = "203.0.113.9";
    volatile Optional<Function<byte[], byte[]>> byHand = Optional.empty();

    public FakeMappingServer() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0));
        port = socket.getLocalPort();
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return port;
    }

    /** Returns the routers that a search would find. */
    public Found found() {
        return new Found(List.of(at(RouterProtocol.PCP).open()));
    }

    public RouterAt at(RouterProtocol protocol) {
        return RouterAt.datagrams(protocol, new InetSocketAddress(LOOPBACK, port), LOOPBACK);
    }

    private void serve() {
        byte[] buffer = new byte[2048];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                requests++;
                byte[] asked = Arrays.copyOf(buffer, packet.getLength());
                byte[] told =
                        byHand.map(answer -> answer.apply(asked)).orElseGet(() -> answer(asked));
                if (!silent && told.length > 0) {
                    socket.send(new DatagramPacket(told, told.length, packet.getSocketAddress()));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private byte[] answer(byte[] asked) {
        if (asked[0] == 2) {
            return pcp
                    ? pcp(asked)
                    : natPmp ? new byte[] {0, (byte) 128, 0, 1, 0, 0, 0, 9} : none();
        }
        return natPmp ? natPmp(asked) : none();
    }

    private static byte[] none() {
        return new byte[0];
    }

    private byte[] pcp(byte[] asked) {
        ByteBuffer told = ByteBuffer.wrap(Arrays.copyOf(asked, asked.length));
        told.put(1, (byte) (asked[1] | 0x80));
        told.putShort(2, (short) (asked[1] == 0 ? 0 : result));
        int lifetime = told.getInt(4);
        told.putInt(8, (int) epoch);
        if (asked[1] == 1 && result == 0) {
            maps++;
            int wanted = told.getShort(42) & 0xffff;
            int external = map(asked[36] + "/" + (told.getShort(40) & 0xffff), wanted, lifetime);
            told.putShort(42, (short) external);
            told.position(44).put(new byte[10]).putShort((short) 0xffff);
            told.put(Address.parse(address).getAddress());
        }
        return told.array();
    }

    private int map(String what, int wanted, int lifetime) {
        if (lifetime == 0) {
            mapped.remove(what);
            return 0;
        }
        mapped.put(what, wanted + shift);
        return wanted + shift;
    }

    private byte[] natPmp(byte[] asked) {
        if (asked[1] == 0) {
            return ByteBuffer.allocate(12)
                    .putShort((short) 128)
                    .putShort((short) result)
                    .putInt((int) epoch)
                    .put(Address.parse(address).getAddress())
                    .array();
        }
        maps++;
        ByteBuffer question = ByteBuffer.wrap(asked);
        int internal = question.getShort(4) & 0xffff;
        int external = question.getShort(6) & 0xffff;
        int lifetime = question.getInt(8);
        if (result == 0) {
            external = map((asked[1] == 1 ? 17 : 6) + "/" + internal, external, lifetime);
        }
        return ByteBuffer.allocate(16)
                .put((byte) 0)
                .put((byte) (128 + asked[1]))
                .putShort((short) result)
                .putInt((int) epoch)
                .putShort((short) internal)
                .putShort((short) external)
                .putInt(lifetime)
                .array();
    }

    @Override
    public void close() {
        socket.close();
    }
}
