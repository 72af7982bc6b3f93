package app.naru.internet;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Port;
import app.naru.internet.ServiceCheck.Result;
import app.naru.internet.ServiceCheck.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ServiceCheckTest {

    private static final InetAddress HERE = Address.parse("203.0.113.7");
    private static final Visitor VISITOR = new Visitor(Address.parse("198.51.100.9"), false);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final AtomicBoolean arrived = new AtomicBoolean();
    private final List<String> asked = new ArrayList<>();
    private FakeInternet internet;

    @BeforeEach
    void connect() throws IOException {
        internet = new FakeInternet();
    }

    @AfterEach
    void disconnect() {
        internet.close();
    }

    @Test
    void saysWhoArrivedOnceTheServiceHasConnected() throws Exception {
        URI service =
                internet.page(
                        "/check",
                        exchange -> {
                            arrived.set(true);
                            FakeInternet.saying(200, "{\"reachable\":false}").handle(exchange);
                        });
        assertThat(ask(LONG, LONG, service)).isEqualTo(new Result.Arrived(VISITOR));
        assertThat(internet.asked()).containsExactly("/check?at=203.0.113.7:8000");
        assertThat(asked).containsExactly("127.0.0.1");
    }

    @Test
    void believesNoServiceThatClaimsToHaveConnected() throws Exception {
        URI liar = internet.page("/liar", FakeInternet.saying(200, "{\"reachable\":true}"));
        assertThat(ask(LONG, SHORT, liar)).isEqualTo(new Result.NeverArrived("127.0.0.1"));
    }

    @Test
    void knowsNothingWhereNoServiceCanBeAsked() throws Exception {
        URI broken = internet.page("/broken", FakeInternet.saying(503, "busy"));
        URI nobody = URI.create("http://127.0.0.1:1/");
        assertThat(ask(LONG, LONG, broken, nobody)).isEqualTo(new Result.Unavailable());
        assertThat(ask(LONG, LONG)).isEqualTo(new Result.Unavailable());
    }

    @Test
    void asksTheNextOneWhereTheFirstIsNotThere() throws Exception {
        URI broken = internet.page("/broken", FakeInternet.saying(404, "gone"));
        URI good =
                internet.page(
                        "/good",
                        exchange -> {
                            arrived.set(true);
                            FakeInternet.saying(200, "").handle(exchange);
                        });
        assertThat(ask(LONG, LONG, broken, good)).isEqualTo(new Result.Arrived(VISITOR));
    }

    @Test
    void doesNotWaitForTheAnswerOnceSomebodyHasArrived() throws Exception {
        URI slow =
                internet.page(
                        "/slow",
                        exchange -> {
                            arrived.set(true);
                            exchange.sendResponseHeaders(200, 0);
                            exchange.getRequestBody().readAllBytes();
                        });
        assertThat(ask(LONG, LONG, slow)).isEqualTo(new Result.Arrived(VISITOR));
    }

    private Result ask(Duration answer, Duration arrival, URI... services) throws Exception {
        List<CheckService> checks =
                Stream.of(services)
                        .map(uri -> CheckService.parse(uri + "?at={address}:{port}"))
                        .toList();
        return new ServiceCheck(checks, answer, arrival)
                .ask(
                        HERE,
                        new Port(8000),
                        () -> arrived.get() ? Optional.of(VISITOR) : Optional.empty(),
                        asked::add);
    }
}
