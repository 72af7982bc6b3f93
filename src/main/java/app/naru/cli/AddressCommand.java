package app.naru.cli;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.internet.IpVersion;
import app.naru.internet.OutsideView;
import app.naru.internet.PublicAddresses;
import app.naru.internet.RouterWord;
import app.naru.internet.SourceAnswer;
import app.naru.internet.WayIn;
import app.naru.path.RouterWords;
import app.naru.router.Discovery;
import app.naru.router.Found;
import app.naru.survey.Gateway;
import app.naru.survey.Network;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code naru address}: the addresses of this PC, of the router, and as the Internet sees them. */
@Command(name = "address")
final class AddressCommand implements Callable<Integer> {

    @Option(names = "--json", descriptionKey = "naru.json")
    private boolean json;

    private final Context context;

    AddressCommand(Context context) {
        this.context = context;
    }

    /** All that is shown. */
    private record Seen(
            Network network,
            Optional<String> routerAt,
            RouterWord router,
            OutsideView.View view,
            WayIn way) {

        PublicAddresses addresses() {
            return view.addresses();
        }

        /** Why nobody on the Internet was asked. */
        Optional<Sentence> unasked() {
            return switch (view) {
                case OutsideView.View.SwitchedOff off -> Optional.of(Sentence.of("internet.off"));
                case OutsideView.View.Unusable(Sentence why) -> Optional.of(why);
                case OutsideView.View.NotWanted not -> Optional.empty();
                case OutsideView.View.Looked looked -> Optional.empty();
            };
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Parts parts = context.open()) {
            Seen seen = look(parts);
            if (json) {
                context.output().json(node(seen));
            } else {
                print(seen);
            }
            return seen.way().kind() == WayIn.Kind.OFFLINE ? ExitCode.SOFTWARE : ExitCode.OK;
        }
    }

    /** The router and the Internet are asked at once. */
    private Seen look(Parts parts) throws IOException, InterruptedException {
        Network network = parts.network().read();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<OutsideView.View> view =
                    CompletableFuture.supplyAsync(() -> ask(parts.outside()), threads);
            Found found = parts.router().find(Discovery.Patience.ALL, context.output(), json);
            RouterWord router = RouterWords.of(found);
            OutsideView.View seen = view.join();
            return new Seen(
                    network,
                    found.best().map(best -> best.at().address()),
                    router,
                    seen,
                    WayIn.of(router, seen.addresses(), network.addresses().toList()));
        }
    }

    private static OutsideView.View ask(OutsideView outside) {
        try {
            return outside.ask(answer -> {});
        } catch (InterruptedException cancelled) {
            throw new CompletionException(cancelled);
        }
    }

    /**
     * {@code internal} (this PC's addresses on its networks), {@code gateway} (or null), {@code
     * router} with {@code at} (or null), {@code says} ({@code has}, {@code none}, {@code unsaid})
     * and {@code address}; {@code external} with {@code ipv4} and {@code ipv6} (or null) and their
     * {@code agreement}; {@code sources}, each with {@code kind}, {@code name}, {@code version},
     * {@code address}, {@code failure} and {@code milliseconds}; {@code unasked}: why nobody was
     * asked, or null; {@code way} with {@code kind}, {@code blocked}, {@code text} and {@code
     * help}.
     */
    private ObjectNode node(Seen seen) {
        ObjectNode node = Json.object();
        node.set("internal", Json.texts(internal(seen.network())));
        node.put("gateway", gateway(seen.network()).orElse(null));
        node.set("router", router(seen));
        PublicAddresses addresses = seen.addresses();
        ObjectNode external = Json.object();
        external.put("ipv4", addresses.ipv4().map(Address::text).orElse(null));
        external.put("ipv6", addresses.ipv6().map(Address::text).orElse(null));
        ObjectNode agreement = external.putObject("agreement");
        for (IpVersion version : IpVersion.values()) {
            agreement.put(Json.constant(version), Json.constant(addresses.agreement(version)));
        }
        node.set("external", external);
        node.set("sources", Json.array(addresses.answers(), AddressCommand::source));
        node.set(
                "unasked",
                seen.unasked()
                        .map(why -> Json.sentence(why, context.output().texts()))
                        .orElse(null));
        node.set("way", way(seen.way()));
        return node;
    }

    private static ObjectNode router(Seen seen) {
        ObjectNode node = Json.object().put("at", seen.routerAt().orElse(null));
        return switch (seen.router()) {
            case RouterWord.Has(InetAddress address) ->
                    node.put("says", "has").put("address", Address.text(address));
            case RouterWord.HasNone none -> node.put("says", "none").putNull("address");
            case RouterWord.Unsaid unsaid -> node.put("says", "unsaid").putNull("address");
        };
    }

    private static ObjectNode source(SourceAnswer answer) {
        ObjectNode node =
                Json.object()
                        .put("kind", Json.constant(answer.source().kind()))
                        .put("name", answer.source().name())
                        .put("version", Json.constant(answer.version()))
                        .put("address", answer.address().map(Address::text).orElse(null));
        node.put(
                "failure",
                answer.outcome() instanceof SourceAnswer.Failed(SourceAnswer.Failure failure)
                        ? Json.constant(failure)
                        : null);
        return node.put("milliseconds", answer.milliseconds());
    }

    private ObjectNode way(WayIn way) {
        ObjectNode node =
                Json.object()
                        .put("kind", Json.constant(way.kind()))
                        .put("blocked", way.blocked())
                        .put("text", context.output().texts().say(way.sentence()));
        node.set(
                "help",
                Json.texts(way.help().stream().map(context.output().texts()::say).toList()));
        return node;
    }

    private void print(Seen seen) {
        Output output = context.output();
        output.say("cli.address.internal");
        List<String> internal = internal(seen.network());
        output.line("  " + (internal.isEmpty() ? "–" : String.join(", ", internal)));
        output.say("cli.address.gateway");
        output.line("  " + gateway(seen.network()).orElse("–"));
        output.say("cli.address.external");
        switch (seen.router()) {
            case RouterWord.Has(InetAddress address) ->
                    output.item("cli.address.router", Address.text(address));
            case RouterWord.HasNone none -> output.item("cli.address.routerNone");
            case RouterWord.Unsaid unsaid -> output.item("cli.address.routerUnsaid");
        }
        seen.addresses().answers().forEach(this::print);
        seen.unasked().ifPresent(why -> output.line("  " + output.texts().say(why)));
        if (seen.unasked().isEmpty()) {
            output.item("internet.agreement." + seen.addresses().agreement(IpVersion.IPV4).name());
        }
        output.line(output.texts().say(seen.way().sentence()));
        seen.way().help().forEach(help -> output.item("cli.address.help", help));
    }

    private void print(SourceAnswer answer) {
        String who = answer.source().kind().title() + " " + answer.source().name();
        switch (answer.outcome()) {
            case SourceAnswer.Seen(InetAddress address) ->
                    context.output()
                            .item(
                                    "cli.address.source",
                                    who,
                                    Address.text(address),
                                    answer.milliseconds());
            case SourceAnswer.Failed(SourceAnswer.Failure failure) ->
                    context.output()
                            .item(
                                    "cli.address.failed",
                                    who,
                                    answer.version().title(),
                                    Sentence.of("internet.failure." + failure));
        }
    }

    private static List<String> internal(Network network) {
        return network.lanAddresses().stream().map(Address::text).toList();
    }

    private static Optional<String> gateway(Network network) {
        return network.lanGateway().map(Gateway::address).map(Address::text);
    }
}
