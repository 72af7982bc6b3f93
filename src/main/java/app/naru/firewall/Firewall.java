package app.naru.firewall;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Windows Defender Firewall on this PC: makes, changes and removes Naru's own rules, and believes
 * only the registry.
 */
public final class Firewall {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final FirewallRegistry registry;
    private final Elevation elevation;

    public Firewall(FirewallRegistry registry, Elevation elevation) {
        this.registry = registry;
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
        return state(rule, named(rule.name()).values());
    }

    /**
     * Makes the rule as wanted, unless it is so: turns one on or off that is, and replaces one of
     * its name that does something else. Blocks while Windows asks the user.
     */
    public RuleOutcome add(RuleSpec rule) {
        try {
            Map<String, FirewallRule> there = named(rule.name());
            Optional<String> foreign = foreign(rule.name(), there.values());
            if (foreign.isPresent()) {
                return new RuleOutcome.NotOurs(foreign.get());
            }
            List<NetshCommand> commands = new ArrayList<>();
            switch (state(rule, there.values())) {
                case PRESENT -> {
                    return new RuleOutcome.AlreadySo();
                }
                case ABSENT -> commands.add(NetshCommand.add(rule));
                case SWITCHED ->
                        commands.add(
                                rule.enabled()
                                        ? NetshCommand.enable(rule)
                                        : NetshCommand.disable(rule));
                case DIFFERENT -> {
                    commands.addAll(deletions(rule, there.values()));
                    commands.add(NetshCommand.add(rule));
                }
            }
            return change(rule, commands, RuleState.PRESENT);
        } catch (IOException e) {
            return new RuleOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    /** Removes every rule of that name, unless it is gone. Blocks while Windows asks the user. */
    public RuleOutcome remove(RuleSpec rule) {
        try {
            Collection<FirewallRule> there = named(rule.name()).values();
            if (there.isEmpty()) {
                return new RuleOutcome.AlreadySo();
            }
            Optional<String> foreign = foreign(rule.name(), there);
            if (foreign.isPresent()) {
                return new RuleOutcome.NotOurs(foreign.get());
            }
            return change(rule, deletions(rule, there), RuleState.ABSENT);
        } catch (IOException e) {
            return new RuleOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private RuleOutcome change(RuleSpec rule, List<NetshCommand> commands, RuleState wanted)
            throws IOException {
        Elevation.Ending ending = new Elevation.Ending.Exited(0);
        for (NetshCommand command : commands) {
            ending = elevation.run(Elevation.SystemProgram.NETSH, command.arguments(), LIMIT);
            if (!(ending instanceof Elevation.Ending.Exited)) {
                break;
            }
        }
        return outcome(ending, state(rule) == wanted);
    }

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

    private static RuleState state(RuleSpec rule, Collection<FirewallRule> there) {
        if (there.isEmpty()) {
            return RuleState.ABSENT;
        }
        Set<Likeness> likenesses = new LinkedHashSet<>();
        for (FirewallRule each : there) {
            likenesses.add(Likeness.of(rule, each));
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

    /** Returns what removes these rules, however they are; each command once. */
    private static List<NetshCommand> deletions(RuleSpec rule, Collection<FirewallRule> there) {
        Set<NetshCommand> commands = new LinkedHashSet<>();
        for (FirewallRule each : there) {
            commands.add(
                    Likeness.of(rule, each) == Likeness.DIFFERENT
                            ? NetshCommand.delete(rule.name(), each)
                            : NetshCommand.delete(rule));
        }
        return List.copyOf(commands);
    }

    /**
     * Returns the local rules that netsh would take that name for. It does not mind the case of
     * letters, so a rule of someone else's can be among them. What is no rule, Windows passes over
     * and so does this.
     */
    private Map<String, FirewallRule> named(RuleName name) throws IOException {
        String wanted = name.text().toLowerCase(Locale.ROOT);
        Map<String, FirewallRule> found = new LinkedHashMap<>();
        registry.rules(PolicyStore.LOCAL)
                .forEach((id, text) -> {
                    if (text.toLowerCase(Locale.ROOT).contains(wanted)) {
                        decoded(text)
                                .filter(rule -> rule.name().equalsIgnoreCase(name.text()))
                                .ifPresent(rule -> found.put(id, rule));
                    }
                });
        return found;
    }

    private static Optional<FirewallRule> decoded(String text) {
        try {
            return Optional.of(FirewallRule.decode(text));
        } catch (MalformedRule e) {
            return Optional.empty();
        }
    }

    private static Optional<String> foreign(RuleName name, Collection<FirewallRule> there) {
        return there.stream()
                .map(FirewallRule::name)
                .filter(found -> !found.equals(name.text()))
                .findFirst();
    }
}
