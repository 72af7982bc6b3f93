package app.naru.firewall;

import java.io.IOException;
import java.time.Duration;

/** Removes entries of Windows' own TCP proxy, with the user's consent, and makes them again. */
public final class PortProxyChanges {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final PortProxyRegistry registry;
    private final Elevation elevation;

    public PortProxyChanges(PortProxyRegistry registry, Elevation elevation) {
        this.registry = registry;
        this.elevation = elevation;
    }

    /**
     * Whether the entry is there.
     *
     * @throws IOException if the registry can't be read
     */
    public boolean has(PortProxyEntry entry) throws IOException {
        return PortProxy.read(registry).entries().contains(entry);
    }

    /** Makes the entry, unless it is there. Blocks while Windows asks the user. */
    public RuleOutcome add(PortProxyEntry entry) {
        return bring(entry, NetshCommand.addPortProxy(entry), true);
    }

    /** Removes the entry, unless it is gone. Blocks while Windows asks the user. */
    public RuleOutcome remove(PortProxyEntry entry) {
        return bring(entry, NetshCommand.deletePortProxy(entry), false);
    }

    private RuleOutcome bring(PortProxyEntry entry, NetshCommand command, boolean wanted) {
        try {
            if (has(entry) == wanted) {
                return new RuleOutcome.AlreadySo();
            }
            Elevation.Ending ending =
                    elevation.run(Elevation.SystemProgram.NETSH, command.arguments(), LIMIT);
            return Firewall.outcome(ending, has(entry) == wanted);
        } catch (IOException e) {
            return new RuleOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }
}
