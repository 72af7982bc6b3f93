package app.naru;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Ports that stay free until a test takes them, and again after it. They lie below those that
 * systems give away by themselves (32768 on Linux, 49152 on Windows), in a block that no other
 * process of tests has: whoever holds a block's first port has all of it.
 */
public final class FreePorts {

    private static final int BEGIN = 12_000;
    private static final int BLOCK = 1_000;
    private static final int END = 32_000;
    private static final ServerSocket HELD = hold();
    private static int next = HELD.getLocalPort() + 1;

    private FreePorts() {}

    private static ServerSocket hold() {
        for (int first = BEGIN; first < END; first += BLOCK) {
            try {
                return new ServerSocket(first, 1, InetAddress.getLoopbackAddress());
            } catch (BindException another) {
                // Its block is not for us.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("every block of ports is held by another process");
    }

    /** Returns a port that is free by TCP and UDP, at every address of this machine. */
    public static int one() {
        return inARow(1);
    }

    /** Returns the first of that many free ports in a row. */
    public static synchronized int inARow(int count) {
        int end = HELD.getLocalPort() + BLOCK;
        int free = 0;
        for (int looked = 0; free < count; looked++, next++) {
            if (looked > 2 * BLOCK) {
                throw new IllegalStateException("no " + count + " free ports below " + end);
            }
            if (next == end) {
                next = HELD.getLocalPort() + 1;
                free = 0;
            }
            free = isFree(next) ? free + 1 : 0;
        }
        return next - count;
    }

    /** Whether nothing has the port, by TCP or UDP, at any address of this machine. */
    static boolean isFree(int port) {
        try (ServerSocket tcp = new ServerSocket(port);
                DatagramSocket udp = new DatagramSocket(port)) {
            return tcp.isBound() && udp.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
