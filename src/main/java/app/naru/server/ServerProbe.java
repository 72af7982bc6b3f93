package app.naru.server;

import app.naru.forward.Address;
import app.naru.forward.Protocol;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Asks servers of this PC what they are, by one small HTTP request each. Remembers the answers: a
 * server is not asked again while it runs, so that its log is not filled.
 */
public final class ServerProbe {

    /** A server that says nothing may be starting still: it is asked once more, not for ever. */
    static final int MOST_ATTEMPTS = 2;

    private static final InetAddress IPV4_LOOPBACK = Address.parse("127.0.0.1");
    private static final InetAddress IPV6_LOOPBACK = Address.parse("::1");

    private final Map<LocalServer.Identity, ServerKind> answers = new ConcurrentHashMap<>();
    private final Map<LocalServer.Identity, Integer> attempts = new ConcurrentHashMap<>();

    /**
     * Asks those that may answer HTTP, all at once, and returns all servers, their kinds as far as
     * they are known now, the likely ones first. Blocks for as long as the slowest one takes, at
     * most for {@link LocalRequest#LIMIT} and a little.
     */
    public List<LocalServer> ask(Collection<LocalServer> servers) {
        forgetAllBut(servers);
        List<Future<LocalServer>> asked;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            asked = servers.stream().map(each -> threads.submit(() -> ask(each))).toList();
        }
        return LocalServers.sorted(asked.stream().map(Future::resultNow).toList());
    }

    private LocalServer ask(LocalServer server) {
        boolean worthAsking =
                server.protocol() == Protocol.TCP
                        && server.kind().mayAnswerHttp()
                        && server.rank() != ServerKind.Rank.UNLIKELY;
        return worthAsking
                ? answer(server)
                        .map(answer -> server.as(better(server.kind(), answer)))
                        .orElse(server)
                : server;
    }

    private Optional<ServerKind> answer(LocalServer server) {
        LocalServer.Identity identity = server.identity();
        ServerKind before = answers.get(identity);
        if (before != null) {
            return Optional.of(before);
        }
        if (attempts.merge(identity, 1, Integer::sum) > MOST_ATTEMPTS) {
            return Optional.empty();
        }
        Optional<ServerKind> answer =
                LocalRequest.send(reachableAt(server), server.port()).flatMap(AnswerSigns::kind);
        answer.ifPresent(kind -> answers.put(identity, kind));
        return answer;
    }

    /** The addresses at which this PC reaches its own server, the wildcard by loopback. */
    private static Set<InetAddress> reachableAt(LocalServer server) {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        if (server.distro().isPresent()) {
            // what is in WSL is answered for by WSL's own relay there
            addresses.add(IPV4_LOOPBACK);
            addresses.add(IPV6_LOOPBACK);
            return addresses;
        }
        for (InetAddress address : server.addresses()) {
            if (address.isAnyLocalAddress()) {
                addresses.add(IPV4_LOOPBACK);
                if (address instanceof Inet6Address) {
                    addresses.add(IPV6_LOOPBACK);
                }
            } else {
                addresses.add(address);
            }
        }
        return addresses;
    }

    /**
     * Returns which of the two says more. That it speaks TLS decides how its link starts, so that
     * counts most; an answer that many servers give does not outdo a guess by the command line.
     */
    static ServerKind better(ServerKind guess, ServerKind answer) {
        return switch (answer) {
            case HTTPS -> ServerKind.HTTPS;
            case HTTP -> guess == ServerKind.UNKNOWN ? ServerKind.HTTP : guess;
            case NODE, PYTHON_WEB, PHP, NGINX, APACHE ->
                    guess == ServerKind.UNKNOWN || guess == ServerKind.HTTP ? answer : guess;
            default -> answer;
        };
    }

    private void forgetAllBut(Collection<LocalServer> servers) {
        Set<LocalServer.Identity> running =
                servers.stream().map(LocalServer::identity).collect(Collectors.toSet());
        answers.keySet().retainAll(running);
        attempts.keySet().retainAll(running);
    }
}
