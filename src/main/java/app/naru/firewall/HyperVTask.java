package app.naru.firewall;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A rule of the Hyper-V firewall is to be there, or not. */
final class HyperVTask implements ElevatedTask {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final PowerShell powerShell;
    private final HyperVRule rule;
    private final RuleState wanted;

    /** Looking takes seconds, so what was seen last is not looked up again. */
    private RuleState seen = RuleState.ABSENT;

    /**
     * @param wanted {@link RuleState#PRESENT} or {@link RuleState#ABSENT}
     */
    HyperVTask(PowerShell powerShell, HyperVRule rule, RuleState wanted) {
        this.powerShell = powerShell;
        this.rule = rule;
        this.wanted = wanted;
    }

    RuleState look() throws IOException {
        List<Cmdlet> find = List.of(Cmdlet.findHyperVRule(rule));
        int code = powerShell.run(new PowerShellCommand(find).arguments(), LIMIT);
        return switch (code) {
            case HyperVRule.THERE -> RuleState.PRESENT;
            case HyperVRule.NOT_THERE -> RuleState.ABSENT;
            case HyperVRule.DIFFERENT -> RuleState.DIFFERENT;
            default -> throw new IOException("powershell.exe ended with " + code);
        };
    }

    @Override
    public boolean done() throws IOException {
        seen = look();
        return seen == wanted;
    }

    /** netsh knows nothing of the Hyper-V firewall. */
    @Override
    public List<NetshCommand> commands() {
        return List.of();
    }

    @Override
    public List<Cmdlet> statements() {
        if (wanted == RuleState.ABSENT) {
            return List.of(Cmdlet.removeHyperVRule(rule));
        }
        return seen == RuleState.DIFFERENT
                ? List.of(Cmdlet.removeHyperVRule(rule), Cmdlet.newHyperVRule(rule))
                : List.of(Cmdlet.newHyperVRule(rule));
    }
}
