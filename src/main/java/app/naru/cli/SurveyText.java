package app.naru.cli;

import app.naru.firewall.ExcludedPorts;
import app.naru.firewall.FirewallProduct;
import app.naru.firewall.FirewallState;
import app.naru.firewall.PortProxy;
import app.naru.firewall.PortProxyEntry;
import app.naru.firewall.ServiceState;
import app.naru.firewall.WindowsService;
import app.naru.forward.Address;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.path.InTheWay;
import app.naru.server.LocalServer;
import app.naru.survey.Fact;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.wsl.Distro;
import app.naru.wsl.Wsl;
import app.naru.wsl.WslInside;
import java.util.List;
import java.util.Map;
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
        fact(situation.servers(), servers -> servers.forEach(this::server));
        output.say("cli.survey.wsl");
        fact(situation.wsl(), this::wsl);
        if (situation.system() == Situation.OperatingSystem.WINDOWS) {
            fact(situation.windows().wslInside(), this::wslInside);
            output.say("cli.survey.protection");
            fact(situation.windows().services(), this::services);
            fact(situation.windows().otherFirewalls(), this::otherFirewalls);
            output.say("cli.survey.excluded");
            fact(situation.windows().excludedPorts(), this::excludedPorts);
            output.say("cli.survey.portproxy");
            fact(situation.firewall(), state -> firewall(state, situation));
        }
    }

    private void firewall(FirewallState state, Situation situation) {
        PortProxy proxy = state.portProxy();
        if (proxy.entries().isEmpty()) {
            output.item("cli.portproxy.none");
        }
        List<PortProxyEntry> loops = proxy.loops(InTheWay.own(situation));
        proxy.entries().forEach(entry -> sentence(InTheWay.words(entry, loops.contains(entry))));
        if (!InTheWay.blockIds(state, situation).isEmpty()) {
            sentence(Sentence.of("path.inTheWay.blocks", situation.ownProgram().orElse("Naru")));
        }
    }

    private void sentence(Sentence sentence) {
        output.line("  " + output.texts().say(sentence));
    }

    private <T> void fact(Fact<T> fact, Consumer<T> known) {
        switch (fact) {
            case Fact.Known<T>(T value) -> known.accept(value);
            case Fact.Pending<T> pending ->
                    output.item("cli.survey.unknown", Sentence.of("path.looking"));
            case Fact.Unknown<T> unknown -> output.item("cli.survey.unknown", unknown.reason());
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
        String place = server.distro().map(distro -> ("WSL " + distro).strip() + ": ").orElse("");
        return place
                + server.addresses().stream().map(Address::text).collect(Collectors.joining(", "));
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

    private void wslInside(WslInside inside) {
        if (!inside.running().isEmpty()) {
            output.item("cli.survey.wslInside", String.join(", ", inside.running()));
        }
    }

    private void services(Map<WindowsService, ServiceState> services) {
        services.forEach((service, state) -> {
            if (state != ServiceState.MISSING) {
                output.item(
                        "cli.survey.service",
                        Sentence.of("firewall.service." + service.name()),
                        service.systemName(),
                        Sentence.of("firewall.serviceState." + state.name()));
            }
        });
    }

    private void otherFirewalls(List<FirewallProduct> products) {
        if (products.isEmpty()) {
            output.item("cli.survey.noOtherFirewall");
        }
        for (FirewallProduct product : products) {
            output.item(
                    product.on().orElse(true)
                            ? "cli.survey.otherFirewall"
                            : "cli.survey.otherFirewall.off",
                    product.name());
        }
    }

    private void excludedPorts(ExcludedPorts ports) {
        for (Protocol protocol : Protocol.values()) {
            String ranges =
                    ports.of(protocol).stream()
                            .map(range -> range.first() + "-" + range.last())
                            .collect(Collectors.joining(", "));
            output.item(
                    "cli.survey.excludedPorts", protocol.name(), ranges.isEmpty() ? "-" : ranges);
        }
    }
}
