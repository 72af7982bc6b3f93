package app.naru.firewall;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Changes to several rules, with as few prompts as can be. */
final class RuleBatch {

    /** PowerShell takes seconds to start on a slow PC. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final RulesByName rules;
    private final Elevation elevation;
    private final Function<RuleSpec, RuleOutcome> single;

    /**
     * @param single brings one rule there with a command of its own, for one that is too long to be
     *     written in PowerShell
     */
    RuleBatch(RulesByName rules, Elevation elevation, Function<RuleSpec, RuleOutcome> single) {
        this.rules = rules;
        this.elevation = elevation;
        this.single = single;
    }

    /** Brings each rule to that state, {@link RuleState#PRESENT} or {@link RuleState#ABSENT}. */
    Map<RuleSpec, RuleOutcome> bring(Collection<RuleSpec> specs, RuleState wanted)
            throws IOException {
        Map<RuleSpec, RuleOutcome> outcomes = new LinkedHashMap<>();
        List<RuleSpec> toChange = new ArrayList<>();
        List<Cmdlet> statements = new ArrayList<>();
        for (RuleSpec spec : specs) {
            NamedRules there = rules.of(spec.name());
            if (there.foreign().isPresent()) {
                outcomes.put(spec, new RuleOutcome.NotOurs(there.foreign().get()));
            } else if (there.state(spec) == wanted) {
                outcomes.put(spec, new RuleOutcome.AlreadySo());
            } else {
                List<Cmdlet> needed = statements(spec, there, wanted);
                if (needed.stream().allMatch(PowerShellCommand::fits)) {
                    toChange.add(spec);
                    statements.addAll(needed);
                } else {
                    outcomes.put(spec, single.apply(spec));
                }
            }
        }
        Elevation.Ending ending = new Elevation.Ending.Exited(0);
        for (PowerShellCommand command : PowerShellCommand.of(statements)) {
            ending = elevation.run(Elevation.SystemProgram.POWERSHELL, command.arguments(), LIMIT);
            if (!ending.equals(new Elevation.Ending.Exited(0))) {
                break;
            }
        }
        for (RuleSpec spec : toChange) {
            boolean asWanted = rules.of(spec.name()).state(spec) == wanted;
            outcomes.put(spec, Firewall.outcome(ending, asWanted));
        }
        return outcomes;
    }

    private static List<Cmdlet> statements(RuleSpec spec, NamedRules there, RuleState wanted) {
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
