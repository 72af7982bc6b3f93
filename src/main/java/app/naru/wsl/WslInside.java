package app.naru.wsl;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What the running distributions of WSL 2 tell of themselves.
 *
 * @param running the names of those that run; what belongs to Docker Desktop and its like is left
 *     out
 * @param listeners who waits for others in there
 * @param eth0 the address of the virtual machine; empty where there is no {@code eth0}
 * @param mode how it is connected really; empty where WSL is too old to tell
 */
public record WslInside(
        List<String> running,
        List<WslListener> listeners,
        Optional<InetAddress> eth0,
        Optional<NetworkingMode> mode) {

    /** What a WSL tells that does not run. */
    public static final WslInside NOTHING =
            new WslInside(List.of(), List.of(), Optional.empty(), Optional.empty());

    public WslInside {
        running = List.copyOf(running);
        listeners = List.copyOf(listeners);
    }
}
