/* Prints where the fields and methods are that app.naru.windows binds by itself: "structure field offset" a line. */
#define _WIN32_WINNT 0x0A00
#define WIN32_LEAN_AND_MEAN
#define COBJMACROS
#include <winsock2.h>
#include <ws2tcpip.h>
#include <windows.h>
#include <iphlpapi.h>
#include <netlistmgr.h>
#include <winternl.h>
#include <stddef.h>
#include <stdio.h>

#define FIELD(name, structure, field, ours) printf("%s %s %u\n", name, ours, (unsigned)offsetof(structure, field))
#define ADAPTER(field) FIELD("Adapter", IP_ADAPTER_ADDRESSES_LH, field, #field)
#define UNICAST(field) FIELD("Unicast", IP_ADAPTER_UNICAST_ADDRESS_LH, field, #field)
#define GATEWAY(field) FIELD("Gateway", IP_ADAPTER_GATEWAY_ADDRESS_LH, field, #field)
#define METHOD(interface, method, ours) \
    printf("NetworkCategories %s %u\n", ours, (unsigned)(offsetof(interface##Vtbl, method) / sizeof(void *)))
#define SOCKETS(name, row, address, port, pid)                                                                   \
    printf("SocketTable %s %u %u %u %u\n", name, (unsigned)sizeof(row), (unsigned)offsetof(row, address),         \
           (unsigned)offsetof(row, port), (unsigned)offsetof(row, pid))

int wmain(void) {
    ADAPTER(Length);
    ADAPTER(IfIndex);
    ADAPTER(Next);
    ADAPTER(AdapterName);
    ADAPTER(FirstUnicastAddress);
    ADAPTER(DnsSuffix);
    ADAPTER(Description);
    ADAPTER(FriendlyName);
    ADAPTER(PhysicalAddress);
    ADAPTER(PhysicalAddressLength);
    ADAPTER(Flags);
    ADAPTER(Mtu);
    ADAPTER(IfType);
    ADAPTER(OperStatus);
    ADAPTER(Ipv6IfIndex);
    ADAPTER(ZoneIndices);
    ADAPTER(FirstPrefix);
    ADAPTER(TransmitLinkSpeed);
    ADAPTER(ReceiveLinkSpeed);
    ADAPTER(FirstGatewayAddress);
    ADAPTER(Ipv4Metric);
    ADAPTER(Ipv6Metric);
    UNICAST(Length);
    UNICAST(Flags);
    UNICAST(Next);
    FIELD("Unicast", IP_ADAPTER_UNICAST_ADDRESS_LH, Address.lpSockaddr, "Sockaddr");
    FIELD("Unicast", IP_ADAPTER_UNICAST_ADDRESS_LH, Address.iSockaddrLength, "SockaddrLength");
    UNICAST(PrefixOrigin);
    UNICAST(DadState);
    UNICAST(ValidLifetime);
    UNICAST(OnLinkPrefixLength);
    GATEWAY(Length);
    GATEWAY(Next);
    FIELD("Gateway", IP_ADAPTER_GATEWAY_ADDRESS_LH, Address.lpSockaddr, "Sockaddr");
    METHOD(INetworkListManager, GetNetworkConnections, "GET_NETWORK_CONNECTIONS");
    METHOD(IEnumNetworkConnections, Next, "NEXT");
    METHOD(INetworkConnection, GetNetwork, "GET_NETWORK");
    METHOD(INetworkConnection, GetAdapterId, "GET_ADAPTER_ID");
    METHOD(INetwork, GetNetworkId, "GET_NETWORK_ID");
    METHOD(INetwork, GetCategory, "GET_CATEGORY");
    METHOD(INetwork, SetCategory, "SET_CATEGORY");
    SOCKETS("TCP4", MIB_TCPROW_OWNER_PID, dwLocalAddr, dwLocalPort, dwOwningPid);
    SOCKETS("TCP6", MIB_TCP6ROW_OWNER_PID, ucLocalAddr, dwLocalPort, dwOwningPid);
    SOCKETS("UDP4", MIB_UDPROW_OWNER_PID, dwLocalAddr, dwLocalPort, dwOwningPid);
    SOCKETS("UDP6", MIB_UDP6ROW_OWNER_PID, ucLocalAddr, dwLocalPort, dwOwningPid);
    FIELD("UnicodeString", UNICODE_STRING, Length, "LENGTH");
    FIELD("UnicodeString", UNICODE_STRING, Buffer, "TEXT");
    return 0;
}
