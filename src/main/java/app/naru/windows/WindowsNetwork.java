package app.naru.windows;

import app.naru.survey.Gateway;
import app.naru.survey.NetInterface;
import app.naru.survey.NetInterface.Assigned;
import app.naru.survey.Network;
import app.naru.survey.NetworkReader;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.lang.ref.Reference;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Reads interfaces, addresses and gateways by GetAdaptersAddresses. */
public final class WindowsNetwork implements NetworkReader {

    private static final int FLAGS =
            AdapterAddresses.GAA_FLAG_SKIP_ANYCAST
                    | AdapterAddresses.GAA_FLAG_SKIP_MULTICAST
                    | AdapterAddresses.GAA_FLAG_SKIP_DNS_SERVER
                    | AdapterAddresses.GAA_FLAG_INCLUDE_GATEWAYS;

    /** What its documentation recommends to begin with: one call is enough nearly always. */
    private static final int FIRST_SIZE = 15_000;

    /** Adapters may come between two calls. */
    private static final int ATTEMPTS = 4;

    /** IpDadStateDeprecated and, above it, IpDadStatePreferred: usable, and no duplicate. */
    private static final int USABLE = 3;

    private final NetworkCategories categories;

    public WindowsNetwork() {
        this(new NetworkCategories());
    }

    WindowsNetwork(NetworkCategories categories) {
        this.categories = categories;
    }

    @Override
    public Network read() throws IOException {
        Future<Map<String, NetworkCategories.Connected>> asking = categories.begin();
        Memory memory = filled();
        try {
            return network(memory, NetworkCategories.byAdapter(asking));
        } finally {
            // the structures point into the memory: it must not be freed before they are read
            Reference.reachabilityFence(memory);
        }
    }

    private static Network network(
            Memory memory, Map<String, NetworkCategories.Connected> profiles) {
        List<NetInterface> interfaces = new ArrayList<>();
        List<Gateway> gateways = new ArrayList<>();
        for (Pointer at = first(memory); at != null; ) {
            AdapterAddresses.Adapter adapter = new AdapterAddresses.Adapter(at);
            if (adapter.OperStatus == AdapterAddresses.STATUS_UP) {
                interfaces.add(netInterface(adapter, profiles));
                gateways.addAll(gateways(adapter));
            }
            at = adapter.Next;
        }
        return new Network(interfaces, gateways);
    }

    private static @Nullable Pointer first(Memory memory) {
        // a PC without any adapter leaves the buffer as it was: Length is 0
        return memory.getInt(0) == 0 ? null : memory;
    }

    private static Memory filled() throws IOException {
        IntByReference size = new IntByReference(FIRST_SIZE);
        int error = WinError.ERROR_BUFFER_OVERFLOW;
        for (int i = 0; i < ATTEMPTS && error == WinError.ERROR_BUFFER_OVERFLOW; i++) {
            Memory memory = new Memory(size.getValue());
            memory.clear();
            error =
                    AdapterAddresses.INSTANCE.GetAdaptersAddresses(
                            AdapterAddresses.AF_UNSPEC, FLAGS, null, memory, size);
            if (error == WinError.NO_ERROR || error == WinError.ERROR_NO_DATA) {
                return memory;
            }
        }
        throw new IOException("Windows does not tell its adapters (Win32 error " + error + ")");
    }

    private static NetInterface netInterface(
            AdapterAddresses.Adapter adapter, Map<String, NetworkCategories.Connected> profiles) {
        String name = text(adapter.FriendlyName);
        String description = text(adapter.Description);
        String guid = adapter.AdapterName == null ? "" : adapter.AdapterName;
        Optional<NetworkCategories.Connected> connected =
                Optional.ofNullable(profiles.get(guid.toUpperCase(Locale.ROOT)));
        return new NetInterface(
                index(adapter),
                name,
                description,
                AdapterKind.of(adapter.IfType, description, name),
                addresses(adapter),
                connected.map(NetworkCategories.Connected::profile),
                connected.map(NetworkCategories.Connected::network));
    }

    /**
     * IfIndex is 0 on an interface without IPv4; the IPv6 one is the same number where both are.
     */
    private static int index(AdapterAddresses.Adapter adapter) {
        return adapter.IfIndex != 0 ? adapter.IfIndex : adapter.Ipv6IfIndex;
    }

    private static List<Assigned> addresses(AdapterAddresses.Adapter adapter) {
        List<Assigned> addresses = new ArrayList<>();
        for (Pointer at = adapter.FirstUnicastAddress; at != null; ) {
            AdapterAddresses.Unicast unicast = new AdapterAddresses.Unicast(at);
            if (unicast.DadState >= USABLE) {
                int prefix = Byte.toUnsignedInt(unicast.OnLinkPrefixLength);
                SocketAddress.at(unicast.Sockaddr)
                        .filter(address -> prefix <= address.getAddress().length * 8)
                        .ifPresent(address -> addresses.add(new Assigned(address, prefix)));
            }
            at = unicast.Next;
        }
        return addresses;
    }

    private static List<Gateway> gateways(AdapterAddresses.Adapter adapter) {
        List<Gateway> gateways = new ArrayList<>();
        for (Pointer at = adapter.FirstGatewayAddress; at != null; ) {
            AdapterAddresses.Gateway gateway = new AdapterAddresses.Gateway(at);
            SocketAddress.at(gateway.Sockaddr)
                    .ifPresent(address ->
                            gateways.add(
                                    new Gateway(
                                            address, index(adapter), metric(adapter, address))));
            at = gateway.Next;
        }
        return gateways;
    }

    private static int metric(AdapterAddresses.Adapter adapter, InetAddress gateway) {
        return gateway instanceof Inet4Address ? adapter.Ipv4Metric : adapter.Ipv6Metric;
    }

    private static String text(@Nullable WString text) {
        return text == null ? "" : text.toString();
    }
}
