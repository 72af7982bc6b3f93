package app.naru.wsl;

import app.naru.forward.Port;
import app.naru.forward.Protocol;
import app.naru.server.Listener;
import app.naru.server.LocalServer;
import app.naru.server.LocalServers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Servers in WSL beside those of Windows. */
public final class WslServers {

    /** Windows' program that forwards WSL's {@code localhost}. */
    public static final String RELAY = "wslrelay.exe";

    private WslServers() {}

    /**
     * Returns the servers of both, the likeliest first. Where WSL's relay listens for a server in
     * WSL, that server counts; where nothing more is known of it, it is one of any distribution.
     *
     * @param here who listens on Windows
     * @param inside who listens in WSL, as far as is known
     */
    public static List<LocalServer> with(List<Listener> here, List<WslListener> inside) {
        List<LocalServer> servers = new ArrayList<>();
        Map<String, List<Listener>> byDistro =
                inside.stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> each.distro().orElse(""),
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                WslListener::listener, Collectors.toList())));
        byDistro.forEach((distro, listeners) ->
                LocalServers.of(listeners).forEach(server -> servers.add(server.in(distro))));
        Set<Door> known = servers.stream().map(Door::of).collect(Collectors.toSet());
        for (LocalServer server : LocalServers.of(here)) {
            if (!isRelay(server)) {
                servers.add(server);
            } else if (known.add(Door.of(server))) {
                servers.add(anywhere(server));
            }
        }
        return LocalServers.sorted(servers);
    }

    /** Where a server is found, whatever its sockets. */
    private record Door(Protocol protocol, Port port) {
        static Door of(LocalServer server) {
            return new Door(server.protocol(), server.port());
        }
    }

    private static boolean isRelay(LocalServer server) {
        return server.program()
                .map(program -> program.name().equalsIgnoreCase(RELAY))
                .orElse(false);
    }

    /** The relay is not the server's own program. */
    private static LocalServer anywhere(LocalServer relayed) {
        return new LocalServer(
                relayed.protocol(),
                relayed.port(),
                relayed.addresses(),
                Optional.empty(),
                relayed.kind(),
                Optional.of(""));
    }
}
