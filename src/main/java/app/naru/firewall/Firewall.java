package app.naru.firewall;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Windows Defender Firewall on this PC: makes, changes and removes Naru's own rules, and believes
 * only the registry.
 */
public final class Firewall {

    private final RulesByName rules;

    public Firewall(FirewallRegistry registry) {
        this.rules = new RulesByName(registry);
    }

    /**
     * Whether the rule is there as wanted.
     *
     * @throws IOException if the registry can't be read
     */
    public boolean has(RuleSpec rule) throws IOException {
        return state(rule) == RuleState.PRESENT;
    }

    /**
     * Returns how the rule stands: by what it does, whatever its text.
     *
     * @throws IOException if the registry can't be read
     */
    public RuleState state(RuleSpec rule) throws IOException {
        return rules.of(rule.name()).state(rule);
    }

    /**
     * Returns the only rule of that name, where Naru could make the same again.
     *
     * @throws IOException if the registry can't be read
     */
    public Optional<RuleSpec> find(RuleName name) throws IOException {
        NamedRules there = rules.of(name);
        return there.rules().size() == 1 && there.foreign().isEmpty()
                ? RuleSpec.of(there.rules().values().iterator().next())
                : Optional.empty();
    }

    /**
     * Makes the rule as wanted, unless it is so: turns one on or off that is, and replaces one of
     * its name that does something else.
     */
    public ElevatedTask making(RuleSpec rule) {
        return new RuleTask(rules, rule, RuleState.PRESENT);
    }

    /** Removes the rule and every other of its name, unless they are gone. */
    public ElevatedTask removing(RuleSpec rule) {
        return new RuleTask(rules, rule, RuleState.ABSENT);
    }

    /** Removes every rule of that name, whatever it does, unless they are gone. */
    public ElevatedTask removing(RuleName name) {
        return removing(RuleSpec.named(name));
    }

    /** Turns every rule of that name on or off, unless it is so. */
    public ElevatedTask switching(RuleName name, boolean on) {
        return new SwitchTask(rules, name, on);
    }

    /**
     * Returns the commands that {@link #removing} would run: none where no rule has the name, or
     * where one of them would meet a rule that is not Naru's.
     *
     * @throws IOException if the registry can't be read
     */
    public List<NetshCommand> removal(RuleName name) throws IOException {
        ElevatedTask task = removing(name);
        return task.refusal().isPresent() ? List.of() : task.commands();
    }
}
