package app.naru.router;

import app.naru.forward.Address;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A UPnP gateway on loopback for what real daemons can't be brought to do: any answer to any
 * action, malformed, endless or never finished ones.
 */
final class FakeIgd implements AutoCloseable {

    static final InetAddress LOOPBACK = Address.parse("127.0.0.1");
    static final String FIRST = "urn:schemas-upnp-org:service:WANIPConnection:1";
    static final String SECOND = "urn:schemas-upnp-org:service:WANIPConnection:2";

    /** Answers a call. */
    @FunctionalInterface
    interface Action {

        /**
         * @param body the whole envelope
         * @return the whole response
         */
        String answer(String body);
    }

    private final ServerSocket server;
    private final Map<String, Action> actions = new ConcurrentHashMap<>();

    /** The actions called, in their order, with what is between the arguments' tags. */
    final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    FakeIgd() throws IOException {
        server = new ServerSocket(0, 50, LOOPBACK);
        on("GetExternalIPAddress", "<NewExternalIPAddress>203.0.113.9</NewExternalIPAddress>");
        fault("GetSpecificPortMappingEntry", 714);
        on("AddPortMapping", "");
        on("DeletePortMapping", "");
        Thread.ofVirtual().start(this::serve);
    }

    Router router(String service) {
        URI control = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/ctl");
        return RouterAt.igd(new ConnectionService(service, control), LOOPBACK, LOOPBACK).open();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Makes the action succeed with these values. */
    void on(String action, String values) {
        actions.put(action, body -> ok(action, values));
    }

    void on(String action, Action answer) {
        actions.put(action, answer);
    }

    void fault(String action, int code) {
        actions.put(action, body -> fault(code));
    }

    static String ok(String action, String values) {
        return http(
                "200 OK",
                "<s:Envelope><s:Body><u:"
                        + action
                        + "Response>"
                        + values
                        + "</u:"
                        + action
                        + "Response></s:Body></s:Envelope>");
    }

    static String fault(int code) {
        return http(
                "500 Internal Server Error",
                "<s:Envelope><s:Body><s:Fault><detail><UPnPError><errorCode>"
                        + code
                        + "</errorCode></UPnPError></detail></s:Fault></s:Body></s:Envelope>");
    }

    static String http(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Returns the value of an argument in a call. */
    static String argument(String body, String name) {
        Matcher matcher = Pattern.compile("<" + name + ">([^<]*)<").matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            BufferedReader reader =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String action = "";
            int length = 0;
            for (String line = reader.readLine();
                    line != null && !line.isEmpty();
                    line = reader.readLine()) {
                if (line.startsWith("SOAPAction:")) {
                    action = line.substring(line.indexOf('#') + 1, line.length() - 1);
                } else if (line.startsWith("Content-Length:")) {
                    length = Integer.parseInt(line.substring(15).strip());
                } else if (line.startsWith("GET")) {
                    action = "GET";
                }
            }
            char[] body = new char[length];
            for (int read = 0; read < length; ) {
                int more = reader.read(body, read, length - read);
                if (more < 0) {
                    return;
                }
                read += more;
            }
            String text = new String(body);
            calls.add(
                    action
                            + " "
                            + argument(text, "NewExternalPort")
                            + " "
                            + argument(text, "NewLeaseDuration"));
            Action wanted = actions.getOrDefault(action, asked -> fault(401));
            OutputStream out = socket.getOutputStream();
            String told = wanted.answer(text);
            if (told.equals(ENDLESS)) {
                endless(out);
            } else if (told.equals(TRICKLING)) {
                trickle(out);
            } else if (told.equals(STALLED)) {
                socket.getInputStream().read();
            } else {
                out.write(told.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException clientHasLeft) {
            return;
        }
    }

    /** Goes on for ever. */
    static final String ENDLESS = "endless";

    /** Nothing comes, and the connection stays. */
    static final String STALLED = "stalled";

    /** A byte now and then, for ever: no single read takes long. */
    static final String TRICKLING = "trickling";

    private static void trickle(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        while (true) {
            out.write(' ');
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static void endless(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\n\r\n<a>".getBytes(StandardCharsets.UTF_8));
        byte[] more = "x".repeat(8192).getBytes(StandardCharsets.UTF_8);
        while (true) {
            out.write(more);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
