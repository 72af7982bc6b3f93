package app.naru.cli;

import app.naru.forward.Address;
import app.naru.forward.InvalidInput;
import app.naru.forward.Lifetime;
import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.router.Answer;
import app.naru.router.Discovery;
import app.naru.router.Mapping;
import app.naru.router.MappingRequest;
import app.naru.router.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code naru router map}: has the router send a port to this PC for a while. */
@Command(name = "map")
final class RouterMapCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofDays(1);

    @Parameters(index = "0", paramLabel = "PORT", descriptionKey = "PORT")
    @SuppressWarnings("NullAway.Init") // picocli sets it: it is required
    private Port port;

    @Option(names = "--udp")
    private boolean udp;

    @Option(names = "--external", paramLabel = "PORT")
    private Optional<Port> external = Optional.empty();

    @Option(names = "--for", paramLabel = "TIME")
    private Lifetime lifetime = new Lifetime.For(MappingRequest.LEASE);

    @Option(names = "--anyway")
    private boolean anyway;

    @Option(names = "--json", descriptionKey = "naru.json")
    private boolean json;

    private final Context context;

    RouterMapCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        MappingRequest request = request();
        try (Parts parts = context.open()) {
            RouterAccess router = parts.router();
            Optional<Answer<Mapping>> answer =
                    router.find(Discovery.Patience.FIRST, context.output(), json).map(request);
            if (answer.isEmpty()) {
                context.output().warn(Sentence.of("cli.router.none"));
                return ExitCode.SOFTWARE;
            }
            return switch (answer.get()) {
                case Answer.Got<Mapping>(Mapping mapping) -> {
                    router.kept().put(mapping);
                    tell(mapping, request);
                    yield ExitCode.OK;
                }
                case Answer.Refused<Mapping>(Refusal why) -> {
                    context.output().warn(why.sentence());
                    yield ExitCode.SOFTWARE;
                }
            };
        }
    }

    private MappingRequest request() {
        Duration lease =
                switch (lifetime) {
                    case Lifetime.For(Duration duration) when duration.compareTo(LONGEST) <= 0 ->
                            duration;
                    case Lifetime.For tooLong -> throw new InvalidInput("lease", tooLong);
                    case Lifetime.UntilStopped always -> throw new InvalidInput("lease", always);
                };
        Protocol protocol = udp ? Protocol.UDP : Protocol.TCP;
        return new MappingRequest(
                protocol,
                port,
                external.orElse(port),
                lease,
                protocol.lowerCase() + " " + port,
                anyway);
    }

    /**
     * JSON: {@code router}, {@code by}, {@code protocol}, {@code externalAddress} (or null), {@code
     * externalPort}, {@code internalAddress}, {@code internalPort}, {@code until} (or null where it
     * stays until it is deleted).
     */
    private void tell(Mapping mapping, MappingRequest request) {
        Output output = context.output();
        String until =
                mapping.since()
                        .plusSeconds(mapping.leaseSeconds())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
        if (json) {
            output.json(
                    Json.object()
                            .put("router", mapping.router().address())
                            .put("by", mapping.router().protocol().title())
                            .put("protocol", mapping.protocol().lowerCase())
                            .put("externalAddress", mapping.externalAddress().orElse(null))
                            .put("externalPort", mapping.externalPort().number())
                            .put("internalAddress", mapping.router().own())
                            .put("internalPort", mapping.internalPort().number())
                            .put("until", mapping.permanent() ? null : until));
            return;
        }
        output.say(
                "cli.router.mapped",
                mapping.router().address(),
                mapping.protocol().name(),
                mapping.externalPort(),
                Address.text(Address.parse(mapping.router().own())),
                mapping.internalPort());
        if (!mapping.externalPort().equals(request.wantedExternalPort())) {
            output.say("cli.router.otherPort", request.wantedExternalPort());
        }
        if (mapping.permanent()) {
            output.say("cli.router.permanent", mapping.internalPort());
        } else {
            output.say("cli.router.until", until);
        }
    }
}
