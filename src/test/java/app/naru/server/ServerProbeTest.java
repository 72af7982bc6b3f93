package app.naru.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.naru.FreePorts;
import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ServerProbeTest {

    private static final InetAddress LOOPBACK = Address.parse("127.0.0.1");
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    @TempDir private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void recognisesPythonsOwnServer() throws Exception {
        int port = FreePorts.one();
        Process server = start("-m", "http.server", "--bind", "127.0.0.1", "" + port);
        try {
            LocalServer found = awaitListening(port);
            assertThat(found.kind()).isEqualTo(ServerKind.PYTHON_HTTP);
            assertThat(found.program().orElseThrow().pid()).isEqualTo(server.pid());
            assertThat(found.loopbackOnly()).isTrue();
            assertThat(askedBlindly(found)).isEqualTo(ServerKind.PYTHON_HTTP);
        } finally {
            end(server);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void recognisesDjangosOwnServer() throws Exception {
        Process project = start("-m", "django", "startproject", "site1", ".");
        assertThat(project.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assumeTrue(project.exitValue() == 0, "Django is installed");
        int port = FreePorts.one();
        Process server = start("manage.py", "runserver", "--noreload", "127.0.0.1:" + port);
        try {
            LocalServer found = awaitListening(port);
            assertThat(found.kind()).isEqualTo(ServerKind.DJANGO);
            assertThat(found.program().orElseThrow().pid()).isEqualTo(server.pid());
            await().until(() -> askedBlindly(found) == ServerKind.DJANGO);
        } finally {
            end(server);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DJANGO      | Server: WSGIServer/0.2 CPython/3.11.2~X-Frame-Options: DENY~Referrer-Policy: same-origin | hello
                    DJANGO      | Server: gunicorn~Set-Cookie: csrftoken=abc; Path=/ | hello
                    PYTHON_WEB  | Server: WSGIServer/0.2 CPython/3.11.2 | hello
                    FLASK       | Server: Werkzeug/3.0.1 Python/3.12.1 | hello
                    PYTHON_WEB  | server: uvicorn | {}
                    PYTHON_HTTP | Server: SimpleHTTP/0.6 Python/3.11.2 | hello
                    JUPYTER     | Server: TornadoServer/6.4~Location: /lab? | x
                    JUPYTER     | Server: TornadoServer/6.4~Location: /tree? | x
                    PYTHON_WEB  | Server: TornadoServer/6.4 | x
                    VITE        | Vary: Origin | <script type="module" src="/@vite/client"></script>
                    ANGULAR     | Vary: Origin | <script src="/@vite/client"></script><app-root></app-root>
                    WEBPACK     | X-Powered-By: Express | <script src="/static/js/bundle.js"></script>
                    NEXT        | X-Powered-By: Next.js | x
                    NODE        | X-Powered-By: Express | x
                    RAILS       | X-Request-Id: 1~X-Runtime: 0.01 | x
                    SPRING      | Content-Type: text/html | <h1>Whitelabel Error Page</h1>
                    SPRING      | Content-Type: application/json | {"timestamp":"2026-11-22T17:00:00.000+00:00","status":404,"error":"Not Found","path":"/"}
                    SPRING      | Set-Cookie: JSESSIONID=1; Path=/ | x
                    PHP         | Host: localhost:8000~X-Powered-By: PHP/8.2.1 | x
                    ASPNET      | Server: Kestrel | x
                    NGINX       | Server: nginx/1.24.0 | x
                    APACHE      | Server: Apache/2.4.57 (Debian) | x
                    IIS         | Server: Microsoft-HTTPAPI/2.0 | x
                    HTTP        | Server: something else | x
                    HTTP        | Content-Length: 1 | x
                    """)
    void recognisesAServerByItsAnswer(ServerKind kind, String headers, String body) {
        String answer = "HTTP/1.1 200 OK\r\n" + headers.replace("~", "\r\n") + "\r\n\r\n" + body;
        assertThat(AnswerSigns.kind(answer.getBytes(ISO_8859_1))).contains(kind);
    }

    @Test
    void recognisesWhatSpeaksSomethingElse() {
        assertThat(AnswerSigns.kind("SSH-2.0-OpenSSH_9.2\r\n".getBytes(ISO_8859_1)))
                .contains(ServerKind.SSH);
        assertThat(AnswerSigns.kind(new byte[] {0x15, 3, 1, 0, 2, 2, 70}))
                .contains(ServerKind.HTTPS);
        assertThat(AnswerSigns.kind("-ERR unknown command\r\n".getBytes(ISO_8859_1)))
                .contains(ServerKind.REDIS);
        String nginx =
                "HTTP/1.1 400 Bad Request\r\nServer: nginx\r\n\r\n"
                        + "The plain HTTP request was sent to HTTPS port";
        assertThat(AnswerSigns.kind(nginx.getBytes(ISO_8859_1))).contains(ServerKind.HTTPS);
        assertThat(AnswerSigns.kind("what?".getBytes(ISO_8859_1))).isEmpty();
        assertThat(AnswerSigns.kind(new byte[0])).isEmpty();
    }

    @Test
    void takesAnyAnswerWithoutFailing() {
        Random random = new Random(20261122);
        byte[] whole =
                ("HTTP/1.1 302 Found\r\nServer: TornadoServer/6\r\nLocation: /lab?\r\n\r\n"
                                + "{\"timestamp\":1,\"status\":404,\"error\":")
                        .getBytes(ISO_8859_1);
        int recognised = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] answer = Arrays.copyOf(whole, random.nextInt(whole.length + 20));
            for (int change = random.nextInt(4); change > 0 && answer.length > 0; change--) {
                answer[random.nextInt(answer.length)] = (byte) random.nextInt(256);
            }
            recognised += AnswerSigns.kind(answer).isPresent() ? 1 : 0;
        }
        assertThat(recognised).isBetween(10_000, 99_000);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN,HTTP,HTTP",
        "NODE,HTTP,NODE",
        "NODE,VITE,VITE",
        "VITE,NODE,VITE",
        "DJANGO,PYTHON_WEB,DJANGO",
        "UNKNOWN,NGINX,NGINX",
        "VITE,HTTPS,HTTPS",
    })
    void letsTheAnswerOutdoTheGuessWhereItSaysMore(
            ServerKind guess, ServerKind answer, ServerKind result) {
        assertThat(ServerProbe.better(guess, answer)).isEqualTo(result);
    }

    @Test
    void asksARunningServerOnce() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (ServerSocket socket = answering(asked, "HTTP/1.1 200 OK\r\nServer: nginx\r\n\r\nx")) {
            LocalServer server = someServer(socket);
            ServerProbe probe = new ServerProbe();
            assertThat(probe.ask(List.of(server)).getFirst().kind()).isEqualTo(ServerKind.NGINX);
            assertThat(probe.ask(List.of(server)).getFirst().kind()).isEqualTo(ServerKind.NGINX);
            assertThat(asked).hasValue(1);
            probe.ask(List.of());
            assertThat(probe.ask(List.of(server)).getFirst().kind()).isEqualTo(ServerKind.NGINX);
            assertThat(asked).as("again, as it had ended in between").hasValue(2);
        }
    }

    @Test
    void doesNotWaitForAServerThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, LOOPBACK)) {
            LocalServer server = someServer(silent);
            long start = System.nanoTime();
            assertThat(new ServerProbe().ask(List.of(server))).containsExactly(server);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(LocalRequest.LIMIT.minusMillis(50), Duration.ofSeconds(2));
        }
    }

    @Test
    void doesNotAskASilentServerForEver() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (ServerSocket socket = answering(asked, "")) {
            ServerProbe probe = new ServerProbe();
            for (int i = 0; i < ServerProbe.MOST_ATTEMPTS + 2; i++) {
                assertThat(probe.ask(List.of(someServer(socket))).getFirst().kind())
                        .isEqualTo(ServerKind.HTTP);
            }
            assertThat(asked).hasValue(ServerProbe.MOST_ATTEMPTS);
        }
    }

    @Test
    void readsNoMoreThanTheBeginningOfAnAnswer() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        String endless = "HTTP/1.1 200 OK\r\nServer: nginx\r\n\r\n" + "x".repeat(1_000_000);
        try (ServerSocket socket = answering(asked, endless)) {
            Optional<byte[]> answer =
                    LocalRequest.send(List.of(LOOPBACK), new Port(socket.getLocalPort()));
            assertThat(answer.orElseThrow()).hasSize(RawRequest.LONGEST_ANSWER);
        }
    }

    @Test
    void sendsNothingToAnotherDevice() {
        assertThat(LocalRequest.send(List.of(Address.parse("192.0.2.1")), new Port(80))).isEmpty();
        assertThat(LocalRequest.send(List.of(Address.parse("203.0.113.1")), new Port(80)))
                .isEmpty();
    }

    @Test
    void leavesDatabasesUdpAndTheSystemAlone() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (ServerSocket socket = answering(asked, "HTTP/1.1 200 OK\r\n\r\n")) {
            LocalServer server = someServer(socket);
            LocalServer udp =
                    new LocalServer(
                            Protocol.UDP,
                            server.port(),
                            server.addresses(),
                            Optional.empty(),
                            ServerKind.UNKNOWN);
            for (LocalServer left :
                    List.of(server.as(ServerKind.POSTGRESQL), server.as(ServerKind.SYSTEM), udp)) {
                assertThat(new ServerProbe().ask(List.of(left))).containsExactly(left);
            }
            assertThat(asked).hasValue(0);
        }
    }

    /** What the answer alone says, without the hint that program and command line give. */
    private static ServerKind askedBlindly(LocalServer server) {
        LocalServer blind = server.as(ServerKind.HTTP);
        return new ServerProbe().ask(List.of(blind)).getFirst().kind();
    }

    private static LocalServer awaitListening(int port) throws Exception {
        return await().atMost(20, TimeUnit.SECONDS)
                .until(
                        () ->
                                LocalServers.of(new ProcListeners(Path.of("/proc")).read()).stream()
                                        .filter(each -> each.port().equals(new Port(port)))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Answers every request alike, until the socket is closed. */
    private static ServerSocket answering(AtomicInteger asked, String answer) throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, LOOPBACK);
        Thread.ofVirtual()
                .start(() -> {
                    while (!socket.isClosed()) {
                        try (Socket client = socket.accept()) {
                            asked.incrementAndGet();
                            client.getInputStream().read(new byte[1_000]);
                            client.getOutputStream().write(answer.getBytes(ISO_8859_1));
                        } catch (IOException closed) {
                            // The client has read enough, or the test is over.
                        }
                    }
                });
        return socket;
    }

    private static LocalServer someServer(ServerSocket socket) {
        return new LocalServer(
                Protocol.TCP,
                new Port(socket.getLocalPort()),
                List.of(LOOPBACK),
                Optional.of(new Program(1, "thing", Optional.empty(), "thing")),
                ServerKind.HTTP);
    }

    private Process start(String... arguments) throws IOException {
        assumeTrue(Files.isExecutable(PYTHON), "Python is installed");
        List<String> command = new ArrayList<>(List.of(PYTHON.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private static void end(Process server) throws InterruptedException {
        server.destroyForcibly();
        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
}
