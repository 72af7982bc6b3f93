package app.naru.path;

import app.naru.firewall.PortProxyEntry;
import app.naru.forward.Address;
import app.naru.forward.Audience;
import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.forward.InvalidInput;
import app.naru.forward.Lifetime;
import app.naru.forward.Listen;
import app.naru.forward.NetworkProfile;
import app.naru.forward.PortRange;
import app.naru.forward.Protocol;
import app.naru.forward.Target;
import app.naru.survey.Situation;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Makes forwards of the entries of Windows' own TCP proxy. */
public final class PortProxyImport {

    private PortProxyImport() {}

    /**
     * Returns a forward that does what the entry does, for this network and until it is stopped. An
     * entry that leads to WSL's address becomes one that follows WSL when that address changes.
     *
     * @throws InvalidInput if no forward can lead where the entry does
     */
    public static Forward of(PortProxyEntry entry, Situation situation) {
        return new Forward(
                Forward.newId(),
                new ForwardName("portproxy " + entry.listenPort()),
                Protocol.TCP,
                PortRange.of(entry.listenPort()),
                listen(entry),
                target(entry, situation),
                new Audience.ThisNetwork(),
                new Lifetime.UntilStopped(),
                EnumSet.of(NetworkProfile.DOMAIN, NetworkProfile.PRIVATE),
                "");
    }

    /** Returns the entries that lead to WSL's present address, which WSL's next start changes. */
    public static List<PortProxyEntry> leadingIntoWsl(Situation situation) {
        return situation.firewall().known().map(state -> state.portProxy().entries()).stream()
                .flatMap(List::stream)
                .filter(entry -> leadsIntoWsl(entry, situation))
                .toList();
    }

    private static Target target(PortProxyEntry entry, Situation situation) {
        return leadsIntoWsl(entry, situation)
                ? new Target.InWsl("", entry.connectPort())
                : entry.target();
    }

    private static boolean leadsIntoWsl(PortProxyEntry entry, Situation situation) {
        return address(entry.connect())
                .filter(to -> situation.wslAddress().filter(to::equals).isPresent())
                .isPresent();
    }

    private static Listen listen(PortProxyEntry entry) {
        return entry.listensEverywhere()
                ? new Listen.LanAddresses()
                : address(entry.listen())
                        .<Listen>map(Listen.At::new)
                        .orElse(new Listen.LanAddresses());
    }

    private static Optional<InetAddress> address(String host) {
        try {
            return Optional.of(Address.parse(host));
        } catch (InvalidInput aName) {
            return Optional.empty();
        }
    }
}
