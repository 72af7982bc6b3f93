package app.naru.firewall;

import app.naru.forward.NetworkProfile;
import java.io.IOException;
import java.util.List;

/**
 * A network is to be of another kind. Only PowerShell's NetConnection module can change that for
 * somebody who is asked; reading it back needs no right.
 *
 * @param wanted private or public; what belongs to a domain only the domain decides
 */
record NetworkCategoryTask(NetworkCategoryReader reader, NetworkId network, NetworkProfile wanted)
        implements ElevatedTask {

    @Override
    public boolean done() throws IOException {
        NetworkProfile now =
                reader.category(network)
                        .orElseThrow(() -> new IOException("this PC is not on that network now"));
        return now == wanted;
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
