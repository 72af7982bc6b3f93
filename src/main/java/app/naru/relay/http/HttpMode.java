package app.naru.relay.http;

import app.naru.forward.Port;
import app.naru.forward.Target;
import java.util.List;

/**
 * That a relay speaks HTTP, for servers that answer under their own PC's name alone.
 *
 * @param server where the server is by its own account; requests are put as if they were for that
 * @param names host names and addresses, without ports, under which visitors may ask besides this
 *     PC's own
 * @param anyAddress whether a visitor may ask under any IP address: behind a router it is one that
 *     this PC does not have. A browser that was misled by a DNS answer asks under a name
 */
public record HttpMode(Target server, List<String> names, boolean anyAddress) {

    public HttpMode {
        names = List.copyOf(names);
    }

    /** Returns the host that the server takes for its own, an IPv6 address in brackets. */
    String serverHost() {
        return switch (server) {
            case Target.ThisPc here -> "localhost";
            case Target.InWsl inWsl -> "localhost";
            case Target.Device(String host, Port port) ->
                    host.contains(":") ? "[" + host + "]" : host;
        };
    }

    /** Returns that host with the port, as in a Host field. */
    public String serverAuthority() {
        return Authority.text(serverHost(), server.port().number());
    }

    /** Whether an address in an answer means the server itself. */
    boolean isServer(String host) {
        String plain = host.startsWith(".") ? host.substring(1) : host;
        boolean local =
                !(server instanceof Target.Device)
                        && List.of("127.0.0.1", "[::1]", "0.0.0.0").contains(plain);
        return local || plain.equalsIgnoreCase(serverHost());
    }
}
