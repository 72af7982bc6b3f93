package app.naru.ui.firewall;

import app.naru.firewall.Action;
import app.naru.firewall.Direction;
import app.naru.firewall.PolicyStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which rules are on show: those that fit all of it. What is empty does not matter.
 *
 * @param words each of which is somewhere in the rule
 * @param program a part of the program's path or the service's name
 * @param port a port that the rule names
 */
record RuleFilter(
        List<String> words,
        String program,
        Optional<Integer> port,
        Optional<Direction> direction,
        Optional<Action> action,
        Optional<Boolean> enabled,
        Optional<PolicyStore> store,
        boolean oursOnly)
        implements Predicate<RuleRow> {

    static final RuleFilter ALL =
            new RuleFilter(
                    List.of(),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false);

    RuleFilter {
        words =
                words.stream()
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList();
        program = program.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean test(RuleRow row) {
        return (!oursOnly || row.ours())
                && direction.map(wanted -> row.rule().direction() == wanted).orElse(true)
                && action.map(wanted -> row.rule().action() == wanted).orElse(true)
                && enabled.map(wanted -> row.rule().active() == wanted).orElse(true)
                && store.map(wanted -> row.stored().store() == wanted).orElse(true)
                && port.map(row::namesPort).orElse(true)
                && row.program().contains(program)
                && words.stream().allMatch(row.findable()::contains);
    }
}
