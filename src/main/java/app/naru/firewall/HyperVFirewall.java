package app.naru.firewall;

import java.io.IOException;
import java.util.Collection;

/**
 * The Hyper-V firewall of this PC: makes and removes Naru's own rules for WSL. Only PowerShell can
 * change or list them, so it takes seconds to look.
 */
public final class HyperVFirewall {

    private final PowerShell powerShell;

    public HyperVFirewall(PowerShell powerShell) {
        this.powerShell = powerShell;
    }

    /**
     * Returns how the rule stands. Takes seconds.
     *
     * @throws IOException if that can't be told, as on a Windows without a Hyper-V firewall
     */
    public RuleState state(HyperVRule rule) throws IOException {
        return new HyperVTask(powerShell, rule, RuleState.PRESENT).look();
    }

    /**
     * Makes the rule, unless it is there, in the place of one of its id that does another thing.
     */
    public ElevatedTask making(HyperVRule rule) {
        return new HyperVTask(powerShell, rule, RuleState.PRESENT);
    }

    /**
     * Whether there are rules of Naru's own, of whichever forward. Takes seconds.
     *
     * @param except the ids of those that are known of
     * @throws IOException if that can't be told, as on a Windows without a Hyper-V firewall
     */
    public boolean hasOwn(Collection<String> except) throws IOException {
        return !new HyperVSweep(powerShell, except).done();
    }

    /** Returns the command that removes all rules of Naru's own, but for those of these ids. */
    public static String command(Collection<String> except) {
        return Cmdlet.removeOwnHyperVRules(except).text();
    }

    /**
     * Removes all rules of Naru's own.
     *
     * @param except the ids of those that stay
     */
    public ElevatedTask removingOwn(Collection<String> except) {
        return new HyperVSweep(powerShell, except);
    }

    /** Removes the rule, unless it is gone. */
    public ElevatedTask removing(HyperVRule rule) {
        return new HyperVTask(powerShell, rule, RuleState.ABSENT);
    }
}
