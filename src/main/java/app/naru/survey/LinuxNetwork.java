package app.naru.survey;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads interfaces and gateways of a Linux PC. */
public final class LinuxNetwork implements NetworkReader {

    private final Path proc;
    private final LinuxInterfaceKinds kinds;

    /**
     * @param proc where the proc filesystem is mounted: {@code /proc}
     * @param sys where the sys filesystem is mounted: {@code /sys}
     */
    public LinuxNetwork(Path proc, Path sys) {
        this.proc = proc;
        this.kinds = new LinuxInterfaceKinds(sys);
    }

    @Override
    public Network read() throws IOException {
        List<NetInterface> interfaces =
                JavaInterfaces.read(each -> kinds.of(each.getIndex(), each.getName()));
        return new Network(interfaces, gateways(interfaces));
    }

    private List<Gateway> gateways(List<NetInterface> interfaces) throws IOException {
        List<LinuxRoutes.Route> routes =
                Stream.concat(
                                LinuxRoutes.ipv4(Files.readString(table("route"))).stream(),
                                LinuxRoutes.ipv6(ipv6Table()).stream())
                        .toList();
        List<Gateway> gateways = new ArrayList<>();
        for (LinuxRoutes.Route route : routes) {
            for (NetInterface each : interfaces) {
                if (each.name().equals(route.interfaceName())) {
                    InetAddress address = onInterface(route.gateway(), each.index());
                    gateways.add(new Gateway(address, each.index(), route.metric()));
                }
            }
        }
        return gateways;
    }

    /** A link-local address leads nowhere without the interface that it is on (RFC 4007). */
    private static InetAddress onInterface(InetAddress address, int index)
            throws UnknownHostException {
        return address instanceof Inet6Address && address.isLinkLocalAddress()
                ? Inet6Address.getByAddress(null, address.getAddress(), index)
                : address;
    }

    /** A kernel without IPv6 has no such table. */
    private String ipv6Table() throws IOException {
        try {
            return Files.readString(table("ipv6_route"));
        } catch (NoSuchFileException noIpv6) {
            return "";
        }
    }

    private Path table(String name) {
        return proc.resolve("net").resolve(name);
    }
}
