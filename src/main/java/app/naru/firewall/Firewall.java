package app.naru.firewall;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Windows Defender Firewall on this PC: makes, changes and removes Naru's own rules, and believes
 * only the registry.
 */
public final class Firewall {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final RulesByName rules;
    private final Elevation elevation;

    public Firewall(FirewallRegistry registry, Elevation elevation) {
        this.rules = new RulesByName(registry);
        this.elevation = elevation;
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
     * Makes the rule as wanted, unless it is so: turns one on or off that is, and replaces one of
     * its name that does something else. Blocks while Windows asks the user.
     */
    public RuleOutcome add(RuleSpec rule) {
        return bring(rule, RuleState.PRESENT);
    }

    /** Removes every rule of that name, unless it is gone. Blocks while Windows asks the user. */
    public RuleOutcome remove(RuleSpec rule) {
        return bring(rule, RuleState.ABSENT);
    }

    /**
     * Returns the commands that {@link #remove} would run: none where no rule has the name, or
     * where one of them would meet a rule that is not Naru's.
     *
     * @throws IOException if the registry can't be read
     */
    public List<NetshCommand> removal(RuleSpec rule) throws IOException {
        NamedRules there = rules.of(rule.name());
        return there.foreign().isPresent() ? List.of() : there.deletions(rule);
    }

    /**
     * Makes several rules with one prompt where they fit into one command, otherwise with as few as
     * can be. Blocks while Windows asks the user.
     *
     * @return what came of each
     */
    public Map<RuleSpec, RuleOutcome> addAll(Collection<RuleSpec> specs) {
        return bringAll(specs, RuleState.PRESENT, this::add);
    }

    /** Removes several rules like {@link #addAll}. */
    public Map<RuleSpec, RuleOutcome> removeAll(Collection<RuleSpec> specs) {
        return bringAll(specs, RuleState.ABSENT, this::remove);
    }

    private Map<RuleSpec, RuleOutcome> bringAll(
            Collection<RuleSpec> specs, RuleState wanted, Function<RuleSpec, RuleOutcome> single) {
        Map<RuleSpec, RuleOutcome> outcomes = new LinkedHashMap<>();
        if (specs.size() == 1 || !elevation.asks()) {
            specs.forEach(spec -> outcomes.put(spec, single.apply(spec)));
            return outcomes;
        }
        try {
            return new RuleBatch(rules, elevation, single).bring(specs, wanted);
        } catch (IOException e) {
            RuleOutcome failed = new RuleOutcome.Failed(String.valueOf(e.getMessage()));
            specs.forEach(spec -> outcomes.put(spec, failed));
            return outcomes;
        }
    }

    private RuleOutcome bring(RuleSpec rule, RuleState wanted) {
        try {
            NamedRules there = rules.of(rule.name());
            if (there.foreign().isPresent()) {
                return new RuleOutcome.NotOurs(there.foreign().get());
            }
            if (there.state(rule) == wanted) {
                return new RuleOutcome.AlreadySo();
            }
            Elevation.Ending ending = new Elevation.Ending.Exited(0);
            for (NetshCommand command : commands(rule, there, wanted)) {
                ending = elevation.run(Elevation.SystemProgram.NETSH, command.arguments(), LIMIT);
                if (!(ending instanceof Elevation.Ending.Exited)) {
                    break;
                }
            }
            return outcome(ending, state(rule) == wanted);
        } catch (IOException e) {
            return new RuleOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static List<NetshCommand> commands(RuleSpec rule, NamedRules there, RuleState wanted) {
        if (wanted == RuleState.ABSENT) {
            return there.deletions(rule);
        }
        if (there.state(rule) == RuleState.SWITCHED) {
            return List.of(rule.enabled() ? NetshCommand.enable(rule) : NetshCommand.disable(rule));
        }
        List<NetshCommand> commands = new ArrayList<>(there.deletions(rule));
        commands.add(NetshCommand.add(rule));
        return commands;
    }

    /** Returns what came of it: the registry's word counts more than the command's. */
    static RuleOutcome outcome(Elevation.Ending ending, boolean asWanted) {
        return switch (ending) {
            case Elevation.Ending.Exited(int code) when asWanted ->
                    code == 0 ? new RuleOutcome.Done() : new RuleOutcome.DoneAnyway(code);
            case Elevation.Ending.Exited(int code) -> new RuleOutcome.NotSo(code);
            case Elevation.Ending ignored when asWanted -> new RuleOutcome.Done();
            case Elevation.Ending.Declined declined -> new RuleOutcome.Declined();
            case Elevation.Ending.DeniedByPolicy denied -> new RuleOutcome.DeniedByPolicy();
            case Elevation.Ending.TimedOut late -> new RuleOutcome.TimedOut();
            case Elevation.Ending.NotStarted(int error) -> new RuleOutcome.NotStarted(error);
        };
    }
}
