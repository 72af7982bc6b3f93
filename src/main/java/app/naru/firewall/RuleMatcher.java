package app.naru.firewall;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether rules are about what is asked (MS-FASP 2.2.37). */
final class RuleMatcher {

    private final Question question;

    RuleMatcher(Question question) {
        this.question = question;
    }

    Match match(FirewallRule rule) {
        if (!rule.active()
                || rule.direction() != question.direction()
                || !rule.profiles().contains(question.profile())) {
            return Match.NO;
        }
        Match match = protocol(rule);
        if (match != Match.NO) {
            match = match.and(ports(rule)).and(program(rule));
        }
        if (match != Match.NO) {
            match =
                    match.and(icmp(rule))
                            .and(localAddresses(rule))
                            .and(new RemoteMatcher(question).match(rule))
                            .and(interfaces(rule))
                            .and(ConditionMatcher.match(rule));
        }
        return rule.action() == Action.BYPASS ? match.and(Match.UNLIKELY) : match;
    }

    /**
     * What a rule about part of what is asked counts for. If it allows, what is meant probably is
     * in that part; if it blocks, most of it is not.
     */
    static Match part(FirewallRule rule) {
        return rule.action() == Action.BLOCK ? Match.UNLIKELY : Match.LIKELY;
    }

    private Match protocol(FirewallRule rule) {
        return Match.of(
                rule.protocol() == FirewallRule.ANY_PROTOCOL
                        || rule.protocol() == question.protocol().number());
    }

    private Match ports(FirewallRule rule) {
        if (rule.localPorts().isEmpty() && rule.remotePorts().isEmpty()) {
            return Match.YES;
        }
        if (question.port().isEmpty()) {
            return Match.NO;
        }
        boolean in = question.direction() == Direction.IN;
        List<PortMatch> near = in ? rule.localPorts() : rule.remotePorts();
        List<PortMatch> far = in ? rule.remotePorts() : rule.localPorts();
        Match match = near.isEmpty() ? Match.YES : port(near, question.port().get().number());
        if (rule.protocol() == FirewallRule.ANY_PROTOCOL) {
            // Ports need a protocol (MS-GPFAS 2.2.2.19): Windows does not take such a rule.
            return match.and(Match.UNLIKELY);
        }
        // The side that opens the connection picks a port of its own, hardly one of those.
        return far.isEmpty() || everyPort(far) ? match : match.and(Match.UNLIKELY);
    }

    private static boolean everyPort(List<PortMatch> ports) {
        return ports.stream()
                .anyMatch(port ->
                        port instanceof PortMatch.Span span
                                && span.first() <= 1
                                && span.last() == 65_535);
    }

    private static Match port(List<PortMatch> ports, int port) {
        Match best = Match.NO;
        for (PortMatch each : ports) {
            Match match =
                    switch (each) {
                        case PortMatch.Span span -> Match.of(span.contains(port));
                        case PortMatch.Keyword keyword -> keyword(keyword.word(), port);
                    };
            best = match.compareTo(best) > 0 ? match : best;
        }
        return best;
    }

    private static Match keyword(String word, int port) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "RPC-EPMAP" -> Match.of(port == 135);
            case "MDNS" -> Match.of(port == 5353);
            case "IPHTTPSIN", "IPTLSIN", "IPHTTPSOUT", "IPTLSOUT" -> Match.of(port == 443);
            case "DHCP" -> Match.of(port == 67 || port == 68 || port == 546 || port == 547);
            default -> Match.UNLIKELY;
        };
    }

    private Match program(FirewallRule rule) {
        Optional<String> running = question.program();
        String app = rule.program();
        Match match = Match.YES;
        if (!app.isEmpty()) {
            match = running.isEmpty() ? Match.NO : ProgramMatch.of(app, running.get());
        }
        if (!rule.service().isEmpty()) {
            // Which service it is can't be told from the program.
            match = match.and(app.isEmpty() ? Match.UNLIKELY : Match.LIKELY);
        }
        return match.and(packaged(rule));
    }

    /** A rule for a Store app is about no other program; those live in a folder of their own. */
    private Match packaged(FirewallRule rule) {
        String path = question.program().orElse("").toLowerCase(Locale.ROOT);
        boolean fromStore = path.contains("\\windowsapps\\");
        Match match = Match.YES;
        Optional<String> family = rule.text().value(RuleKey.PFN);
        if (family.isPresent()) {
            String name = family.get().toLowerCase(Locale.ROOT).replaceFirst("_[^_]*$", "_");
            match = fromStore && path.contains("\\" + name) ? Match.LIKELY : Match.NO;
        }
        if (rule.text().hasAny(RuleKey.APPPKGID)) {
            match = match.and(fromStore ? Match.UNLIKELY : Match.NO);
        }
        return match;
    }

    private static Match icmp(FirewallRule rule) {
        return rule.icmp().isEmpty() ? Match.YES : part(rule);
    }

    private Match localAddresses(FirewallRule rule) {
        if (rule.localAddresses().isEmpty()) {
            return Match.YES;
        }
        Optional<InetAddress> local = question.local();
        if (local.isEmpty()) {
            return part(rule);
        }
        Match best = Match.NO;
        for (AddressMatch each : rule.localAddresses()) {
            Match match =
                    switch (each) {
                        case AddressMatch.Span span -> Match.of(span.contains(local.get()));
                        case AddressMatch.Subnet subnet ->
                                Match.of(subnet.cidr().contains(local.get()));
                        case AddressMatch.Keyword keyword -> Match.UNLIKELY;
                    };
            best = match.compareTo(best) > 0 ? match : best;
        }
        return best;
    }

    private Match interfaces(FirewallRule rule) {
        return named(rule, RuleKey.IF, question.interfaceId())
                .and(
                        named(
                                rule,
                                RuleKey.IFTYPE,
                                question.interfaceType().map(InterfaceType::text)));
    }

    private static Match named(FirewallRule rule, RuleKey key, Optional<String> actual) {
        List<String> wanted = rule.text().values(key);
        if (wanted.isEmpty()) {
            return Match.YES;
        }
        return actual.map(text -> Match.of(wanted.stream().anyMatch(text::equalsIgnoreCase)))
                .orElseGet(() -> part(rule));
    }
}
