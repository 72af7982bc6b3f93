package app.naru.server;

import app.naru.forward.Port;
import app.naru.forward.Protocol;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * A server on this PC as people think of one: a program at a port, on however many sockets.
 *
 * @param addresses the addresses that it is bound to, IPv4 first; at least one
 * @param program whose it is; empty where the system does not tell
 * @param distro the distribution of WSL that it is in, {@code ""} where it may be any of them;
 *     empty for a server of this PC itself
 */
public record LocalServer(
        Protocol protocol,
        Port port,
        List<InetAddress> addresses,
        Optional<Program> program,
        ServerKind kind,
        Optional<String> distro) {

    /**
     * From here on Windows and RFC 6335 section 6 hand out ports to clients by themselves; nobody
     * chooses one for a server that others are to find.
     */
    static final int FIRST_DYNAMIC = 49_152;

    /** Linux starts handing out here (ip-sysctl: ip_local_port_range). */
    private static final int FIRST_DYNAMIC_LINUX = 32_768;

    public LocalServer {
        addresses = List.copyOf(addresses);
    }

    /** A server of this PC itself. */
    public LocalServer(
            Protocol protocol,
            Port port,
            List<InetAddress> addresses,
            Optional<Program> program,
            ServerKind kind) {
        this(protocol, port, addresses, program, kind, Optional.empty());
    }

    /** Returns the same server, known to be in that distribution. */
    public LocalServer in(String wslDistro) {
        return new LocalServer(protocol, port, addresses, program, kind, Optional.of(wslDistro));
    }

    /** Whether nobody but this PC itself reaches it without help. */
    public boolean loopbackOnly() {
        return addresses.stream().allMatch(InetAddress::isLoopbackAddress);
    }

    /** Returns the same server, known to be of that kind. */
    public LocalServer as(ServerKind known) {
        return new LocalServer(protocol, port, addresses, program, known, distro);
    }

    /**
     * Returns how likely it is that someone wants to open it. A UDP socket at a port that the
     * system chose is a client's: a browser has dozens.
     */
    public ServerKind.Rank rank() {
        boolean clients = protocol == Protocol.UDP && port.number() >= FIRST_DYNAMIC_LINUX;
        boolean chosenBySystem = clients || port.number() >= FIRST_DYNAMIC;
        return kind == ServerKind.UNKNOWN && chosenBySystem
                ? ServerKind.Rank.UNLIKELY
                : kind.rank();
    }

    /** Returns which server this is, as long as it runs: what was found out of it stays true. */
    Identity identity() {
        return new Identity(protocol, port, program.map(Program::pid), distro);
    }

    /** A program's server at a port. */
    record Identity(Protocol protocol, Port port, Optional<Long> pid, Optional<String> distro) {}
}
