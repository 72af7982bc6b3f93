package app.naru.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import org.jspecify.annotations.NullUnmarked;

/**
 * GetAdaptersAddresses and its structures (iptypes.h), which jna-platform has not. Only as much of
 * each structure as is read: they are filled by Windows, linked by their {@code Next}, and longer.
 */
@NullUnmarked
interface AdapterAddresses extends StdCallLibrary {

    AdapterAddresses INSTANCE = Native.load("iphlpapi", AdapterAddresses.class);

    int AF_UNSPEC = 0;
    int GAA_FLAG_SKIP_ANYCAST = 0x2;
    int GAA_FLAG_SKIP_MULTICAST = 0x4;
    int GAA_FLAG_SKIP_DNS_SERVER = 0x8;
    int GAA_FLAG_INCLUDE_GATEWAYS = 0x80;

    /** IfOperStatusUp. */
    int STATUS_UP = 1;

    /**
     * @return a Win32 error code; ERROR_BUFFER_OVERFLOW with the size that is needed
     */
    int GetAdaptersAddresses(
            int family, int flags, Pointer reserved, Pointer adapters, IntByReference size);

    /** IP_ADAPTER_ADDRESSES_LH. */
    @FieldOrder({
        "Length",
        "IfIndex",
        "Next",
        "AdapterName",
        "FirstUnicastAddress",
        "FirstAnycastAddress",
        "FirstMulticastAddress",
        "FirstDnsServerAddress",
        "DnsSuffix",
        "Description",
        "FriendlyName",
        "PhysicalAddress",
        "PhysicalAddressLength",
        "Flags",
        "Mtu",
        "IfType",
        "OperStatus",
        "Ipv6IfIndex",
        "ZoneIndices",
        "FirstPrefix",
        "TransmitLinkSpeed",
        "ReceiveLinkSpeed",
        "FirstWinsServerAddress",
        "FirstGatewayAddress",
        "Ipv4Metric",
        "Ipv6Metric"
    })
    final class Adapter extends Structure {
        public int Length;
        public int IfIndex;
        public Pointer Next;
        public String AdapterName;
        public Pointer FirstUnicastAddress;
        public Pointer FirstAnycastAddress;
        public Pointer FirstMulticastAddress;
        public Pointer FirstDnsServerAddress;
        public WString DnsSuffix;
        public WString Description;
        public WString FriendlyName;
        public byte[] PhysicalAddress = new byte[8];
        public int PhysicalAddressLength;
        public int Flags;
        public int Mtu;
        public int IfType;
        public int OperStatus;
        public int Ipv6IfIndex;
        public int[] ZoneIndices = new int[16];
        public Pointer FirstPrefix;
        public long TransmitLinkSpeed;
        public long ReceiveLinkSpeed;
        public Pointer FirstWinsServerAddress;
        public Pointer FirstGatewayAddress;
        public int Ipv4Metric;
        public int Ipv6Metric;

        Adapter(Pointer at) {
            super(at);
            read();
        }
    }

    /** IP_ADAPTER_UNICAST_ADDRESS_LH; SOCKET_ADDRESS is written out as its two fields. */
    @FieldOrder({
        "Length",
        "Flags",
        "Next",
        "Sockaddr",
        "SockaddrLength",
        "PrefixOrigin",
        "SuffixOrigin",
        "DadState",
        "ValidLifetime",
        "PreferredLifetime",
        "LeaseLifetime",
        "OnLinkPrefixLength"
    })
    final class Unicast extends Structure {
        public int Length;
        public int Flags;
        public Pointer Next;
        public Pointer Sockaddr;
        public long SockaddrLength;
        public int PrefixOrigin;
        public int SuffixOrigin;
        public int DadState;
        public int ValidLifetime;
        public int PreferredLifetime;
        public int LeaseLifetime;
        public byte OnLinkPrefixLength;

        Unicast(Pointer at) {
            super(at);
            read();
        }
    }

    /** IP_ADAPTER_GATEWAY_ADDRESS_LH; SOCKET_ADDRESS is written out as its two fields. */
    @FieldOrder({"Length", "Reserved", "Next", "Sockaddr", "SockaddrLength"})
    final class Gateway extends Structure {
        public int Length;
        public int Reserved;
        public Pointer Next;
        public Pointer Sockaddr;
        public long SockaddrLength;

        Gateway(Pointer at) {
            super(at);
            read();
        }
    }
}
