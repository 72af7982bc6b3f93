package app.naru.wsl;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What is known of WSL without starting it.
 *
 * @param storeVersion the version of the Store's or MSI's WSL; empty for the one that came with
 *     Windows
 * @param distros what a person would choose from; Docker Desktop's and its like are left out
 * @param running whether its virtual machine runs now
 * @param natAddress the address of the virtual machine, shared by all WSL 2 distributions; of a
 *     machine that does not run, the last one it had
 */
public record Wsl(
        Optional<String> storeVersion,
        List<Distro> distros,
        boolean running,
        NetworkingMode mode,
        Optional<InetAddress> natAddress) {

    public Wsl {
        distros = List.copyOf(distros);
    }

    /** Returns the distribution of that name, in any case of letters. */
    public Optional<Distro> distro(String name) {
        return distros.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
    }

    /** Returns the distribution that is meant where none is named. */
    public Optional<Distro> defaultDistro() {
        return distros.stream().filter(Distro::isDefault).findFirst();
    }

    /** Whether there is a distribution to run a server in. */
    public boolean installed() {
        return !distros.isEmpty();
    }
}
