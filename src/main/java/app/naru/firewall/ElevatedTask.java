package app.naru.firewall;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Something that is to be so in Windows, and that only an administrator can bring about. */
public interface ElevatedTask {

    /**
     * Whether it is so.
     *
     * @throws IOException if that can't be told
     */
    boolean done() throws IOException;

    /**
     * Returns why nothing may be run for it; empty where it may.
     *
     * @throws IOException if that can't be told
     */
    default Optional<RuleOutcome> refusal() throws IOException {
        return Optional.empty();
    }

    /**
     * Brings it about by a call of Naru's own. Asked for only where Naru has an administrator's
     * rights by itself.
     *
     * @return false where there is no such call, and a program has to be run
     * @throws IOException if Windows did not do it
     */
    default boolean bringBySelf() throws IOException {
        return false;
    }

    /**
     * Returns the commands of netsh's that bring it about; none where only PowerShell can.
     *
     * @throws IOException if what is there now can't be read
     */
    List<NetshCommand> commands() throws IOException;

    /**
     * Returns what brings it about in PowerShell, alone or together with others.
     *
     * @throws IOException if what is there now can't be read
     */
    List<Cmdlet> statements() throws IOException;
}
