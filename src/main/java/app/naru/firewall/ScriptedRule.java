package app.naru.firewall;

import app.naru.forward.InvalidInput;
import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A rule of anyone's on its way into a script. Whatever a script's language has no word for is
 * noted: a rule that leaves out one of its conditions would do more than the rule does.
 */
abstract class ScriptedRule {

    /** What every language can say, and what no traffic depends on. */
    private static final Set<RuleKey> PLAIN =
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
                    RuleKey.ICMP4,
                    RuleKey.ICMP6,
                    RuleKey.LA4,
                    RuleKey.LA6,
                    RuleKey.RA4,
                    RuleKey.RA6,
                    RuleKey.RA42,
                    RuleKey.RA62,
                    RuleKey.IFTYPE,
                    RuleKey.APP,
                    RuleKey.SVC,
                    RuleKey.NAME,
                    RuleKey.DESC,
                    RuleKey.EMBEDCTXT,
                    RuleKey.EDGE,
                    RuleKey.DEFER,
                    RuleKey.SKIPVER);

    private final FirewallRule rule;
    private final List<String> unsaid = new ArrayList<>();

    ScriptedRule(FirewallRule rule) {
        this.rule = rule;
    }

    /** Either the statement that makes the rule, or why there is none. */
    sealed interface Result {
        record Statement(String text) implements Result {}

        record LeftOut(Sentence why) implements Result {}
    }

    final Result write() {
        for (RuleText.Field field : rule.text().fields()) {
            boolean said =
                    field.known().filter(key -> PLAIN.contains(key) || says(key)).isPresent();
            if (!said) {
                unsaid.add(field.key());
            }
        }
        if (rule.name().isEmpty()) {
            unsaid.add(RuleKey.NAME.text() + "=");
        }
        if (rule.action() == Action.BYPASS) {
            unsaid.add("Action=Bypass");
        }
        boolean ports = !rule.localPorts().isEmpty() || !rule.remotePorts().isEmpty();
        if (ports && rule.protocol() != FirewallRule.TCP && rule.protocol() != FirewallRule.UDP) {
            unsaid.add(RuleKey.LPORT.text());
        }
        String statement = statement();
        if (!unsaid.isEmpty()) {
            return new Result.LeftOut(
                    Sentence.of(
                            "firewall.script.unsaid",
                            language(),
                            String.join(", ", unsaid.stream().distinct().toList())));
        }
        return statement.length() > longest()
                ? new Result.LeftOut(Sentence.of("firewall.script.long", longest()))
                : new Result.Statement(statement);
    }

    /** Whether the language has a word for a key that not every one has. */
    abstract boolean says(RuleKey key);

    abstract String statement();

    abstract String language();

    /** Returns how many characters a statement may have. */
    abstract int longest();

    /** Returns the language's word for ports that Windows knows by a word. */
    abstract Optional<String> portWord(String word, boolean local);

    /** Returns the language's word for addresses that Windows knows by a word, in capitals. */
    abstract Optional<String> addressWord(String word);

    final FirewallRule rule() {
        return rule;
    }

    /** Notes that the language has no word for it. */
    final void unsaid(String what) {
        unsaid.add(what);
    }

    final boolean everyNetwork() {
        return rule.profiles().size() == NetworkProfile.values().length;
    }

    /** Returns the only kind of interface; no language has a word for several. */
    final Optional<InterfaceType> interfaceType() {
        List<String> types = rule.text().values(RuleKey.IFTYPE);
        if (types.size() > 1) {
            unsaid(RuleKey.IFTYPE.text());
        }
        try {
            return types.stream().findFirst().map(InterfaceType::decode);
        } catch (InvalidInput unknown) {
            unsaid(RuleKey.IFTYPE.text() + "=" + types.getFirst());
            return Optional.empty();
        }
    }

    final Optional<EdgeTraversal> edge() {
        return EdgeTraversal.of(rule);
    }

    final List<String> ports(boolean local) {
        List<String> ports = new ArrayList<>();
        for (PortMatch each : local ? rule.localPorts() : rule.remotePorts()) {
            switch (each) {
                case PortMatch.Span span -> ports.add(span.toString());
                case PortMatch.Keyword(String word) ->
                        portWord(word, local)
                                .ifPresentOrElse(ports::add, () -> unsaid("Port=" + word));
            }
        }
        return ports;
    }

    /** Returns the addresses; a word stands for those of IPv4 and of IPv6. */
    final List<String> addresses(boolean local) {
        List<AddressMatch> all = local ? rule.localAddresses() : rule.remoteAddresses();
        Set<String> texts = new LinkedHashSet<>();
        for (AddressMatch each : all) {
            switch (each) {
                case AddressMatch.Span span -> texts.add(span.toString());
                case AddressMatch.Subnet subnet -> {
                    texts.add(subnet.toString());
                    if (subnet.cidr().prefix() == 0) {
                        unsaid(subnet.toString());
                    }
                }
                case AddressMatch.Keyword keyword ->
                        word(keyword, all, local)
                                .ifPresentOrElse(texts::add, () -> unsaid(keyword.word()));
            }
        }
        return List.copyOf(texts);
    }

    private Optional<String> word(
            AddressMatch.Keyword keyword, List<AddressMatch> all, boolean local) {
        boolean both =
                all.stream()
                        .anyMatch(other ->
                                other instanceof AddressMatch.Keyword twin
                                        && twin.word().equalsIgnoreCase(keyword.word())
                                        && twin.v6() != keyword.v6());
        return both && !local
                ? addressWord(keyword.word().toUpperCase(Locale.ROOT))
                : Optional.empty();
    }
}
