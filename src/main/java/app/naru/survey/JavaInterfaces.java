package app.naru.survey;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads interfaces and addresses as the JDK tells them, in one pass. */
final class JavaInterfaces {

    private JavaInterfaces() {}

    /**
     * Returns the interfaces that are up and have an address.
     *
     * @param kindOf tells an interface's kind
     * @throws IOException if the system does not tell
     */
    static List<NetInterface> read(Function<NetworkInterface, NetInterface.Kind> kindOf)
            throws IOException {
        return NetworkInterface.networkInterfaces()
                .filter(JavaInterfaces::up)
                .filter(each -> !each.getInterfaceAddresses().isEmpty())
                .map(each -> described(each, kindOf.apply(each)))
                .toList();
    }

    /** An interface that went away between being listed and being asked is not up. */
    private static boolean up(NetworkInterface each) {
        try {
            return each.isUp();
        } catch (SocketException gone) {
            return false;
        }
    }

    private static NetInterface described(NetworkInterface each, NetInterface.Kind kind) {
        List<NetInterface.Assigned> addresses =
                each.getInterfaceAddresses().stream()
                        .map(assigned ->
                                new NetInterface.Assigned(
                                        assigned.getAddress(), assigned.getNetworkPrefixLength()))
                        .toList();
        return new NetInterface(
                each.getIndex(),
                each.getName(),
                each.getDisplayName(),
                kind,
                addresses,
                Optional.empty());
    }
}
