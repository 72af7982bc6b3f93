package app.naru.relay.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Clients of a relay to an echo: well behaved, slow, greedy, and such as leave without a word. */
final class Visitors {

    /** A client's manner. */
    interface Manner {
        /** Comes once. */
        void visit(Random random) throws IOException;
    }

    final AtomicLong done = new AtomicLong();
    final AtomicLong brokenOff = new AtomicLong();
    final AtomicLong wrong = new AtomicLong();
    private final InetSocketAddress relay;

    Visitors(InetSocketAddress relay) {
        this.relay = relay;
    }

    /** Comes again and again until that time of {@link System#nanoTime}, with a pause between. */
    void keepComing(Manner manner, int seed, Duration pause, long until) {
        Random random = new Random(seed);
        while (System.nanoTime() < until) {
            try {
                manner.visit(random);
                done.incrementAndGet();
            } catch (IOException faultOfTheTest) {
                brokenOff.incrementAndGet();
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Says something and hears it back. */
    void exchange(Random random) throws IOException {
        byte[] said = bytes(random, 1 + random.nextInt(20_000));
        try (Socket socket = connect()) {
            socket.getOutputStream().write(said);
            check(said, socket.getInputStream().readNBytes(said.length));
            socket.shutdownOutput();
            socket.getInputStream().read();
        }
    }

    /** Sends megabytes and takes its time to read what comes back. */
    void stream(Random random) throws IOException {
        byte[] said = bytes(random, 4 << 20);
        try (Socket socket = connect()) {
            Thread sender = Thread.startVirtualThread(() -> sendAll(socket, said));
            byte[] heard = new byte[said.length];
            int n = 0;
            for (int read = 0; n < heard.length && read >= 0; n += Math.max(0, read)) {
                read = socket.getInputStream().read(heard, n, Math.min(64 << 10, heard.length - n));
                Thread.sleep(2);
            }
            check(said, Arrays.copyOf(heard, n));
            sender.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sendAll(Socket socket, byte[] bytes) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            socket.shutdownOutput();
        } catch (IOException brokenOff) {
            // The reader hears of it.
        }
    }

    /** Asks for much, reads nothing, and is gone by a reset. */
    void leaveWithoutAWord(Random random) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes(random, 100_000));
            socket.setSoLinger(true, 0);
        }
    }

    /** Opens more connections at once than the relay grants. */
    void beGreedy(Random random) throws IOException {
        Socket[] many = new Socket[60 + random.nextInt(10)];
        try {
            for (int i = 0; i < many.length; i++) {
                many[i] = connect();
            }
        } finally {
            for (Socket one : many) {
                if (one != null) {
                    one.close();
                }
            }
        }
    }

    /** Sends some datagrams from a port of its own; what is lost is lost. */
    void sendDatagrams(Random random) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(relay);
            socket.setSoTimeout(200);
            for (int i = 0; i < 10; i++) {
                byte[] said = bytes(random, 1 + random.nextInt(1400));
                socket.send(new DatagramPacket(said, said.length));
                DatagramPacket heard = new DatagramPacket(new byte[2048], 2048);
                socket.receive(heard);
            }
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(relay.getAddress(), relay.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private void check(byte[] said, byte[] heard) throws IOException {
        if (Arrays.equals(said, heard)) {
            return;
        }
        if (!Arrays.equals(said, 0, heard.length, heard, 0, heard.length)) {
            wrong.incrementAndGet();
        }
        throw new IOException("heard " + heard.length + " of " + said.length);
    }
}
