package app.naru.firewall;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * The Hyper-V firewall of this PC: makes and removes Naru's own rules for WSL. Only PowerShell can
 * change or list them, so it takes seconds to look.
 */
public final class HyperVFirewall {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final PowerShell powerShell;
    private final Elevation elevation;

    public HyperVFirewall(PowerShell powerShell, Elevation elevation) {
        this.powerShell = powerShell;
        this.elevation = elevation;
    }

    /**
     * Whether the rule is there. Takes seconds.
     *
     * @throws IOException if that can't be told, as on a Windows without a Hyper-V firewall
     */
    public boolean has(HyperVRule rule) throws IOException {
        int code = powerShell.run(command(Cmdlet.findHyperVRule(rule)).arguments(), LIMIT);
        return switch (code) {
            case HyperVRule.THERE -> true;
            case HyperVRule.NOT_THERE -> false;
            default -> throw new IOException("powershell.exe ended with " + code);
        };
    }

    /** Makes the rule, unless it is there. Blocks while Windows asks the user. */
    public RuleOutcome add(HyperVRule rule) {
        return bring(rule, Cmdlet.newHyperVRule(rule), true);
    }

    /** Removes the rule, unless it is gone. Blocks while Windows asks the user. */
    public RuleOutcome remove(HyperVRule rule) {
        return bring(rule, Cmdlet.removeHyperVRule(rule), false);
    }

    private RuleOutcome bring(HyperVRule rule, Cmdlet cmdlet, boolean wanted) {
        try {
            if (has(rule) == wanted) {
                return new RuleOutcome.AlreadySo();
            }
            Elevation.Ending ending =
                    elevation.run(
                            Elevation.SystemProgram.POWERSHELL, command(cmdlet).arguments(), LIMIT);
            return Firewall.outcome(ending, has(rule) == wanted);
        } catch (IOException e) {
            return new RuleOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static PowerShellCommand command(Cmdlet cmdlet) {
        return new PowerShellCommand(List.of(cmdlet));
    }
}
