package app.naru.survey;

import app.naru.firewall.NetworkId;
import app.naru.forward.Cidr;
import app.naru.forward.NetworkProfile;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * A network interface that is up.
 *
 * @param name the system's short name ({@code eth0}); on Windows the connection's name ({@code
 *     Wi-Fi})
 * @param description the adapter's name, for people
 * @param profile Windows' category of the network it is on, where known
 * @param network the network it is on as Windows remembers it, where known
 */
public record NetInterface(
        int index,
        String name,
        String description,
        Kind kind,
        List<Assigned> addresses,
        Optional<NetworkProfile> profile,
        Optional<NetworkId> network) {

    public enum Kind {
        ETHERNET,
        WIFI,
        MOBILE,
        /** A VPN or another tunnel. */
        TUNNEL,
        /** A switch or adapter of Hyper-V, WSL, Docker or a virtual machine. */
        VIRTUAL,
        LOOPBACK,
        OTHER
    }

    /**
     * An address that the interface has.
     *
     * @param prefix the length of the subnet's prefix in bits
     */
    public record Assigned(InetAddress address, int prefix) {
        public Cidr subnet() {
            return Cidr.around(address, prefix);
        }
    }

    /** An interface whose network Windows has no name for. */
    public NetInterface(
            int index,
            String name,
            String description,
            Kind kind,
            List<Assigned> addresses,
            Optional<NetworkProfile> profile) {
        this(index, name, description, kind, addresses, profile, Optional.empty());
    }

    public NetInterface {
        addresses = List.copyOf(addresses);
    }

    /** Whether other devices of a local network can be behind it. */
    public boolean reachesDevices() {
        return kind == Kind.ETHERNET || kind == Kind.WIFI || kind == Kind.OTHER;
    }
}
