package app.naru.firewall;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Locale;

/** Whether the other end is among those that a rule is about. */
final class RemoteMatcher {

    private final Question question;

    RemoteMatcher(Question question) {
        this.question = question;
    }

    Match match(FirewallRule rule) {
        if (rule.remoteAddresses().isEmpty()) {
            return Match.YES;
        }
        if (question.remote().isEmpty()) {
            return RuleMatcher.part(rule);
        }
        InetAddress remote = question.remote().get();
        Match best = Match.NO;
        for (AddressMatch each : rule.remoteAddresses()) {
            Match match =
                    switch (each) {
                        case AddressMatch.Span span -> Match.of(span.contains(remote));
                        case AddressMatch.Subnet subnet -> Match.of(subnet.cidr().contains(remote));
                        case AddressMatch.Keyword keyword -> keyword(keyword, remote, rule);
                    };
            best = match.compareTo(best) > 0 ? match : best;
        }
        return best;
    }

    private Match keyword(AddressMatch.Keyword keyword, InetAddress remote, FirewallRule rule) {
        if (keyword.v6() == (remote instanceof Inet4Address)) {
            return Match.NO;
        }
        return switch (keyword.word().toLowerCase(Locale.ROOT)) {
            case "localsubnet" -> localSubnet(remote, rule);
            // A server of this network's, and which it is is not known: hardly just this one.
            case "dns", "dhcp", "wins", "defaultgateway", "captiveportal", "ply2renders" ->
                    Match.UNLIKELY;
            default -> RuleMatcher.part(rule);
        };
    }

    private Match localSubnet(InetAddress remote, FirewallRule rule) {
        if (remote.isLinkLocalAddress()) {
            return Match.YES;
        }
        return question.subnets().isEmpty()
                ? RuleMatcher.part(rule)
                : Match.of(question.subnets().stream().anyMatch(net -> net.contains(remote)));
    }
}
