package app.naru.cli;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.path.RouterDevice;
import app.naru.router.Answer;
import app.naru.router.Discovery;
import app.naru.router.ExternalAddress;
import app.naru.router.Found;
import app.naru.router.MappedPort;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
            List<RouterDevice> devices = RouterDevice.of(found);
            if (json) {
                context.output().json(Json.array(devices, device -> node(device, own)));
            } else if (devices.isEmpty()) {
                context.output().warn(Sentence.of("cli.router.none"));
            } else {
                devices.forEach(device -> print(device, own));
            }
            return devices.isEmpty() ? ExitCode.SOFTWARE : ExitCode.OK;
        }
    }

    /**
     * {@code address}, {@code own} (this PC's towards it), {@code protocols}, {@code external} with
     * {@code address}, {@code kind} and {@code text}, or {@code refusal}; {@code mappings}, where
     * the router does not tell only those that Naru has had made, or null.
     */
    private ObjectNode node(RouterDevice device, OwnMappings own) {
        ObjectNode node =
                Json.object().put("address", device.at().address()).put("own", device.at().own());
        node.set("protocols", Json.texts(device.protocols()));
        switch (device.external()) {
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

    private static ObjectNode mapping(MappedPort port, RouterDevice device, OwnMappings own) {
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

    private void print(RouterDevice device, OwnMappings own) {
        Output output = context.output();
        output.say(
                "cli.router.found", device.at().address(), String.join(", ", device.protocols()));
        output.line(output.texts().say(device.externalInWords()));
        Optional<List<MappedPort>> ports = list(device, own);
        if (device.list().isEmpty()) {
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

    private static boolean isOurs(MappedPort port, RouterDevice device, OwnMappings own) {
        return port.ours(device.at().own()) || own.has(port);
    }

    /** Of a router that does not tell, what Naru has had mapped there. */
    private Optional<List<MappedPort>> list(RouterDevice device, OwnMappings own) {
        return device.list()
                .or(() ->
                        Optional.of(own.at(device.at().address(), Clock.systemUTC()))
                                .filter(ports -> !ports.isEmpty()));
    }
}
