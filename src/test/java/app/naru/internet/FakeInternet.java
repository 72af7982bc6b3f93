package app.naru.internet;

import app.naru.forward.Address;
import app.naru.forward.Port;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** Servers of the Internet, on loopback: they say what a test has them say. */
public final class FakeInternet implements AutoCloseable {

    private static final int COOKIE = 0x2112A442;

    private final HttpServer web;
    private final List<DatagramSocket> sockets = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public FakeInternet() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        web.start();
    }

    /** What a web server does with a request. */
    public interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    /** Serves at that path. */
    public URI page(String path, Handler handler) {
        web.createContext(
                path,
                exchange -> {
                    asked.add(exchange.getRequestURI().toString());
                    try (exchange) {
                        handler.handle(exchange);
                    }
                });
        return URI.create("http://127.0.0.1:" + web.getAddress().getPort() + path);
    }

    /** Answers with that text. */
    public static Handler saying(int status, String text) {
        return exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Returns the paths that were asked for. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Sees everyone at that address. */
    public StunServer stun(String seen) throws IOException {
        return stun(Address.parse(seen), answer -> answer);
    }

    /** Sees each at the address that this gives for the sender's. */
    StunServer stun(UnaryOperator<InetAddress> seen) throws IOException {
        return stun(seen, answer -> answer);
    }

    /** Sees everyone at that address, and answers in a way of its own; an empty one is not sent. */
    StunServer stun(InetAddress seen, UnaryOperator<byte[]> manner) throws IOException {
        return stun(sender -> seen, manner);
    }

    private StunServer stun(UnaryOperator<InetAddress> seen, UnaryOperator<byte[]> manner)
            throws IOException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        sockets.add(socket);
        Thread.ofVirtual()
                .start(() -> {
                    byte[] buffer = new byte[100];
                    while (!socket.isClosed()) {
                        try {
                            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                            socket.receive(packet);
                            asked.add("stun");
                            byte[] answer =
                                    manner.apply(answer(packet, seen.apply(packet.getAddress())));
                            if (answer.length > 0) {
                                socket.send(
                                        new DatagramPacket(
                                                answer, answer.length, packet.getSocketAddress()));
                            }
                        } catch (IOException closed) {
                            return;
                        }
                    }
                });
        return new StunServer("127.0.0.1", new Port(socket.getLocalPort()));
    }

    private static byte[] answer(DatagramPacket request, InetAddress seen) {
        ByteBuffer asked = ByteBuffer.wrap(request.getData());
        byte[] id = new byte[StunMessage.ID_BYTES];
        asked.get(8, id);
        int address = ByteBuffer.wrap(seen.getAddress()).getInt();
        return ByteBuffer.allocate(32)
                .putShort((short) 0x0101)
                .putShort((short) 12)
                .putInt(COOKIE)
                .put(id)
                .putInt(0x00200008)
                .putShort((short) 1)
                .putShort((short) (request.getPort() ^ (COOKIE >>> 16)))
                .putInt(address ^ COOKIE)
                .array();
    }

    @Override
    public void close() {
        web.stop(0);
        sockets.forEach(DatagramSocket::close);
    }
}
