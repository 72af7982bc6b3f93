package app.naru.firewall;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule of Naru's own is to be there as specified, or none of its name.
 *
 * @param wanted {@link RuleState#PRESENT} or {@link RuleState#ABSENT}
 */
record RuleTask(RulesByName rules, RuleSpec spec, RuleState wanted) implements ElevatedTask {

    @Override
    public boolean done() throws IOException {
        return there().state(spec) == wanted;
    }

    private NamedRules there() throws IOException {
        return rules.of(spec.name());
    }

    @Override
    public Optional<RuleOutcome> refusal() throws IOException {
        return there().foreign().map(RuleOutcome.NotOurs::new);
    }

    @Override
    public List<NetshCommand> commands() throws IOException {
        NamedRules there = there();
        if (wanted == RuleState.ABSENT) {
            return there.deletions(spec);
        }
        if (there.state(spec) == RuleState.SWITCHED) {
            return List.of(spec.enabled() ? NetshCommand.enable(spec) : NetshCommand.disable(spec));
        }
        List<NetshCommand> commands = new ArrayList<>(there.deletions(spec));
        commands.add(NetshCommand.add(spec));
        return commands;
    }

    @Override
    public List<Cmdlet> statements() throws IOException {
        NamedRules there = there();
        if (wanted == RuleState.ABSENT) {
            return List.of(Cmdlet.remove(there.ids()));
        }
        return switch (there.state(spec)) {
            case ABSENT -> List.of(Cmdlet.newRule(spec));
            case SWITCHED -> List.of(Cmdlet.enable(there.ids(), spec.enabled()));
            case DIFFERENT -> List.of(Cmdlet.remove(there.ids()), Cmdlet.newRule(spec));
            case PRESENT -> List.of();
        };
    }
}
