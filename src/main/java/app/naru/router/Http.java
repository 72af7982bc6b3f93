package app.naru.router;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One HTTP request to a device of this network. Head and body go out in one write, since small
 * devices take a body that comes later for none; a redirect is not followed.
 */
final class Http {

    private Http() {}

    /**
     * A response.
     *
     * @param own this PC's address on the connection
     */
    record Exchange(HttpResponse response, InetAddress own) {}

    /**
     * Fetches a page.
     *
     * @param device as {@link DeviceUrl} has taken it
     * @param own this PC's address to ask from
     * @throws IOException if it does not come whole within the limit and the bounds
     */
    static Exchange get(URI device, InetAddress own, Duration limit) throws IOException {
        return send(device, own, limit, head("GET", device) + "\r\n");
    }

    /**
     * Calls a SOAP action.
     *
     * @throws java.net.BindException if this PC does not have that address any more
     * @throws IOException if the answer does not come whole within the limit and the bounds
     */
    static Exchange post(URI device, InetAddress own, Duration limit, String action, String body)
            throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String head =
                head("POST", device)
                        + "Content-Type: text/xml; charset=\"utf-8\"\r\n"
                        + ("Content-Length: " + length + "\r\n")
                        + ("SOAPAction: \"" + action + "\"\r\n\r\n");
        return send(device, own, limit, head + body);
    }

    private static String head(String method, URI device) {
        String query = device.getRawQuery() == null ? "" : "?" + device.getRawQuery();
        return method
                + (" " + device.getRawPath() + query + " HTTP/1.1\r\n")
                + ("Host: " + device.getRawAuthority() + "\r\n")
                + "Connection: close\r\n"
                + "User-Agent: Naru UPnP/1.1\r\n";
    }

    private static Exchange send(URI device, InetAddress own, Duration limit, String request)
            throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        // The host is an address: nothing is looked up.
        InetSocketAddress address = new InetSocketAddress(device.getHost(), device.getPort());
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(own, 0));
            socket.setTcpNoDelay(true);
            socket.connect(address, left(end));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            InputStream within = new BufferedInputStream(new Within(socket, end));
            return new Exchange(HttpResponse.read(within), socket.getLocalAddress());
        }
    }

    /** Returns the milliseconds left, 1 or more. */
    private static int left(long end) throws SocketTimeoutException {
        long nanos = end - System.nanoTime();
        if (nanos <= 0) {
            throw new SocketTimeoutException("too slow as a whole");
        }
        return (int) Math.max(1, nanos / 1_000_000);
    }

    /** A socket's stream, read until a moment: a trickle of bytes does not buy more time. */
    private static final class Within extends InputStream {

        private final Socket socket;
        private final long end;

        Within(Socket socket, long end) {
            this.socket = socket;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            socket.setSoTimeout(left(end));
            return socket.getInputStream().read(bytes, offset, length);
        }
    }
}
