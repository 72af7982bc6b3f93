package app.naru.cli;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.server.LocalServer;
import app.naru.server.LocalServers;
import app.naru.survey.Fact;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.wsl.Distro;
import app.naru.wsl.Wsl;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A situation as people read it. */
final class SurveyText {

    private final Output output;

    SurveyText(Output output) {
        this.output = output;
    }

    void print(Situation situation) {
        output.say("cli.survey.network");
        fact(situation.network(), this::network);
        output.say("cli.survey.publicAddress");
        fact(situation.publicAddress(), address -> output.line("  " + Address.text(address)));
        output.say("cli.survey.servers");
        fact(situation.listeners().map(LocalServers::of), servers -> servers.forEach(this::server));
        output.say("cli.survey.wsl");
        fact(situation.wsl(), this::wsl);
    }

    private <T> void fact(Fact<T> fact, Consumer<T> known) {
        switch (fact) {
            case Fact.Known<T>(T value) -> known.accept(value);
            case Fact.Pending<T> pending ->
                    output.item("cli.survey.unknown", Sentence.of("path.looking"));
            case Fact.Unknown<T>(Sentence reason) -> output.item("cli.survey.unknown", reason);
        }
    }

    private void network(Network network) {
        network.internalAddress()
                .ifPresentOrElse(
                        address -> output.item("cli.survey.internal", Address.text(address)),
                        () -> output.item("cli.survey.noInternal"));
        network.lanGateway()
                .map(Gateway::address)
                .ifPresent(gateway -> output.item("cli.survey.gateway", Address.text(gateway)));
        network.interfaces().forEach(this::networkInterface);
    }

    private void networkInterface(NetInterface each) {
        String addresses =
                each.addresses().stream()
                        .map(assigned -> Address.text(assigned.address()) + "/" + assigned.prefix())
                        .collect(Collectors.joining(", "));
        output.item(
                "cli.survey.interface",
                each.name(),
                each.description(),
                Sentence.of("cli.survey.kind." + each.kind().name()),
                addresses);
    }

    private void server(LocalServer server) {
        String program =
                server.program().map(each -> each.name() + " (" + each.pid() + ")").orElse("?");
        output.item(
                "cli.survey.server",
                server.protocol().name(),
                server.port(),
                server.kind().title(),
                program,
                addresses(server));
    }

    private static String addresses(LocalServer server) {
        return server.addresses().stream().map(Address::text).collect(Collectors.joining(", "));
    }

    private void wsl(Wsl wsl) {
        if (!wsl.installed()) {
            output.item("cli.survey.noWsl");
            return;
        }
        List<String> names = wsl.distros().stream().map(Distro::name).toList();
        output.item(
                "cli.survey.wslDistros",
                String.join(", ", names),
                Sentence.of(wsl.running() ? "cli.survey.wslRuns" : "cli.survey.wslStopped"),
                wsl.natAddress().map(Address::text).orElse("?"));
    }
}
