package app.naru.cli;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.router.Answer;
import app.naru.router.Discovery;
import app.naru.router.ExternalAddress;
import app.naru.router.Found;
import app.naru.router.MappedPort;
import app.naru.router.Router;
import app.naru.router.RouterProtocol;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code naru router}: which routers there are, and what they send where; changes nothing. */
@Command(name = "router")
final class RouterCommand implements Callable<Integer> {

    @Option(names = "--json", descriptionKey = "naru.json")
    private boolean json;

    private final Context context;

    RouterCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Parts parts = context.open()) {
            OwnMappings own = parts.router().own();
            Found found = parts.router().find(Discovery.Patience.ALL, context.output(), json);
            Map<String, List<Router>> devices =
                    found.routers().stream()
                            .collect(
                                    Collectors.groupingBy(
                                            router -> router.at().address(),
                                            LinkedHashMap::new,
                                            Collectors.toList()));
            if (json) {
                context.output()
                        .json(
                                Json.array(
                                        List.copyOf(devices.values()),
                                        device -> node(device, own)));
            } else if (devices.isEmpty()) {
                context.output().warn(Sentence.of("cli.router.none"));
            } else {
                devices.values().forEach(device -> print(device, own));
            }
            return devices.isEmpty() ? ExitCode.SOFTWARE : ExitCode.OK;
        }
    }

    /**
     * {@code address}, {@code own} (this PC's towards it), {@code protocols}, {@code external} with
     * {@code address}, {@code kind} and {@code text}, or {@code refusal}; {@code mappings}, where
     * the router does not tell only those that Naru has had made, or null.
     */
    private ObjectNode node(List<Router> device, OwnMappings own) {
        ObjectNode node =
                Json.object()
                        .put("address", device.getFirst().at().address())
                        .put("own", device.getFirst().at().own());
        node.set("protocols", Json.texts(protocols(device)));
        switch (external(device)) {
            case Answer.Got<ExternalAddress>(ExternalAddress address) -> {
                ObjectNode external = Json.object();
                external.put("address", address.address().map(Address::text).orElse(null));
                external.put("kind", Json.constant(address.kind()));
                external.put("text", context.output().texts().say(address.sentence()));
                node.set("external", external);
            }
            case Answer.Refused<ExternalAddress>(var why) ->
                    node.set("refusal", Json.sentence(why.sentence(), context.output().texts()));
        }
        node.set(
                "mappings",
                list(device, own)
                        .map(ports -> Json.array(ports, port -> mapping(port, device, own)))
                        .orElse(null));
        return node;
    }

    private static ObjectNode mapping(MappedPort port, List<Router> device, OwnMappings own) {
        return Json.object()
                .put("protocol", port.protocol().lowerCase())
                .put("externalPort", port.externalPort())
                .put("internalAddress", port.internalClient())
                .put("internalPort", port.internalPort())
                .put("description", port.description())
                .put("leaseSeconds", port.leaseSeconds())
                .put("enabled", port.enabled())
                .put("ours", isOurs(port, device, own));
    }

    private void print(List<Router> device, OwnMappings own) {
        Output output = context.output();
        output.say(
                "cli.router.found",
                device.getFirst().at().address(),
                String.join(", ", protocols(device)));
        Sentence external =
                switch (external(device)) {
                    case Answer.Got<ExternalAddress>(ExternalAddress address) -> address.sentence();
                    case Answer.Refused<ExternalAddress>(var why) -> why.sentence();
                };
        output.line(output.texts().say(external));
        Optional<List<MappedPort>> ports = list(device, own);
        if (listed(device).isEmpty()) {
            output.say("cli.router.noList");
        } else if (ports.orElse(List.of()).isEmpty()) {
            output.say("cli.router.noMappings");
        }
        ports.orElse(List.of())
                .forEach(port ->
                        output.item(
                                isOurs(port, device, own) ? "cli.router.ours" : "cli.router.others",
                                port.protocol().name(),
                                port.externalPort(),
                                port.internalClient(),
                                port.internalPort(),
                                port.description()));
    }

    private static List<String> protocols(List<Router> device) {
        return device.stream()
                .map(router -> router.at().protocol())
                .distinct()
                .map(RouterProtocol::title)
                .toList();
    }

    /** Returns the first address told by any of the protocols, else the first refusal. */
    private static Answer<ExternalAddress> external(List<Router> device) {
        Answer<ExternalAddress> first = device.getFirst().externalAddress();
        if (first.refusal().isEmpty()) {
            return first;
        }
        return device.stream()
                .skip(1)
                .map(Router::externalAddress)
                .filter(answer -> answer.refusal().isEmpty())
                .findFirst()
                .orElse(first);
    }

    private static boolean isOurs(MappedPort port, List<Router> device, OwnMappings own) {
        return port.ours(device.getFirst().at().own()) || own.has(port);
    }

    /** Of a router that does not tell, what Naru has had mapped there. */
    private Optional<List<MappedPort>> list(List<Router> device, OwnMappings own) {
        return listed(device)
                .or(() ->
                        Optional.of(own.at(device.getFirst().at().address(), Clock.systemUTC()))
                                .filter(ports -> !ports.isEmpty()));
    }

    private static Optional<List<MappedPort>> listed(List<Router> device) {
        return device.stream().flatMap(router -> router.list().result().stream()).findFirst();
    }
}
