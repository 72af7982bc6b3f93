package app.naru.firewall;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The rules of a name of Naru's own are to be turned on, or off. */
record SwitchTask(RulesByName rules, RuleName name, boolean on) implements ElevatedTask {

    @Override
    public boolean done() throws IOException {
        return rules.of(name).rules().values().stream().allMatch(rule -> rule.active() == on);
    }

    @Override
    public Optional<RuleOutcome> refusal() throws IOException {
        NamedRules there = rules.of(name);
        return there.rules().isEmpty()
                ? Optional.of(new RuleOutcome.NoSuchRule())
                : there.foreign().map(RuleOutcome.NotOurs::new);
    }

    @Override
    public List<NetshCommand> commands() throws IOException {
        return rules.of(name).rules().values().stream()
                .filter(rule -> rule.active() != on)
                .map(rule -> NetshCommand.enable(name, rule, on))
                .distinct()
                .toList();
    }

    @Override
    public List<Cmdlet> statements() throws IOException {
        return List.of(Cmdlet.enable(rules.of(name).ids(), on));
    }
}
