package app.naru.router;

import app.naru.forward.Address;
import app.naru.forward.InvalidInput;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Where a router is and how it is spoken to; text, so that it can be kept in a file and used by a
 * later process.
 *
 * @param address the router's
 * @param port of PCP and NAT-PMP; of UPnP the one in the control address
 * @param own this PC's address towards it: what the router shall send to
 * @param control UPnP's control address; empty for the others
 * @param service UPnP's service type; empty for the others
 */
public record RouterAt(
        RouterProtocol protocol,
        String address,
        int port,
        String own,
        String control,
        String service) {

    static RouterAt datagrams(RouterProtocol protocol, InetSocketAddress router, InetAddress own) {
        return new RouterAt(
                protocol,
                Address.text(router.getAddress()),
                router.getPort(),
                Address.text(own),
                "",
                "");
    }

    static RouterAt igd(ConnectionService service, InetAddress router, InetAddress own) {
        return new RouterAt(
                RouterProtocol.UPNP_IGD,
                Address.text(router),
                service.control().getPort(),
                Address.text(own),
                service.control().toString(),
                service.type());
    }

    /**
     * Returns the router; nothing is sent yet.
     *
     * @throws InvalidInput if the text does not name a router, as in a file that was tampered with
     */
    public Router open() {
        return switch (protocol) {
            case PCP -> new PcpRouter(this);
            case NAT_PMP -> new NatPmpRouter(this);
            case UPNP_IGD -> new IgdRouter(this, controlAddress());
        };
    }

    RouterAt by(RouterProtocol other) {
        return new RouterAt(other, address, port, own, control, service);
    }

    InetSocketAddress socketAddress() {
        return new InetSocketAddress(Address.parse(address), port);
    }

    InetAddress ownAddress() {
        return Address.parse(own);
    }

    private URI controlAddress() {
        return DeviceUrl.parse(control, Address.parse(address))
                .orElseThrow(() -> new InvalidInput("router", control));
    }
}
