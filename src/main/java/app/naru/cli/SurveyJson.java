package app.naru.cli;

import app.naru.firewall.ExcludedPorts;
import app.naru.firewall.FirewallProduct;
import app.naru.firewall.FirewallState;
import app.naru.firewall.ServiceState;
import app.naru.firewall.WindowsService;
import app.naru.forward.Address;
import app.naru.forward.Protocol;
import app.naru.forward.Sentence;
import app.naru.path.InTheWay;
import app.naru.server.LocalServer;
import app.naru.server.Program;
import app.naru.survey.Fact;
import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.Network;
import app.naru.survey.Situation;
import app.naru.survey.WindowsFacts;
import app.naru.text.Texts;
import app.naru.wsl.Distro;
import app.naru.wsl.Wsl;
import app.naru.wsl.WslInside;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.function.Function;

/**
 * A situation as JSON: {@code system}, {@code internalAddress} (null where there is none), {@code
 * network}, {@code servers}, {@code wsl} and {@code publicAddress}; on Windows {@code windows} as
 * well. From {@code network} to {@code publicAddress} they are {@code {"known": true, "value": …}}
 * or {@code {"known": false, "reason": …}}.
 */
final class SurveyJson {

    private final Texts texts;

    SurveyJson(Texts texts) {
        this.texts = texts;
    }

    ObjectNode of(Situation situation) {
        ObjectNode node = Json.object();
        node.put("system", Json.constant(situation.system()));
        node.put(
                "internalAddress",
                situation
                        .network()
                        .known()
                        .flatMap(Network::internalAddress)
                        .map(Address::text)
                        .orElse(null));
        node.set("network", fact(situation.network(), SurveyJson::network));
        node.set(
                "servers", fact(situation.servers(), servers -> Json.array(servers, this::server)));
        node.set("wsl", fact(situation.wsl(), SurveyJson::wsl));
        node.set(
                "publicAddress",
                fact(
                        situation.publicAddress(),
                        address -> TextNode.valueOf(Address.text(address))));
        if (situation.system() == Situation.OperatingSystem.WINDOWS) {
            node.set("windows", windows(situation.windows(), situation));
        }
        return node;
    }

    /**
     * Returns {@code wslInside}, {@code services}, {@code otherFirewalls}, {@code excludedPorts}
     * and {@code firewall}, each known or not.
     */
    private ObjectNode windows(WindowsFacts windows, Situation situation) {
        ObjectNode node = Json.object();
        node.set("wslInside", fact(windows.wslInside(), SurveyJson::wslInside));
        node.set("services", fact(windows.services(), SurveyJson::services));
        node.set(
                "otherFirewalls",
                fact(
                        windows.otherFirewalls(),
                        products -> Json.array(products, SurveyJson::otherFirewall)));
        node.set("excludedPorts", fact(windows.excludedPorts(), SurveyJson::excludedPorts));
        node.set("firewall", fact(windows.firewall(), state -> firewall(state, situation)));
        return node;
    }

    /**
     * Returns {@code portProxy}, the entries of Windows' own TCP proxy, and {@code blocks}, the ids
     * of the rules by which Windows blocks Naru.
     */
    private static ObjectNode firewall(FirewallState state, Situation situation) {
        ObjectNode node = Json.object();
        node.set(
                "portProxy",
                Json.array(
                        state.portProxy().entries(),
                        entry -> PortProxyCommand.node(entry, state.portProxy(), situation)));
        node.set("blocks", Json.texts(InTheWay.blockIds(state, situation)));
        return node;
    }

    /** Returns {@code running}, {@code eth0} (or null) and {@code mode} (or null). */
    private static ObjectNode wslInside(WslInside inside) {
        ObjectNode node = Json.object();
        node.set("running", Json.texts(inside.running()));
        node.put("eth0", inside.eth0().map(Address::text).orElse(null));
        node.put("mode", inside.mode().map(Json::constant).orElse(null));
        return node;
    }

    /** Returns for each service, by the name that Windows has for it, how it stands. */
    private static ObjectNode services(Map<WindowsService, ServiceState> services) {
        ObjectNode node = Json.object();
        services.forEach((service, state) -> node.put(service.systemName(), Json.constant(state)));
        return node;
    }

    /** Returns {@code name} and {@code on} (true, false or null). */
    private static ObjectNode otherFirewall(FirewallProduct product) {
        return Json.object().put("name", product.name()).put("on", product.on().orElse(null));
    }

    /** Returns {@code tcp} and {@code udp}: {@code first}, {@code last}, {@code administered}. */
    private static ObjectNode excludedPorts(ExcludedPorts ports) {
        ObjectNode node = Json.object();
        for (Protocol protocol : Protocol.values()) {
            node.set(
                    protocol.lowerCase(),
                    Json.array(
                            ports.of(protocol),
                            range ->
                                    Json.object()
                                            .put("first", range.first())
                                            .put("last", range.last())
                                            .put("administered", range.administered())));
        }
        return node;
    }

    private <T> ObjectNode fact(Fact<T> fact, Function<T, JsonNode> value) {
        ObjectNode node = Json.object();
        switch (fact) {
            case Fact.Known<T>(T known) -> {
                node.put("known", true);
                node.set("value", value.apply(known));
            }
            case Fact.Pending<T> pending -> unknown(node, Sentence.of("path.looking"));
            case Fact.Unknown<T> unknown -> unknown(node, unknown.reason());
        }
        return node;
    }

    private void unknown(ObjectNode node, Sentence reason) {
        node.put("known", false);
        node.set("reason", Json.sentence(reason, texts));
    }

    /**
     * Returns {@code interfaces}, each with {@code index}, {@code name}, {@code description},
     * {@code kind}, {@code addresses} (with the prefix), {@code profile} (or null) and {@code
     * reachesDevices}; and {@code gateways}, the preferred one first, each with {@code address},
     * {@code interfaceIndex} and {@code metric}.
     */
    private static ObjectNode network(Network network) {
        ObjectNode node = Json.object();
        node.set("interfaces", Json.array(network.interfaces(), SurveyJson::networkInterface));
        node.set("gateways", Json.array(network.gateways(), SurveyJson::gateway));
        return node;
    }

    private static ObjectNode networkInterface(NetInterface each) {
        ObjectNode node = Json.object();
        node.put("index", each.index());
        node.put("name", each.name());
        node.put("description", each.description());
        node.put("kind", Json.constant(each.kind()));
        node.set(
                "addresses",
                Json.texts(
                        each.addresses().stream()
                                .map(assigned ->
                                        Address.text(assigned.address()) + "/" + assigned.prefix())
                                .toList()));
        node.put("profile", each.profile().map(Json::constant).orElse(null));
        node.put("reachesDevices", each.reachesDevices());
        return node;
    }

    private static ObjectNode gateway(Gateway gateway) {
        return Json.object()
                .put("address", Address.text(gateway.address()))
                .put("interfaceIndex", gateway.interfaceIndex())
                .put("metric", gateway.metric());
    }

    /**
     * Returns {@code protocol}, {@code port}, {@code addresses}, {@code loopbackOnly}, {@code
     * kind}, {@code title} (the kind in words) and {@code program}: null, or {@code pid}, {@code
     * name}, {@code path} (or null) and {@code commandLine}; of a server in WSL {@code wslDistro}
     * as well, empty where it may be any distribution.
     */
    private ObjectNode server(LocalServer server) {
        ObjectNode node = Json.object();
        node.put("protocol", server.protocol().lowerCase());
        node.put("port", server.port().number());
        node.set("addresses", Json.texts(server.addresses().stream().map(Address::text).toList()));
        node.put("loopbackOnly", server.loopbackOnly());
        node.put("kind", Json.constant(server.kind()));
        node.put("title", texts.say(server.kind().title()));
        node.set("program", server.program().map(SurveyJson::program).orElse(null));
        server.distro().ifPresent(distro -> node.put("wslDistro", distro));
        return node;
    }

    private static ObjectNode program(Program program) {
        return Json.object()
                .put("pid", program.pid())
                .put("name", program.name())
                .put("path", program.path().orElse(null))
                .put("commandLine", program.commandLine());
    }

    /**
     * Returns {@code installed}, {@code storeVersion} (or null), {@code running}, {@code mode},
     * {@code natAddress} (or null) and {@code distros}: their names.
     */
    private static ObjectNode wsl(Wsl wsl) {
        ObjectNode node = Json.object();
        node.put("installed", wsl.installed());
        node.put("storeVersion", wsl.storeVersion().orElse(null));
        node.put("running", wsl.running());
        node.put("mode", Json.constant(wsl.mode()));
        node.put("natAddress", wsl.natAddress().map(Address::text).orElse(null));
        node.set("distros", Json.texts(wsl.distros().stream().map(Distro::name).toList()));
        return node;
    }
}
