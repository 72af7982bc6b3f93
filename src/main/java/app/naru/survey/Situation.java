package app.naru.survey;

import app.naru.server.Listener;
import app.naru.wsl.Wsl;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What this PC is like at one moment.
 *
 * @param system what kind of system Naru runs on
 * @param ownPid Naru's own process
 * @param ownProgram the executable that a firewall rule for Naru's relay names
 */
public record Situation(
        OperatingSystem system,
        long ownPid,
        Optional<String> ownProgram,
        Fact<Network> network,
        Fact<List<Listener>> listeners,
        Fact<Wsl> wsl,
        Fact<InetAddress> publicAddress) {

    /** Which system this is, as far as it makes a difference. */
    public enum OperatingSystem {
        WINDOWS,
        LINUX,
        MACOS
    }

    /** Returns the situation before anything has been looked at. */
    public static Situation unseen(
            OperatingSystem system, long ownPid, Optional<String> ownProgram) {
        return new Situation(
                system,
                ownPid,
                ownProgram,
                new Fact.Pending<>(),
                new Fact.Pending<>(),
                new Fact.Pending<>(),
                new Fact.Pending<>());
    }

    public Situation withNetwork(Fact<Network> network) {
        return new Situation(system, ownPid, ownProgram, network, listeners, wsl, publicAddress);
    }

    public Situation withListeners(Fact<List<Listener>> listeners) {
        return new Situation(system, ownPid, ownProgram, network, listeners, wsl, publicAddress);
    }

    public Situation withWsl(Fact<Wsl> wsl) {
        return new Situation(system, ownPid, ownProgram, network, listeners, wsl, publicAddress);
    }

    public Situation withPublicAddress(Fact<InetAddress> publicAddress) {
        return new Situation(system, ownPid, ownProgram, network, listeners, wsl, publicAddress);
    }
}
