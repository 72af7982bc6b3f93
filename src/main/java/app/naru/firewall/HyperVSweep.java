package app.naru.firewall;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * No rule of Naru's own is to be in the Hyper-V firewall.
 *
 * @param except the ids of those that stay
 */
record HyperVSweep(PowerShell powerShell, List<String> except) implements ElevatedTask {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    HyperVSweep(PowerShell powerShell, Collection<String> except) {
        this(powerShell, List.copyOf(except));
    }

    @Override
    public boolean done() throws IOException {
        List<Cmdlet> find = List.of(Cmdlet.findOwnHyperVRules(except));
        int code = powerShell.run(new PowerShellCommand(find).arguments(), LIMIT);
        return switch (code) {
            case HyperVRule.THERE -> false;
            case HyperVRule.NOT_THERE -> true;
            default -> throw new IOException("powershell.exe ended with " + code);
        };
    }

    /** netsh knows nothing of the Hyper-V firewall. */
    @Override
    public List<NetshCommand> commands() {
        return List.of();
    }

    @Override
    public List<Cmdlet> statements() {
        return List.of(Cmdlet.removeOwnHyperVRules(except));
    }
}
