package app.naru.server;

import app.naru.forward.Port;
import app.naru.server.Speech.Reply;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Asks a server what it is and whether it answers to the names that visitors use, by a handful of
 * small requests that change nothing.
 */
public final class SpeechProbe {

    /** A development server that compiles first takes long; the next look finds it ready. */
    private static final Duration LIMIT = Duration.ofMillis(1500);

    private static final String LOCALHOST = "localhost";

    /** Exists nowhere, so that Django shows its page for what does not. */
    private static final String NOWHERE = "/naru-looks-whether-debug-is-on";

    /** 32 letters or digits, as Django's cookie has them. */
    private static final String TOKEN = "NaruNaruNaruNaruNaruNaruNaruNaru";

    private final InetSocketAddress server;
    private final InetSocketAddress front;
    private final Port port;
    private final Supplier<Socket> sockets;

    /**
     * @param server where the server is
     * @param front where visitors connect to; the same where nothing stands before the server
     * @param port by which visitors come
     * @param sockets makes the sockets, not connected
     */
    public SpeechProbe(
            InetSocketAddress server,
            InetSocketAddress front,
            Port port,
            Supplier<Socket> sockets) {
        this.sockets = sockets;
        this.server = server;
        this.front = front;
        this.port = port;
    }

    /**
     * Asks. Blocks for three times its limit of 1.5 seconds at most.
     *
     * @param hosts the names and addresses by which visitors come
     * @return empty where the server says nothing at all
     */
    public Optional<Speech> ask(List<String> hosts) {
        Optional<byte[]> bytes = send(server, get("/", LOCALHOST));
        Optional<ServerKind> kind = bytes.flatMap(AnswerSigns::kind);
        Optional<HttpAnswer> answer = bytes.flatMap(HttpAnswer::parse);
        if (kind.equals(Optional.of(ServerKind.HTTPS))
                || (answer.isEmpty() && TlsHello.isAnswered(server, LIMIT))) {
            return Optional.of(
                    new Speech(ServerKind.HTTPS, true, true, false, List.of(), Optional.empty()));
        }
        if (answer.isEmpty()) {
            return kind.map(
                    each -> new Speech(each, false, false, false, List.of(), Optional.empty()));
        }
        return Optional.of(speech(kind.orElse(ServerKind.HTTP), answer.get(), hosts));
    }

    private Speech speech(ServerKind kind, HttpAnswer local, List<String> hosts) {
        List<Reply> replies = new ArrayList<>();
        replies.add(reply(LOCALHOST, local));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Reply>>> asked =
                    hosts.stream()
                            .filter(host -> !host.equals(LOCALHOST))
                            .map(host -> threads.submit(() -> reply(host)))
                            .toList();
            Future<Boolean> debug = threads.submit(() -> debugs(kind, local));
            Future<Optional<String>> origin = threads.submit(() -> refusedOrigin(kind, hosts));
            asked.forEach(each -> await(each, Optional.empty()).ifPresent(replies::add));
            return new Speech(
                    kind,
                    true,
                    false,
                    await(debug, false),
                    replies,
                    await(origin, Optional.empty()));
        }
    }

    private static <T> T await(Future<T> future, T otherwise) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Optional<Reply> reply(String host) {
        return send(front, get("/", withPort(host, port)))
                .flatMap(HttpAnswer::parse)
                .map(answer -> reply(host, answer));
    }

    private static Reply reply(String host, HttpAnswer answer) {
        return new Reply(host, answer.status(), RefusalSigns.of(answer));
    }

    private boolean debugs(ServerKind kind, HttpAnswer local) {
        boolean perhaps = kind == ServerKind.DJANGO || kind == ServerKind.PYTHON_WEB;
        return RefusalSigns.debug(local)
                || (perhaps
                        && send(server, get(NOWHERE, LOCALHOST))
                                .flatMap(HttpAnswer::parse)
                                .filter(RefusalSigns::debug)
                                .isPresent());
    }

    /**
     * Asks as a form would that was sent from the visitors' own page. PROPFIND is for looking (RFC
     * 4918 section 9.1), and Django checks every method that it does not know to be safe.
     */
    private Optional<String> refusedOrigin(ServerKind kind, List<String> hosts) {
        if (kind != ServerKind.DJANGO && kind != ServerKind.PYTHON_WEB) {
            return Optional.empty();
        }
        return hosts.stream().map(host -> origin(host, port)).filter(this::isRefused).findFirst();
    }

    /** Where the page does not name its reason, the same form without an origin shows it. */
    private boolean isRefused(String origin) {
        Optional<HttpAnswer> answer =
                send(front, propfind(origin, origin)).flatMap(HttpAnswer::parse);
        if (answer.filter(RefusalSigns::ofForm).isEmpty()) {
            return false;
        }
        return answer.filter(RefusalSigns::ofOrigin).isPresent()
                || send(front, propfind(origin, ""))
                        .flatMap(HttpAnswer::parse)
                        .filter(plain -> !RefusalSigns.ofForm(plain))
                        .isPresent();
    }

    /** Returns what a browser calls the origin of the pages that it has from there. */
    public static String origin(String host, Port port) {
        return "http://" + withPort(host, port);
    }

    private Optional<byte[]> send(InetSocketAddress to, String text) {
        return new RawRequest(sockets, LIMIT).send(to, Optional.empty(), text);
    }

    private static String withPort(String host, Port port) {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port.number() == 80 ? name : name + ":" + port;
    }

    private static String get(String path, String host) {
        return request("GET", path, host, "");
    }

    /** Asks as a page from there would; says so where an origin is given. */
    private static String propfind(String page, String origin) {
        return request(
                "PROPFIND",
                "/",
                page.substring("http://".length()),
                (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n")
                        + "Content-Length: 0\r\nCookie: csrftoken="
                        + TOKEN
                        + "\r\nX-CSRFToken: "
                        + TOKEN
                        + "\r\n");
    }

    private static String request(String method, String path, String host, String more) {
        return method
                + " "
                + path
                + " HTTP/1.1\r\nHost: "
                + host
                + "\r\nUser-Agent: Naru\r\nAccept: text/html,*/*;q=0.5\r\n"
                + more
                + "Connection: close\r\n\r\n";
    }
}
