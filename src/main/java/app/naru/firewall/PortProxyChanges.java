package app.naru.firewall;

import java.io.IOException;
import java.util.List;

/** Removes entries of Windows' own TCP proxy, with the user's consent, and makes them again. */
public final class PortProxyChanges {

    private final PortProxyRegistry registry;

    public PortProxyChanges(PortProxyRegistry registry) {
        this.registry = registry;
    }

    /**
     * Whether the entry is there.
     *
     * @throws IOException if the registry can't be read
     */
    public boolean has(PortProxyEntry entry) throws IOException {
        return PortProxy.read(registry).entries().contains(entry);
    }

    /** Makes the entry, unless it is there. */
    public ElevatedTask making(PortProxyEntry entry) {
        return new Task(entry, NetshCommand.addPortProxy(entry), true);
    }

    /** Removes the entry, unless it is gone. */
    public ElevatedTask removing(PortProxyEntry entry) {
        return new Task(entry, NetshCommand.deletePortProxy(entry), false);
    }

    /** The entry is to be there, or not. */
    private final class Task implements ElevatedTask {

        private final PortProxyEntry entry;
        private final NetshCommand command;
        private final boolean wanted;

        Task(PortProxyEntry entry, NetshCommand command, boolean wanted) {
            this.entry = entry;
            this.command = command;
            this.wanted = wanted;
        }

        @Override
        public boolean done() throws IOException {
            return has(entry) == wanted;
        }

        @Override
        public List<NetshCommand> commands() {
            return List.of(command);
        }

        /** No cmdlet knows these entries. */
        @Override
        public List<Cmdlet> statements() {
            return List.of(Cmdlet.netsh(command));
        }
    }
}
