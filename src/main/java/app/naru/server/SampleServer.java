package app.naru.server;

import app.naru.forward.Address;
import app.naru.forward.Port;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A page of Naru's own, on this PC's loopback address only, to walk the whole way with. */
public final class SampleServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;

    private SampleServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Serves the page on 127.0.0.1.
     *
     * @param port the port, or 0 for a free one
     * @param page the HTML for a visitor of that address
     */
    public static SampleServer start(int port, Function<InetAddress, String> page)
            throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(Address.parse("127.0.0.1"), port), 0);
        ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("sample-", 0).factory());
        server.createContext("/", exchange -> answer(exchange, page));
        server.setExecutor(threads);
        server.start();
        return new SampleServer(server, threads);
    }

    private static void answer(HttpExchange exchange, Function<InetAddress, String> page)
            throws IOException {
        try (exchange) {
            byte[] html =
                    page.apply(exchange.getRemoteAddress().getAddress())
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
            } else {
                exchange.sendResponseHeaders(200, html.length);
                exchange.getResponseBody().write(html);
            }
        }
    }

    /** Returns the port it listens on. */
    public Port port() {
        return new Port(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
