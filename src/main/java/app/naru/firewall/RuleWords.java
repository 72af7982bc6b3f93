package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import app.naru.forward.Sentence;
import java.util.Collection;
import java.util.List;

/** Puts rules into words. */
public final class RuleWords {

    private RuleWords() {}

    /**
     * Returns what the rule does, as a sentence: who reaches what by which traffic, in which
     * networks, and on which further conditions. Programs are named by their files' names.
     */
    public static Sentence of(FirewallRule rule) {
        return new RuleSentence(rule, false).whole();
    }

    /** Returns the same with programs' whole paths. */
    public static Sentence inFull(FirewallRule rule) {
        return new RuleSentence(rule, true).whole();
    }

    /** Returns what the rule will do, as {@link #inFull(FirewallRule)}. */
    public static Sentence of(RuleSpec rule) {
        return inFull(rule.rule());
    }

    /** Returns the kinds of network: the only one, two of them, or every one. */
    public static Sentence networks(Collection<NetworkProfile> profiles) {
        List<Sentence> names =
                profiles.stream()
                        .map(each -> Sentence.of("firewall.words.networks." + each.lowerCase()))
                        .toList();
        return switch (names.size()) {
            case 1 -> names.getFirst();
            case 2 -> Sentence.of("firewall.words.networks.two", names.get(0), names.get(1));
            default -> Sentence.of("firewall.words.networks.any");
        };
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
}
