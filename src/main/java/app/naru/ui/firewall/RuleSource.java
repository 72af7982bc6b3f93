package app.naru.ui.firewall;

import app.naru.firewall.Policy;
import app.naru.firewall.PolicyStore;
import app.naru.firewall.RuleFile;
import app.naru.firewall.StoreRules;
import app.naru.firewall.StoredRule;
import app.naru.forward.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules that are looked at, with what could not be read of them.
 *
 * @param own whether they are this PC's
 */
record RuleSource(Policy policy, boolean own, List<Sentence> troubles) {

    RuleSource {
        troubles = List.copyOf(troubles);
    }

    /** Returns this PC's rules of every store. */
    static RuleSource own(Policy policy) {
        List<Sentence> troubles = new ArrayList<>();
        for (PolicyStore store : PolicyStore.values()) {
            switch (policy.rules(store)) {
                case StoreRules.Unreadable unreadable ->
                        troubles.add(
                                Sentence.of(
                                        "cli.firewall.unreadable." + store.name(),
                                        unreadable.reason()));
                case StoreRules.Read read when !read.malformed().isEmpty() ->
                        troubles.add(Sentence.of("rules.malformed", read.malformed().size()));
                case StoreRules.Read read -> {
                    // All of them are on show.
                }
            }
        }
        return new RuleSource(policy, true, troubles);
    }

    /** Returns a file's rules, as if a PC had these and Windows' own settings. */
    static RuleSource of(RuleFile file) {
        List<StoredRule> rules =
                file.entries().stream()
                        .map(each -> new StoredRule(PolicyStore.LOCAL, each.id(), each.rule()))
                        .toList();
        return new RuleSource(
                Policy.of(rules),
                false,
                file.refused().stream().map(RuleFile.Refused::sentence).toList());
    }
}
