package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import java.io.IOException;
import java.util.List;

/**
 * A network is to be of another kind. Where Naru has an administrator's rights, its own call does
 * that; otherwise PowerShell's NetConnection module, which can be run for somebody who is asked.
 * Reading it back needs no right.
 *
 * @param wanted private or public; what belongs to a domain only the domain decides
 */
record NetworkCategoryTask(NetworkList networks, NetworkId network, NetworkProfile wanted)
        implements ElevatedTask {

    @Override
    public boolean done() throws IOException {
        NetworkProfile now =
                networks.category(network)
                        .orElseThrow(() -> new IOException("this PC is not on that network now"));
        return now == wanted;
    }

    @Override
    public boolean bringBySelf() throws IOException {
        networks.category(network, wanted);
        return true;
    }

    /** netsh has no word for it. */
    @Override
    public List<NetshCommand> commands() {
        return List.of();
    }

    @Override
    public List<Cmdlet> statements() {
        return List.of(Cmdlet.setCategory(network, wanted));
    }
}
