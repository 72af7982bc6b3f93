package app.naru.relay.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server on loopback that sends everything back, by TCP and UDP, until it is killed. */
final class EchoTarget {

    private final ServerSocket server;
    private final DatagramSocket datagrams;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    /** Starts one; at port 0 where the system likes. */
    EchoTarget(int port) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(here, port), 1024);
        try {
            datagrams = new DatagramSocket(server.getLocalPort(), here);
        } catch (SocketException taken) {
            server.close();
            throw taken;
        }
        Thread.startVirtualThread(this::acceptAll);
        Thread.startVirtualThread(this::echoDatagrams);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Ends it as a killed process ends: whatever is under way breaks off. */
    void kill() throws IOException {
        server.close();
        datagrams.close();
        for (Socket client : clients) {
            try (client) {
                client.setSoLinger(true, 0);
            } catch (SocketException endedMeanwhile) {
                clients.remove(client);
            }
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                clients.add(client);
                Thread.startVirtualThread(() -> echo(client));
            } catch (IOException killed) {
                return;
            }
        }
    }

    private void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException brokenOff) {
            // By the client's fault or ours: both are what this is about.
        } finally {
            clients.remove(client);
        }
    }

    private void echoDatagrams() {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        while (!datagrams.isClosed()) {
            try {
                datagrams.receive(packet);
                datagrams.send(packet);
                packet.setLength(2048);
            } catch (IOException killed) {
                return;
            }
        }
    }
}
