package app.naru.relay;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Thousands of connections that are all there at once, as a process of its own: a process may have
 * so many descriptors only, and the relay needs two for each.
 */
final class Crowd implements AutoCloseable {

    /** The server listens. */
    static final String LISTENING = "listening";

    /** Every client has heard its own number back; all are still connected. */
    static final String ANSWERED = "answered";

    private final Process process;
    private final BufferedReader said;

    private Crowd(String role, int port, int count) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Under Wine, Java does not run without the lab's.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-agentpath:"))
                .forEach(command::add);
        command.addAll(List.of("-XX:+UseSerialGC", "-cp", here(), Crowd.class.getName()));
        command.addAll(List.of(role, Integer.toString(port), Integer.toString(count)));
        process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        said = process.inputReader();
    }

    /** Starts a server of that many connections. */
    static Crowd serve(int port, int count) throws IOException {
        return new Crowd("serve", port, count);
    }

    /** Starts that many clients. */
    static Crowd visit(int port, int count) throws IOException {
        return new Crowd("visit", port, count);
    }

    private static String here() {
        try {
            var place = Crowd.class.getProtectionDomain().getCodeSource().getLocation();
            return new File(place.toURI()).getPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what it says next; null if it has ended. */
    String nextWord() {
        try {
            return said.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends it home. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[1]);
        int count = Integer.parseInt(arguments[2]);
        InetSocketAddress place = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        List<SocketChannel> all =
                arguments[0].equals("serve") ? serve(place, count) : visit(place, count);
        System.out.println(ANSWERED);
        // Until it is sent home, nobody leaves.
        System.in.read();
        for (SocketChannel one : all) {
            one.close();
        }
    }

    private static List<SocketChannel> serve(InetSocketAddress place, int count)
            throws IOException {
        List<SocketChannel> all = new ArrayList<>();
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(place, 4096);
            System.out.println(LISTENING);
            while (all.size() < count) {
                all.add(server.accept());
            }
        }
        for (SocketChannel one : all) {
            one.write(number(one).flip());
        }
        return all;
    }

    private static List<SocketChannel> visit(InetSocketAddress place, int count)
            throws IOException {
        List<SocketChannel> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(SocketChannel.open(place));
        }
        for (int i = 0; i < count; i++) {
            all.get(i).write(ByteBuffer.allocate(Integer.BYTES).putInt(i).flip());
        }
        for (int i = 0; i < count; i++) {
            int heard = number(all.get(i)).getInt(0);
            if (heard != i) {
                throw new IOException("client " + i + " has heard " + heard);
            }
        }
        return all;
    }

    private static ByteBuffer number(SocketChannel from) throws IOException {
        ByteBuffer number = ByteBuffer.allocate(Integer.BYTES);
        while (number.hasRemaining()) {
            if (from.read(number) < 0) {
                throw new IOException("ended after " + number.position() + " bytes");
            }
        }
        return number;
    }
}
