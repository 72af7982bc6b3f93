package app.naru.firewall;

import java.io.IOException;
import java.time.Duration;

/**
 * Windows Defender Firewall on this PC: makes and removes Naru's own rules, and believes only the
 * registry.
 */
public final class Firewall {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final FirewallRegistry registry;
    private final Elevation elevation;

    public Firewall(FirewallRegistry registry, Elevation elevation) {
        this.registry = registry;
        this.elevation = elevation;
    }

    /** Whether the rule is there as wanted and enabled. */
    public boolean has(RuleSpec rule) throws IOException {
        return registry.rules(PolicyStore.LOCAL).values().stream()
                .anyMatch(text -> text.contains("|Name=" + rule.name() + "|"));
    }

    /** Makes the rule, unless it is there. Blocks while Windows asks the user. */
    public RuleOutcome add(RuleSpec rule) {
        return change(NetshCommand.add(rule), rule, true);
    }

    /** Removes the rule, unless it is gone. Blocks while Windows asks the user. */
    public RuleOutcome remove(RuleSpec rule) {
        return change(NetshCommand.delete(rule), rule, false);
    }

    private RuleOutcome change(NetshCommand command, RuleSpec rule, boolean wanted) {
        try {
            if (has(rule) == wanted) {
                return new RuleOutcome.AlreadySo();
            }
            Elevation.Ending ending =
                    elevation.run(Elevation.SystemProgram.NETSH, command.arguments(), LIMIT);
            if (has(rule) == wanted) {
                return new RuleOutcome.Done();
            }
            return switch (ending) {
                case Elevation.Ending.Exited(int code) -> new RuleOutcome.NotSo(code);
                case Elevation.Ending.Declined declined -> new RuleOutcome.Declined();
                case Elevation.Ending.DeniedByPolicy denied -> new RuleOutcome.DeniedByPolicy();
                case Elevation.Ending.TimedOut late -> new RuleOutcome.TimedOut();
                case Elevation.Ending.NotStarted(int error) ->
                        new RuleOutcome.Failed("Win32 error " + error);
            };
        } catch (IOException e) {
            return new RuleOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }
}
