package app.naru.path;

import app.naru.FreePorts;
import app.naru.forward.Forward;
import app.naru.router.FakeMappingServer;
import app.naru.router.Found;
import app.naru.settings.RelayLimits;
import app.naru.survey.Fact;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * A forward for the Internet whose server and relay are real and whose router speaks PCP; all of it
 * on this machine, where the relay listens on every address.
 */
public final class OpenToTheInternet implements AutoCloseable {

    public static final String PAGE = "the server's own page";

    public final FakeMappingServer router = new FakeMappingServer();
    public final Forward forward;
    public final Forwards forwards;
    private final HttpServer server;

    /**
     * Opens it.
     *
     * @param protocol {@code TCP}, or {@code UDP}, behind which nothing answers
     */
    public OpenToTheInternet(Path journals, String protocol) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        server.start();
        forward = forward(protocol, FreePorts.one(), server.getAddress().getPort());
        forwards =
                new Forwards(
                        Journal.open(journals, "one", Clock.systemUTC()),
                        Optional.empty(),
                        List::of,
                        progress -> new Found(router.found().routers()),
                        Optional.empty(),
                        () -> RelayLimits.DEFAULT,
                        situation(),
                        Clock.systemUTC());
        if (!(forwards.open(forward, step -> {}) instanceof Opening.Opened)) {
            throw new IOException("it could not be opened");
        }
    }

    private static Forward forward(String protocol, int port, int target) {
        Forward tcp = Situations.forward("" + port, "" + target, "internet");
        return new Forward(
                tcp.id(),
                tcp.name(),
                app.naru.forward.Protocol.parse(protocol),
                tcp.ports(),
                tcp.listen(),
                tcp.target(),
                tcp.audience(),
                tcp.lifetime(),
                tcp.profiles(),
                "");
    }

    private static Situation situation() {
        return Situations.linux()
                .withNetwork(
                        new Fact.Known<>(
                                new Network(
                                        List.of(
                                                Situations.netInterface(
                                                        3,
                                                        "Ethernet",
                                                        NetInterface.Kind.ETHERNET,
                                                        "0.0.0.0",
                                                        32)),
                                        List.of())));
    }

    /** Returns what a browser on this machine gets for the path of that link. */
    public String get(URI link) throws IOException, InterruptedException {
        URI here =
                URI.create(
                        "http://127.0.0.1:" + link.getPort() + Optional.of(link.getPath()).get());
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(
                            HttpRequest.newBuilder(here).header("Accept-Language", "ko").build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Override
    public void close() throws IOException {
        forwards.close();
        server.stop(0);
        router.close();
    }
}
