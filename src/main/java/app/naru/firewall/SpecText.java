package app.naru.firewall;

import app.naru.forward.Cidr;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/** Writes a wanted rule as the registry will hold it (MS-GPFAS 2.2.2.19). */
final class SpecText {

    private final StringBuilder text = new StringBuilder("v2.10|");

    private SpecText() {}

    static String of(RuleSpec spec) {
        SpecText text = new SpecText();
        text.add("Action", spec.action() == Action.ALLOW ? "Allow" : "Block");
        text.add("Active", spec.enabled() ? "TRUE" : "FALSE");
        text.add("Dir", spec.direction() == Direction.IN ? "In" : "Out");
        if (spec.protocol() != RuleProtocol.ANY) {
            text.add("Protocol", Integer.toString(spec.protocol().number()));
        }
        if (spec.profiles().size() < NetworkProfile.values().length) {
            spec.profiles().forEach(profile -> text.add("Profile", word(profile)));
        }
        text.addPorts("LPort", spec.ports());
        text.addPorts("RPort", spec.remotePorts());
        RuleDetails details = spec.details();
        String icmp = spec.protocol() == RuleProtocol.ICMPV6 ? "ICMP6" : "ICMP4";
        details.icmp().ifPresent(type -> text.add(icmp, type.toString()));
        details.local().ifPresent(text::addLocal);
        text.addRemote(spec.remote());
        details.interfaceType().ifPresent(type -> text.add("IFType", type.text()));
        spec.program().ifPresent(program -> text.add("App", program.text()));
        details.service().ifPresent(service -> text.add("Svc", service.text()));
        text.add("Name", spec.name().text());
        if (!spec.description().isEmpty()) {
            text.add("Desc", spec.description());
        }
        details.edge().ifPresent(text::addEdge);
        return text.text.toString();
    }

    private void add(String key, String value) {
        text.append(key).append('=').append(value).append('|');
    }

    private static String word(NetworkProfile profile) {
        return switch (profile) {
            case DOMAIN -> "Domain";
            case PRIVATE -> "Private";
            case PUBLIC -> "Public";
        };
    }

    private void addPorts(String key, PortList ports) {
        for (PortRange range : ports.ranges()) {
            add(range.size() == 1 ? key : key + "2_10", range.toString());
        }
    }

    private void addLocal(LocalAddresses local) {
        for (AddressMatch each : local.list()) {
            add(each.isV6() ? "LA6" : "LA4", each.toString());
        }
    }

    private void addEdge(EdgeTraversal edge) {
        if (edge != EdgeTraversal.DEFER_TO_USER) {
            add("Edge", "TRUE");
        }
        if (edge != EdgeTraversal.ALLOW) {
            add("Defer", edge == EdgeTraversal.DEFER_TO_USER ? "User" : "App");
        }
    }

    private void addRemote(Remote remote) {
        switch (remote) {
            case Remote.Anyone anyone -> {
                // Any other end: the rule does not name one.
            }
            case Remote.LocalSubnet subnet -> {
                add("RA4", "LocalSubnet");
                add("RA6", "LocalSubnet");
            }
            case Remote.Addresses(List<Cidr> list) ->
                    list.forEach(each -> add(key(each.network()), each.toString()));
            case Remote.Range range -> add(key(range.first()), range.toString());
        }
    }

    private static String key(InetAddress address) {
        return address instanceof Inet6Address ? "RA6" : "RA4";
    }
}
