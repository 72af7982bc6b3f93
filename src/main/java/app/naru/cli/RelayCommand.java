package app.naru.cli;

import app.naru.forward.Address;
import app.naru.forward.InvalidInput;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.relay.Access;
import app.naru.relay.Endpoint;
import app.naru.relay.PortUnavailable;
import app.naru.relay.Relay;
import app.naru.relay.RelaySpec;
import app.naru.relay.http.HttpMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code naru relay}: the bare relay, without a survey, settings or the firewall. */
@Command(name = "relay")
final class RelayCommand implements Callable<Integer> {

    @Option(names = "--listen", required = true, paramLabel = "ADDR:PORT")
    private ListenAt listen = ListenAt.parse("127.0.0.1:1");

    @Option(names = "--to", required = true, paramLabel = "HOST:PORT")
    private Endpoint to = Endpoint.parse("127.0.0.1:1");

    @Option(names = "--udp")
    private boolean udp;

    @Mixin private HttpOptions http = new HttpOptions();

    /** What a connection that is under way gets when the relay ends. */
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Context context;

    RelayCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Output output = context.output();
        RelaySpec spec =
                new RelaySpec(
                        udp ? Protocol.UDP : Protocol.TCP,
                        List.of(listen.address()),
                        listen.ports(),
                        List.of(to),
                        Access.EVERYONE,
                        mode());
        try (Relay relay = Relay.open(spec)) {
            output.say(
                    "cli.relay.runs",
                    spec.protocol().name(),
                    Address.text(listen.address()),
                    listen.ports(),
                    to);
            CountDownLatch stopped = new CountDownLatch(1);
            context.stop().whenRequested(stopped::countDown);
            stopped.await();
            drain(relay, output);
            output.say("cli.relay.ended", relay.snapshot().accepted());
            return ExitCode.OK;
        } catch (PortUnavailable unavailable) {
            output.warn(sentence(unavailable));
            return unavailable.reason() == PortUnavailable.Reason.NO_SUCH_ADDRESS
                    ? ExitCode.USAGE
                    : ExitCode.SOFTWARE;
        }
    }

    /** Connections that are under way may come to their end. */
    private static void drain(Relay relay, Output output) {
        int open = relay.snapshot().open();
        if (open > 0) {
            output.say("cli.relay.draining", open, DRAIN.toSeconds());
        }
        relay.close(DRAIN);
    }

    private Optional<HttpMode> mode() {
        if (http.names().isPresent() && (udp || listen.ports().size() > 1)) {
            throw new InvalidInput("forward.http", listen.ports());
        }
        return http.mode(Target.parse(to.toString()));
    }

    private static Sentence sentence(PortUnavailable unavailable) {
        int port = unavailable.address().getPort();
        return switch (unavailable.reason()) {
            case TAKEN -> Sentence.of("path.relay.taken", port);
            case NOT_ALLOWED -> Sentence.of("path.relay.notAllowed", port);
            case NO_SUCH_ADDRESS ->
                    Sentence.of(
                            "path.relay.foreignAddress",
                            Address.text(unavailable.address().getAddress()));
        };
    }
}
