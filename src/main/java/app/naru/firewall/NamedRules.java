package app.naru.firewall;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The local rules that netsh would take a name for. It does not mind the case of letters, so a rule
 * of someone else's can be among them.
 *
 * @param rules by their ids
 */
record NamedRules(RuleName name, Map<String, FirewallRule> rules) {

    NamedRules {
        rules = new LinkedHashMap<>(rules);
    }

    Collection<String> ids() {
        return rules.keySet();
    }

    /** Returns the name of one that is not Naru's. */
    Optional<String> foreign() {
        return rules.values().stream()
                .map(FirewallRule::name)
                .filter(found -> !found.equals(name.text()))
                .findFirst();
    }

    /** Returns how they compare with what is wanted. */
    RuleState state(RuleSpec wanted) {
        if (rules.isEmpty()) {
            return RuleState.ABSENT;
        }
        Set<Likeness> likenesses = EnumSet.noneOf(Likeness.class);
        for (FirewallRule each : rules.values()) {
            likenesses.add(Likeness.of(wanted, each));
        }
        if (likenesses.size() > 1) {
            return RuleState.DIFFERENT;
        }
        return switch (likenesses.iterator().next()) {
            case SAME -> RuleState.PRESENT;
            case SWITCHED -> RuleState.SWITCHED;
            case DIFFERENT -> RuleState.DIFFERENT;
        };
    }

    /**
     * Returns what removes them, however they are; each command once. One that matches more comes
     * after those that match less, or it would leave them nothing to delete and make them fail.
     */
    List<NetshCommand> deletions(RuleSpec wanted) {
        Set<NetshCommand> commands = new LinkedHashSet<>();
        for (FirewallRule each : rules.values()) {
            commands.add(
                    Likeness.of(wanted, each) == Likeness.DIFFERENT
                            ? NetshCommand.delete(name, each)
                            : NetshCommand.delete(wanted));
        }
        return commands.stream()
                .sorted(
                        Comparator.comparingInt(
                                        (NetshCommand command) -> command.arguments().size())
                                .reversed())
                .toList();
    }
}
