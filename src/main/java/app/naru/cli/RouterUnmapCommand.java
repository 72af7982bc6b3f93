package app.naru.cli;

import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.router.Answer;
import app.naru.router.Discovery;
import app.naru.router.Found;
import app.naru.router.MappedPort;
import app.naru.router.Mapping;
import app.naru.router.Refusal;
import app.naru.router.Router;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code naru router unmap}: takes back what {@code naru router map} has made. */
@Command(name = "unmap")
final class RouterUnmapCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PORT", descriptionKey = "PORT")
    @SuppressWarnings("NullAway.Init") // picocli sets it: it is required
    private Port port;

    @Option(names = "--udp")
    private boolean udp;

    private final Context context;

    RouterUnmapCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Protocol protocol = udp ? Protocol.UDP : Protocol.TCP;
        Output output = context.output();
        try (Parts parts = context.open()) {
            RouterAccess router = parts.router();
            Optional<Mapping> mapping = router.kept().find(protocol, port);
            if (mapping.isEmpty()) {
                mapping = listed(router.find(Discovery.Patience.ALL, output, false), protocol);
            }
            if (mapping.isEmpty()) {
                output.warn(Sentence.of("cli.router.notMapped", protocol.name(), port));
                return ExitCode.SOFTWARE;
            }
            return switch (mapping.get().router().open().unmap(mapping.get())) {
                case Answer.Got<Mapping>(Mapping gone) -> {
                    router.kept().remove(protocol, port);
                    output.say("cli.router.unmapped", protocol.name(), gone.externalPort());
                    yield ExitCode.OK;
                }
                case Answer.Refused<Mapping>(Refusal why) -> {
                    output.warn(why.sentence());
                    yield ExitCode.SOFTWARE;
                }
            };
        }
    }

    /** Returns the mapping in the router's list that bears Naru's mark and leads to this port. */
    private Optional<Mapping> listed(Found found, Protocol protocol) {
        return found.routers().stream()
                .flatMap(router -> ours(router, protocol).stream())
                .findFirst();
    }

    private Optional<Mapping> ours(Router router, Protocol protocol) {
        List<MappedPort> entries = router.list().result().orElse(List.of());
        return entries.stream()
                .filter(entry -> entry.ours(router.at().own()))
                .filter(entry ->
                        entry.protocol() == protocol && entry.internalPort() == port.number())
                .map(entry -> Mapping.listed(router.at(), entry))
                .findFirst();
    }
}
