package app.naru.ui.firewall;

import app.naru.firewall.FirewallRule;
import app.naru.firewall.PolicyStore;
import app.naru.firewall.PortMatch;
import app.naru.firewall.RuleLabels;
import app.naru.firewall.RuleName;
import app.naru.firewall.RuleWords;
import app.naru.firewall.StoredRule;
import app.naru.text.Texts;
import java.util.List;
import java.util.Locale;

/**
 * A rule as the list shows it. Made in the background, once a rule: cells only show it.
 *
 * @param name in the words of Windows; never empty
 * @param description in the words of Windows
 * @param group in the words of Windows
 * @param words what the rule does, in the window's language
 * @param findable what a search looks through, in lower case; the name first
 * @param program its path and the service's name, in lower case
 * @param firstPort the least port that it names; behind all others where it names none
 * @param ours whether it bears Naru's mark and is this PC's own
 */
record RuleRow(
        StoredRule stored,
        String name,
        String description,
        String group,
        String words,
        String findable,
        String program,
        int firstPort,
        boolean ours) {

    /**
     * @param labels what rules are called
     * @param own whether the rules are this PC's, not a file's
     */
    private static RuleRow of(StoredRule stored, Texts texts, RuleLabels labels, boolean own) {
        FirewallRule rule = stored.rule();
        String name = labels.name(stored);
        String description = labels.text(rule.description());
        String group = labels.text(rule.group());
        String words = texts.say(RuleWords.of(rule));
        String findable =
                String.join(
                                "\n",
                                name,
                                words,
                                description,
                                group,
                                rule.name(),
                                rule.program(),
                                rule.service())
                        .toLowerCase(Locale.ROOT);
        boolean ours =
                own && stored.store() == PolicyStore.LOCAL && RuleName.bearsMark(rule.name());
        String program = (rule.program() + "\n" + rule.service()).toLowerCase(Locale.ROOT);
        return new RuleRow(
                stored, name, description, group, words, findable, program, firstPort(rule), ours);
    }

    static List<RuleRow> all(List<StoredRule> rules, Texts texts, RuleLabels labels, boolean own) {
        return rules.stream().map(each -> of(each, texts, labels, own)).toList();
    }

    FirewallRule rule() {
        return stored.rule();
    }

    /** Whether the rule names the port, on either side. */
    boolean namesPort(int port) {
        return names(rule().localPorts(), port) || names(rule().remotePorts(), port);
    }

    private static boolean names(List<PortMatch> ports, int port) {
        return ports.stream()
                .anyMatch(each -> each instanceof PortMatch.Span span && span.contains(port));
    }

    private static int firstPort(FirewallRule rule) {
        List<PortMatch> ports =
                rule.localPorts().isEmpty() ? rule.remotePorts() : rule.localPorts();
        return ports.stream()
                .mapToInt(each -> each instanceof PortMatch.Span span ? span.first() : 70_000)
                .min()
                .orElse(80_000);
    }
}
