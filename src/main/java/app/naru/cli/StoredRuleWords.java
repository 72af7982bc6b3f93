package app.naru.cli;

import app.naru.firewall.Action;
import app.naru.firewall.FirewallRule;
import app.naru.firewall.RuleKey;
import app.naru.firewall.StoredRule;
import app.naru.forward.Sentence;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts a rule of the firewall's into one line. */
final class StoredRuleWords {

    /** What the line says, and what says nothing of the traffic; every other key narrows it. */
    private static final Set<RuleKey> SAID =
            EnumSet.of(
                    RuleKey.ACTION,
                    RuleKey.ACTIVE,
                    RuleKey.DIR,
                    RuleKey.PROTOCOL,
                    RuleKey.PROFILE,
                    RuleKey.LPORT,
                    RuleKey.LPORT2_10,
                    RuleKey.LPORT2_20,
                    RuleKey.LPORT2_24,
                    RuleKey.LPORT2_25,
                    RuleKey.LPORT2_29,
                    RuleKey.RPORT,
                    RuleKey.RPORT2_10,
                    RuleKey.RPORT2_28,
                    RuleKey.RA4,
                    RuleKey.RA6,
                    RuleKey.RA42,
                    RuleKey.RA62,
                    RuleKey.APP,
                    RuleKey.NAME,
                    RuleKey.DESC,
                    RuleKey.EMBEDCTXT,
                    RuleKey.EDGE,
                    RuleKey.DEFER);

    private StoredRuleWords() {}

    /** Returns the rule's name, what it does, and whether there is more to it than that. */
    static Sentence of(StoredRule stored) {
        FirewallRule rule = stored.rule();
        String name = rule.name().isEmpty() ? stored.id() : rule.name();
        Sentence what =
                Sentence.of(
                        "firewall.words."
                                + (rule.action() == Action.BLOCK ? "block." : "allow.")
                                + rule.direction().lowerCase()
                                + (rule.active() ? "" : ".disabled"),
                        traffic(rule),
                        remote(rule),
                        program(rule),
                        networks(rule));
        return Sentence.of(
                isNarrower(rule) ? "cli.firewall.row.narrower" : "cli.firewall.row", name, what);
    }

    private static boolean isNarrower(FirewallRule rule) {
        return rule.action() == Action.BYPASS
                || !rule.text().fields().stream()
                        .allMatch(field -> field.known().filter(SAID::contains).isPresent());
    }

    private static Sentence traffic(FirewallRule rule) {
        return switch (rule.protocol()) {
            case FirewallRule.ANY_PROTOCOL -> Sentence.of("firewall.words.traffic.any");
            case FirewallRule.ICMP -> Sentence.of("firewall.words.traffic.icmp", "ICMPv4");
            case FirewallRule.ICMPV6 -> Sentence.of("firewall.words.traffic.icmp", "ICMPv6");
            case FirewallRule.TCP -> transport(rule, "TCP");
            case FirewallRule.UDP -> transport(rule, "UDP");
            default -> Sentence.of("cli.firewall.protocol", rule.protocol());
        };
    }

    private static Sentence transport(FirewallRule rule, String protocol) {
        String local = joined(rule.localPorts());
        String remote = joined(rule.remotePorts());
        if (local.isEmpty() && remote.isEmpty()) {
            return Sentence.of("firewall.words.traffic.whole", protocol);
        }
        if (remote.isEmpty()) {
            return Sentence.of("firewall.words.traffic.ports", protocol, local);
        }
        return local.isEmpty()
                ? Sentence.of("firewall.words.traffic.remotePorts", protocol, remote)
                : Sentence.of("firewall.words.traffic.bothPorts", protocol, local, remote);
    }

    private static Sentence remote(FirewallRule rule) {
        String addresses = joined(rule.remoteAddresses());
        return switch (addresses.toLowerCase(Locale.ROOT)) {
            case "" -> Sentence.of("firewall.words.remote.any");
            case "localsubnet" -> Sentence.of("firewall.words.remote.lan");
            default -> Sentence.of("firewall.words.remote.these", addresses);
        };
    }

    private static Sentence program(FirewallRule rule) {
        return rule.program().isEmpty()
                ? Sentence.of("firewall.words.program.any")
                : Sentence.of("firewall.words.program", rule.program());
    }

    /** Returns the kinds of network, the only one or two of them, or every one. */
    private static Sentence networks(FirewallRule rule) {
        List<Sentence> names =
                rule.profiles().stream()
                        .map(profile ->
                                Sentence.of("firewall.words.networks." + profile.lowerCase()))
                        .toList();
        return switch (names.size()) {
            case 1 -> names.getFirst();
            case 2 -> Sentence.of("firewall.words.networks.two", names.get(0), names.get(1));
            default -> Sentence.of("firewall.words.networks.any");
        };
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).distinct().collect(Collectors.joining(","));
    }
}
