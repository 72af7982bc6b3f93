package app.naru.survey;

import app.naru.firewall.FirewallState;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.internet.PublicAddresses;
import app.naru.server.Listener;
import app.naru.server.LocalServer;
import app.naru.wsl.Distro;
import app.naru.wsl.NetworkingMode;
import app.naru.wsl.Wsl;
import app.naru.wsl.WslInside;
import app.naru.wsl.WslListener;
import app.naru.wsl.WslServers;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What this PC is like at one moment.
 *
 * @param system what kind of system Naru runs on
 * @param ownPid Naru's own process
 * @param ownProgram the executable that a firewall rule for Naru's relay names
 * @param outside what the Internet sees of this PC
 * @param windows what only a Windows PC has
 */
public record Situation(
        OperatingSystem system,
        long ownPid,
        Optional<String> ownProgram,
        Fact<Network> network,
        Fact<List<Listener>> listeners,
        Fact<Wsl> wsl,
        Fact<PublicAddresses> outside,
        WindowsFacts windows) {

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
                new Fact.Pending<>(),
                system == OperatingSystem.WINDOWS ? WindowsFacts.unseen() : WindowsFacts.notHere());
    }

    /** Returns the IPv4 address by which the Internet knows this home. */
    public Fact<InetAddress> publicAddress() {
        return switch (outside) {
            case Fact.Known<PublicAddresses>(PublicAddresses seen) ->
                    seen.ipv4()
                            .<Fact<InetAddress>>map(Fact.Known::new)
                            .orElseGet(() -> new Fact.Unknown<>(Sentence.of("internet.nobody")));
            case Fact.Pending<PublicAddresses> pending -> new Fact.Pending<>();
            case Fact.Unknown<PublicAddresses>(Sentence reason, boolean late) ->
                    new Fact.Unknown<>(reason, late);
        };
    }

    /** Returns the same as another process of Naru's sees it: that one's listeners are its own. */
    public Situation seenFrom(long pid) {
        return new Situation(system, pid, ownProgram, network, listeners, wsl, outside, windows);
    }

    /** Returns the same with what this PC took too long to tell as it was before. */
    public Situation withLateKept(Situation before) {
        return new Situation(
                system,
                ownPid,
                ownProgram,
                network.orBefore(before.network),
                listeners.orBefore(before.listeners),
                wsl.orBefore(before.wsl),
                outside,
                windows);
    }

    public Situation withNetwork(Fact<Network> network) {
        return new Situation(system, ownPid, ownProgram, network, listeners, wsl, outside, windows);
    }

    public Situation withListeners(Fact<List<Listener>> listeners) {
        return new Situation(system, ownPid, ownProgram, network, listeners, wsl, outside, windows);
    }

    public Situation withWsl(Fact<Wsl> wsl) {
        return new Situation(system, ownPid, ownProgram, network, listeners, wsl, outside, windows);
    }

    public Situation withOutside(Fact<PublicAddresses> outside) {
        return new Situation(system, ownPid, ownProgram, network, listeners, wsl, outside, windows);
    }

    public Situation withWindows(WindowsFacts windows) {
        return new Situation(system, ownPid, ownProgram, network, listeners, wsl, outside, windows);
    }

    /** Returns Windows Defender Firewall, and Windows' own TCP proxy. */
    public Fact<FirewallState> firewall() {
        return windows.firewall();
    }

    /** Returns the servers of this PC and those in its WSL, the likeliest first. */
    public Fact<List<LocalServer>> servers() {
        List<WslListener> inside =
                windows.wslInside().known().map(WslInside::listeners).orElse(List.of());
        return listeners.map(here -> WslServers.with(here, inside));
    }

    /** Returns how WSL is connected: as it says itself while it can be asked, else as it is set. */
    public Optional<NetworkingMode> wslMode() {
        return windows.wslInside()
                .known()
                .flatMap(WslInside::mode)
                .or(() -> wsl.known().map(Wsl::mode));
    }

    /** Returns the distribution that a target means; empty where it is not known. */
    public Optional<Distro> distro(Target.InWsl target) {
        return wsl.known()
                .flatMap(
                        known -> target.named().map(known::distro).orElseGet(known::defaultDistro));
    }

    /**
     * Returns the address of WSL's virtual machine: as it tells itself while it can be asked, else
     * as the registry tells it.
     */
    public Optional<InetAddress> wslAddress() {
        return windows.wslInside()
                .known()
                .flatMap(WslInside::eth0)
                .or(() -> wsl.known().flatMap(Wsl::natAddress));
    }
}
