package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Puts rules into words. */
public final class RuleWords {

    private RuleWords() {}

    /** Returns what the rule does, as a sentence: action, traffic, other end, program, networks. */
    public static Sentence of(RuleSpec rule) {
        return Sentence.of(
                "firewall.words."
                        + rule.action().lowerCase()
                        + "."
                        + rule.direction().lowerCase()
                        + (rule.enabled() ? "" : ".disabled"),
                traffic(rule),
                remote(rule.remote()),
                rule.program()
                        .map(program -> Sentence.of("firewall.words.program", program))
                        .orElseGet(() -> Sentence.of("firewall.words.program.any")),
                networks(rule));
    }

    /** Returns what the rule does, as a sentence. */
    public static Sentence of(HyperVRule rule) {
        return Sentence.of("firewall.words.hyperv", rule.protocol().name(), rule.ports());
    }

    /** Returns what the rule is called, for the sentence of a {@link RuleOutcome}. */
    public static Sentence named(RuleName rule) {
        return Sentence.of("firewall.thing.rule", rule);
    }

    /** Returns what the rule is called, for the sentence of a {@link RuleOutcome}. */
    public static Sentence named(HyperVRule rule) {
        return Sentence.of("firewall.thing.hyperv", rule.name());
    }

    /** Returns what the entry is called, for the sentence of a {@link RuleOutcome}. */
    public static Sentence named(PortProxyEntry entry) {
        return Sentence.of("firewall.thing.portproxy", entry.from(), entry.to());
    }

    /** Returns what a program's blocks are called, for the sentence of a {@link RuleOutcome}. */
    public static Sentence blocksOf(String program) {
        return Sentence.of("firewall.thing.blocks", program);
    }

    private static Sentence traffic(RuleSpec rule) {
        return switch (rule.protocol()) {
            case ANY -> Sentence.of("firewall.words.traffic.any");
            case ICMPV4, ICMPV6 ->
                    Sentence.of(
                            "firewall.words.traffic.icmp",
                            rule.protocol() == RuleProtocol.ICMPV4 ? "ICMPv4" : "ICMPv6");
            case TCP, UDP -> transport(rule);
        };
    }

    private static Sentence transport(RuleSpec rule) {
        String protocol = rule.protocol().name();
        if (rule.ports().isAny() && rule.remotePorts().isAny()) {
            return Sentence.of("firewall.words.traffic.whole", protocol);
        }
        if (rule.remotePorts().isAny()) {
            return Sentence.of("firewall.words.traffic.ports", protocol, rule.ports());
        }
        return rule.ports().isAny()
                ? Sentence.of("firewall.words.traffic.remotePorts", protocol, rule.remotePorts())
                : Sentence.of(
                        "firewall.words.traffic.bothPorts",
                        protocol,
                        rule.ports(),
                        rule.remotePorts());
    }

    private static Sentence remote(Remote remote) {
        return switch (remote) {
            case Remote.Anyone anyone -> Sentence.of("firewall.words.remote.any");
            case Remote.LocalSubnet subnet -> Sentence.of("firewall.words.remote.lan");
            case Remote.Addresses addresses ->
                    Sentence.of("firewall.words.remote.these", addresses);
            case Remote.Range range -> Sentence.of("firewall.words.remote.these", range);
        };
    }

    private static Sentence networks(RuleSpec rule) {
        if (rule.profiles().size() == NetworkProfile.values().length) {
            return Sentence.of("firewall.words.networks.any");
        }
        List<Sentence> names = new ArrayList<>();
        for (NetworkProfile profile : rule.profiles()) {
            names.add(Sentence.of("firewall.words.networks." + profile.lowerCase()));
        }
        return names.size() == 1
                ? names.getFirst()
                : Sentence.of("firewall.words.networks.two", names.get(0), names.get(1));
    }
}
