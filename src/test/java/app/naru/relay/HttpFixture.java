package app.naru.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import app.naru.FreePorts;
import app.naru.forward.Port;
import app.naru.forward.Target;
import app.naru.relay.http.HttpMode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/** A server on loopback, a relay that speaks HTTP to it, and both ends' sockets in the test. */
abstract class HttpFixture extends TcpFixture {

    /** The name under which visitors ask. */
    static final String NAME = "pc.example";

    Relay http() throws IOException {
        return http(server);
    }

    Relay http(ServerSocket to) throws IOException {
        return http(to.getLocalPort(), Relays.endpoint(to));
    }

    Relay http(int serverPort, Endpoint... targets) throws IOException {
        RelaySpec bytes = Relays.spec(FreePorts.one(), targets);
        return toClose(
                Relay.open(
                        new RelaySpec(
                                bytes.protocol(),
                                bytes.addresses(),
                                bytes.ports(),
                                bytes.targets(),
                                bytes.access(),
                                Optional.of(
                                        new HttpMode(
                                                new Target.ThisPc(new Port(serverPort)),
                                                List.of(NAME),
                                                false)))));
    }

    static void send(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** Returns the next head with the empty line behind it. */
    static String head(Socket from) throws IOException {
        InputStream in = from.getInputStream();
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new AssertionError("ended within: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    static String read(Socket from, int bytes) throws IOException {
        return new String(from.getInputStream().readNBytes(bytes), ISO_8859_1);
    }

    static void assertReads(Socket from, String expected) throws IOException {
        assertThat(read(from, expected.length())).isEqualTo(expected);
    }

    static String all(Socket from) throws IOException {
        return new String(from.getInputStream().readAllBytes(), ISO_8859_1);
    }

    static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + NAME + "\r\n\r\n";
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
